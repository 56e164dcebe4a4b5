// Put before all else into a page of tests/pages/site: what it says on its console.
globalThis.said = { log: [], warn: [], error: [] };
for (const level of Object.keys(said)) {
  const original = console[level];
  console[level] = (...values) => {
    said[level].push(values.map(String).join(" "));
    original.apply(console, values);
  };
}
addEventListener("error", (event) => said.error.push(`uncaught: ${event.message}`));
addEventListener("unhandledrejection", (event) => said.error.push(`rejected: ${event.reason}`));
globalThis.readyEvents = [];
document.addEventListener("pyodide-browser:ready", (event) => readyEvents.push(event.detail));
