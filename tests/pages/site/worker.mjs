import { loadPyodide } from "/dist/pyodide/pyodide.mjs";

const CODE = `
import asyncio
from browser import ajax

async def asked(url, **keywords):
    done = asyncio.get_running_loop().create_future()
    ajax.get(url, oncomplete=done.set_result, **keywords)
    return await done

def failed(url, **keywords):
    try:
        return ajax.get(url, blocking=True, **keywords).error
    except Exception as error:
        return error

def document():
    try:
        from browser import document
        return document.body
    except Exception as error:
        return error

def storage():
    from browser.local_storage import storage
    try:
        return storage["k"]
    except Exception as error:
        return error

import browser

results = [
    (await asked("/text")).text,
    ajax.get("/text", blocking=True).text,
    ajax.post("/raw", data=bytes(range(256)), mode="binary", blocking=True).read()
    == bytes(range(256)),
    ajax.post("/json", mode="json", blocking=True).json == {"ok": True},
    type(failed("/hang", timeout=0.1)).__name__,
    type(failed("http://localhost:1/")).__name__,
    str(failed("beside.py")),
    str(document()),
    str(storage()),
    browser.is_webworker,
]
str(results)
`;

try {
  const pyodide = await loadPyodide();
  await pyodide.loadPackage("pyodide-browser", { messageCallback: () => {} });
  postMessage(await pyodide.runPythonAsync(CODE));
} catch (error) {
  postMessage(String(error.message).slice(-2000));
}
