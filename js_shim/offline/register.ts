/**
 * pyodide-browser-offline.js, which `pyodide-browser build --offline` adds to each page: registers
 * the service worker, or looks for a new one. It waits for the scripts of the page, so that its
 * downloads do not delay them.
 */

const WORKER = "pyodide-browser-service-worker.js";

async function register(url: string): Promise<void> {
  await window.pyodideBrowser?.ready;
  const registered = await navigator.serviceWorker.getRegistration();
  if (registered) {
    // Browsers look for it, too, but not while pages are opened often. The worker does it: if the
    // page did, and was left meanwhile, WebKitGTK would never look again.
    registered.active?.postMessage("update");
    return;
  }
  try {
    await navigator.serviceWorker.register(url);
  } catch (error) {
    const what = "the page does not work offline: the service worker could not be registered";
    console.warn(`pyodide-browser: ${what}: ${(error as Error).message}`);
  }
}

const source = (document.currentScript as HTMLScriptElement).src;
// Absent over plain HTTP, and in some private windows.
if (navigator.serviceWorker) {
  const url = new URL(WORKER, source).href;
  addEventListener("load", () => register(url), { once: true });
}
