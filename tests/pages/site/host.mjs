// ?install: the host gives Python the shim; without it the wheel tries by itself.
import { loadPyodide } from "/dist/pyodide/pyodide.mjs";
import { install } from "/dist/pyodide-browser.mjs";

const CODE = `
from browser import ajax
ajax.get("/text?body=answered", blocking=True).text
`;

globalThis.result = (async () => {
  const pyodide = await loadPyodide();
  if (new URLSearchParams(location.search).has("install")) install(pyodide);
  await pyodide.loadPackage("pyodide-browser", { messageCallback: () => {} });
  try {
    return pyodide.runPython(CODE);
  } catch (error) {
    return error.message;
  }
})();
