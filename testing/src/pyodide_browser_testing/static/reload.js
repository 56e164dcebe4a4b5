// Inserted into pages by the development server: reloads the page when a file changes.
(() => {
  const changes = new EventSource("/__pyodide_browser__/changes");
  changes.addEventListener("message", () => location.reload());
  addEventListener("pagehide", () => changes.close());
})();
