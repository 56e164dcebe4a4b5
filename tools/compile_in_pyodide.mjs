// Runs tools/compile_zip.py in Pyodide under node:
//   node tools/compile_in_pyodide.mjs FUNCTION ARGUMENT...    (paths, absolute)
import { loadPyodide } from "pyodide";

const [name, ...args] = process.argv.slice(2);
const tools = import.meta.dirname;

try {
  const pyodide = await loadPyodide();
  pyodide.mountNodeFS("/mnt/tools", tools);
  const mounted = args.map((path) => {
    const cut = path.lastIndexOf("/");
    const folder = `/mnt/host${path.slice(0, cut)}`;
    pyodide.FS.mkdirTree(folder);
    if (pyodide.FS.readdir(folder).length === 2) pyodide.mountNodeFS(folder, path.slice(0, cut));
    return `${folder}/${path.slice(cut + 1)}`;
  });
  pyodide.pyimport("sys").path.append("/mnt/tools");
  pyodide.pyimport("compile_zip")[name](...mounted);
} catch (error) {
  // Without the stack, which has lines of a megabyte.
  console.error(String(error.message).slice(-4000));
  process.exit(1);
}
