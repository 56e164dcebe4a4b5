"""The page that works, in a browser."""

import json
from collections import Counter
from typing import Any

from pyodide_browser_testing import browsers
from tests.server import TestServer
from tools.format import ROOT
from tools.soak.engines import ENGINES

FOLDERS = {"/dist": ROOT / "dist", "/soak": ROOT / "tools" / "soak" / "site"}
WARM_UP = 5
"""Rounds before the first sample: each kind of work at least once."""

WAIT = 120
"""Seconds for a round."""

READY = "pyodideBrowser.ready.then(({ errors }) => arguments[0](errors))"
ROUND = "const [n, raw, done] = arguments; soakRound(n, raw).then(done, (e) => done(String(e)))"
HIDDEN = "window.hiddenRound = soakRound(...arguments)"
SHOWN = "hiddenRound.then(arguments[0], (error) => arguments[0](String(error)))"
SAMPLE = "soakSample().then(arguments[0], (error) => arguments[0](String(error)))"
OFFLINE = "soakOffline(arguments[0]).then(arguments[1], (error) => arguments[1](String(error)))"


class SoakPage:
    """Works in rounds."""

    def __init__(self, engine: str, server: TestServer) -> None:
        self._server, self._round = server, 0
        self._engine = ENGINES[engine](WAIT)
        self._browser = self._engine.browser
        self._open()
        self._window = self._browser.current_window_handle
        self.done: Counter[str] = Counter()
        """What the page has done."""

    @property
    def version(self) -> str:
        capabilities = self._browser.capabilities
        return f"{capabilities['browserName']} {capabilities['browserVersion']}"

    def _open(self) -> None:
        self._browser.get(f"{self._server.origin}/soak/soak.html")
        self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        if errors := self._browser.execute_async_script(READY):
            raise RuntimeError(errors[0])

    def warm_up(self) -> None:
        """Creates what a page creates once."""
        for _ in range(WARM_UP):
            self.work()

    def work(self) -> None:
        """One round."""
        self._round += 1
        self._server.log.clear()
        self._count(ROUND, self._round, self._server.raw_origin)

    def _count(self, script: str, *arguments: Any) -> None:
        self.done += Counter(self._json(script, *arguments))

    def sample(self) -> dict[str, float]:
        """What is left at this time."""
        for _ in range(3):
            self._engine.collect()
        found: dict[str, float] = self._json(SAMPLE)
        self._engine.collect()
        return found | self._engine.left() | {"processes: memory, MB": self._engine.memory()}

    def disturb(self) -> None:
        """Hides the tab during a round and works in another; leaves the page and comes back; takes
        it offline."""
        self._round += 1
        self._browser.execute_script(HIDDEN, self._round, self._server.raw_origin)
        self._browser.switch_to.new_window("tab")
        other = self._browser.current_window_handle
        self._browser.switch_to.window(self._window)
        self._engine.hidden()
        self._browser.switch_to.window(other)
        self._open()
        self.work()
        self._back_and_forward()
        self.work()
        self._browser.close()
        self._browser.switch_to.window(self._window)
        self._count(SHOWN)
        if self._engine.restores_pages and not self._back_and_forward():
            self.warm_up()
        self._offline()

    def _back_and_forward(self) -> bool:
        """Whether the page is the same one as before."""
        self._engine.collect()
        self._browser.execute_script("globalThis.isSame = true")
        self._browser.get(f"{self._server.origin}/html")
        self._browser.back()
        self._wait_until_ready()
        return bool(self._browser.execute_script("return globalThis.isSame"))

    def _offline(self) -> None:
        """Requests end with an error."""
        with TestServer() as server:
            gone = server.origin
        self._engine.set_offline(True)
        error = self._browser.execute_async_script(OFFLINE, gone)
        self._engine.set_offline(False)
        if error:
            raise RuntimeError(error)

    def _json(self, script: str, *arguments: Any) -> dict[str, Any]:
        text = self._browser.execute_async_script(script, *arguments)
        try:
            return dict(json.loads(text))
        except ValueError:
            raise RuntimeError(text) from None

    def close(self) -> None:
        browsers.stop(self._browser)
