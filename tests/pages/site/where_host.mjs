// A notebook's cell, in effect: the wheel, and code run by runPythonAsync; in a page or a worker.
const inWorker = typeof document === "undefined";
if (new URL(location.href).searchParams.has("nojspi")) delete WebAssembly.Suspending;

const { loadPyodide } = await import("/dist/pyodide/pyodide.mjs");
const tell = inWorker ? (value) => postMessage(value) : (value) => globalThis.tell(value);
try {
  const pyodide = await loadPyodide();
  await pyodide.loadPackage("pyodide-browser", { messageCallback: () => {} });
  const code = await (await fetch("/pages/where.py")).text();
  tell(await pyodide.runPythonAsync(`${code}\nawait everywhere()`));
} catch (error) {
  tell(JSON.stringify({ error: String(error.message).slice(-2000) }));
}
