/** Errors in the page, for people who have no console open. */

import { errors, onError } from "./report";

let shown = false;

/** From now on errors are visible in the page, those so far too. */
export function showErrors(): void {
  if (shown) return;
  shown = true;
  for (const text of errors) show(text);
  onError(show);
}

/** As text. */
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
