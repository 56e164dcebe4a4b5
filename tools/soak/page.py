"""The page that works, in a browser."""

import json
from typing import Any

from bench.browser import renderers, resident
from pyodide_browser_testing import browsers
from tests.server import TestServer
from tools.format import ROOT

FOLDERS = {"/dist": ROOT / "dist", "/soak": ROOT / "tools" / "soak" / "site"}
WAIT = 120
"""Seconds for a round."""

READY = "pyodideBrowser.ready.then(({ errors }) => arguments[0](errors))"
ROUND = "const [n, raw, done] = arguments; soakRound(n, raw).then(done, (e) => done(String(e)))"
HIDDEN = "window.hiddenRound = soakRound(...arguments)"
SAMPLE = "soakSample().then(arguments[0], (error) => arguments[0](String(error)))"
COLLECT = """
    // Engines that cannot be told to collect garbage do it when memory is needed.
    globalThis.gc?.();
    for (let i = 0; i < 40; i++) new Uint8Array(10_000_000).fill(1);
    setTimeout(arguments[0], 200);
"""


class SoakPage:
    """Works in rounds."""

    def __init__(self, engine: str, server: TestServer) -> None:
        self._engine, self._server, self._round = engine, server, 0
        flags = ("--js-flags=--expose-gc",) if engine == "chromium" else ()
        self._browser: Any = browsers.start(engine, *flags, timeout=WAIT)
        self._open()
        self._window = self._browser.current_window_handle

    @property
    def version(self) -> str:
        capabilities = self._browser.capabilities
        return f"{capabilities['browserName']} {capabilities['browserVersion']}"

    def _open(self) -> None:
        self._browser.get(f"{self._server.origin}/soak/soak.html")
        if errors := self._browser.execute_async_script(READY):
            raise RuntimeError(errors[0])

    def work(self) -> dict[str, int]:
        """One round. Returns what the page has done so far."""
        self._round += 1
        self._server.log.clear()
        return self._json(ROUND, self._round, self._server.raw_origin)

    def sample(self) -> dict[str, float]:
        """What is left at this time."""
        for _ in range(3):
            self._browser.execute_async_script(COLLECT)
        found: dict[str, float] = self._json(SAMPLE)
        if self._engine == "chromium":
            self._browser.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
            heap = self._browser.execute_cdp_cmd("Runtime.getHeapUsage", {})
            found["JavaScript: heap, MB"] = heap["usedSize"] / 1e6
            targets = self._browser.execute_cdp_cmd("Target.getTargets", {})["targetInfos"]
            found["workers"] = sum(target["type"] == "worker" for target in targets)
            found["renderers: memory, MB"] = sum(map(resident, renderers(self._browser)))
        return found

    def disturb(self) -> None:
        """Hides the tab during a round, takes it offline, and leaves and comes back in another."""
        self._round += 1
        raw = self._server.raw_origin
        self._browser.execute_script(HIDDEN, self._round, raw)
        self._browser.switch_to.new_window("tab")
        self._back_and_forward()
        self._browser.close()
        self._browser.switch_to.window(self._window)
        self._json("window.hiddenRound.then(arguments[0], (error) => arguments[0](String(error)))")
        if self._engine == "chromium":
            self._offline()

    def _back_and_forward(self) -> None:
        self._open()
        self._browser.get(f"{self._server.origin}/html")
        self._browser.back()
        if errors := self._browser.execute_async_script(READY):
            raise RuntimeError(errors[0])
        self.work()

    def _offline(self) -> None:
        """A round begins offline: requests end with an error."""
        network = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        set_network = "Network.emulateNetworkConditions"
        self._browser.execute_cdp_cmd("Network.enable", {})
        self._browser.execute_cdp_cmd(set_network, {"offline": True, **network})
        self._browser.execute_async_script("soakOffline().then(arguments[0], arguments[0])")
        self._browser.execute_cdp_cmd(set_network, {"offline": False, **network})

    def _json(self, script: str, *arguments: Any) -> dict[str, Any]:
        text = self._browser.execute_async_script(script, *arguments)
        try:
            return dict(json.loads(text))
        except ValueError:
            raise RuntimeError(text) from None

    def close(self) -> None:
        browsers.stop(self._browser)
