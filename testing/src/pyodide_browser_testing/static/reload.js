// Put into pages by the development server: loads the page anew when a file has changed.
(() => {
  const changes = new EventSource("/__pyodide_browser__/changes");
  changes.addEventListener("message", () => location.reload());
  addEventListener("pagehide", () => changes.close());
})();
