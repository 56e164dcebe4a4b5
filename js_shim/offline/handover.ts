/**
 * The page that is shown while the build that waits takes over. It reloads when that is done, and
 * sends no request before: Chromium sometimes never responds to one that begins meanwhile, and then
 * the build that waits is not activated, either.
 */

const NO_ICON = '<link rel="icon" href="data:,">';
/** Seconds. If the page cannot run its script, or a service worker hangs. */
const RELOADED_AFTER = "10";

export function handoverPage(): Response {
  const content = `<!doctype html>${NO_ICON}<script>(${reloadWhenActivated})()</script>`;
  const headers = { "Content-Type": "text/html", Refresh: RELOADED_AFTER };
  return new Response(content, { headers });
}

/** Runs in the page, as a text: it must refer to nothing outside. */
async function reloadWhenActivated(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const next = registration?.waiting ?? registration?.active;
  const reloadIfDone = () => {
    if (!next || next.state === "activated" || next.state === "redundant") location.reload();
  };
  next?.addEventListener("statechange", reloadIfDone);
  reloadIfDone();
}
