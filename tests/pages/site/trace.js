// The traced requests, by the query of their URL; the groups of the console.
globalThis.traced = {};
globalThis.groups = [];
console.groupCollapsed = (text) => groups.push(text);
const wanted = new URLSearchParams(location.search).get("trace");
pyodideBrowser.trace =
  wanted === "console" ||
  ((request) => {
    const key = new URL(request.url, location.href).search || request.url;
    traced[key] ??= [];
    traced[key].push(structuredClone(request));
  });
