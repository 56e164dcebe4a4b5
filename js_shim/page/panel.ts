/** Shows errors in the page, for people who have no console open. */

import { errors, onError } from "../bridge/report";

let shown = false;

/** Shows the errors so far, and each error from now on. */
export function showErrors(): void {
  if (shown) return;
  shown = true;
  for (const text of errors) show(text);
  onError(show);
}

function show(text: string): void {
  const box = document.createElement("pre");
  box.setAttribute("role", "alert");
  box.textContent = text;
  Object.assign(box.style, {
    background: "#fff4f4",
    border: "1px solid #c00",
    color: "#600",
    font: "0.9rem/1.4 monospace",
    margin: "1rem",
    overflow: "auto",
    padding: "0.75rem 1rem",
    whiteSpace: "pre-wrap",
  });
  (document.body ?? document.documentElement).append(box);
}
