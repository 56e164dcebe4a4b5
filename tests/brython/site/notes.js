// Loaded before the runtime: runs a case and records its notes.
"use strict";

/** Milliseconds after the end of a case in which nothing may happen any more. */
const SETTLED = 20;
let current = null;

for (const level of ["error", "warn"]) {
  const original = console[level];
  console[level] = (...values) => {
    if (current) current.console.push([level, values.map(String).join(" ")]);
    original.apply(console, values);
  };
}
window.addEventListener("error", (event) => console.error(event.message));
window.addEventListener("unhandledrejection", (event) => console.error(String(event.reason)));

window.note = (name, value) => current?.notes.push([name, value]);
window.expectDone = (count) => {
  current.expected = count;
};
window.finish = () => {
  if (!current) return;
  current.expected -= 1;
  if (current.expected === 0) setTimeout(current.resolve, SETTLED);
  if (current.expected < 0) window.note("(too many calls of done)", "True");
};
window.callLater = (callback, milliseconds) => {
  setTimeout(() => callback(), milliseconds);
};

/** The texts of the dialogs, and their results. A real dialog would block the page. */
window.said = [];
window.answers = {};
for (const name of ["alert", "confirm", "prompt"]) {
  window[name] = (...values) => {
    window.said.push(values.join());
    return window.answers[name];
  };
}

window.boxHtml = () => document.getElementById("box").innerHTML;

/** Each case finds the body as the page has it, and an empty element "box" in it. */
let own = null;
const tidy = () => {
  own ??= [...document.body.childNodes];
  const box = document.createElement("div");
  box.id = "box";
  document.body.replaceChildren(...own, box);
};

/** Runs a case's script; resolves to what it noted, with `done` false after the time limit. */
window.runCase = async (name, source, limit) => {
  const notes = { notes: [], console: [], expected: 1 };
  current = notes;
  tidy();
  const done = await new Promise((resolve) => {
    notes.resolve = () => resolve(true);
    setTimeout(() => resolve(false), limit);
    window.runScript(name, source);
  });
  current = null;
  return { notes: notes.notes, console: notes.console, done };
};
