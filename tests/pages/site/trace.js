// What is traced, by the words of its URL; `console.group` is recorded as `said.group`.
globalThis.traced = {};
said.group = [];
console.groupCollapsed = (text) => said.group.push(text);
const wanted = new URLSearchParams(location.search).get("trace");
pyodideBrowser.trace =
  wanted === "console" ||
  ((request) => {
    const key = new URL(request.url, location.href).search || request.url;
    traced[key] ??= [];
    traced[key].push(structuredClone(request));
  });
