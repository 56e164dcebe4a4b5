// Like a cell of a notebook: a Pyodide (?pyodide=folder), the wheel (?wheel=URL), and code run by
// runPythonAsync; in a page or a worker.
const query = new URL(location.href).searchParams;
const { loadPyodide } = await import(`${query.get("pyodide")}/pyodide.mjs`);
const inWorker = typeof document === "undefined";
const tell = inWorker ? (value) => postMessage(value) : (value) => globalThis.tell(value);
try {
  const pyodide = await loadPyodide();
  await pyodide.loadPackage(query.get("wheel"), { messageCallback: () => {} });
  const code = await (await fetch("/engines/where.py")).text();
  tell(await pyodide.runPythonAsync(`${code}\nawait everywhere()`));
} catch (error) {
  tell(JSON.stringify({ error: String(error.message).slice(-2000) }));
}
