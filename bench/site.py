"""The server and the pages of the measurements."""

import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench.browser import Page
from pyodide_browser_testing import browsers
from tests.server import TestServer

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / ".build" / "bench"
MEGA = 1_000_000
SIZES = {"1 KB": 1000, "1 MB": MEGA, "10 MB": 10 * MEGA, "50 MB": 50 * MEGA, "100 MB": 100 * MEGA}
FOLDERS = {
    "/dist": ROOT / "dist",
    "/brython": ROOT / "node_modules" / "brython",
    "/pyscript": ROOT / "node_modules" / "@pyscript" / "core" / "dist",
    "/bench": ROOT / "bench" / "pages",
    "/data": DATA,
}
ITEM = '{"id": 12345, "name": "a name", "tags": ["x", "y"], "price": 12.5, "ok": true}'


class Site:
    """One browser with pages of this package, Brython and PyScript; a context manager."""

    def __init__(self, engine: str) -> None:
        self.engine = engine
        self._opened = ExitStack()

    def __enter__(self) -> "Site":
        make_data()
        server = self._opened.enter_context(TestServer(static=FOLDERS))
        flags = ("--js-flags=--expose-gc",) if self.engine == "chromium" else ()
        self.browser: Any = browsers.start(self.engine, *flags, timeout=300)
        self._opened.callback(self.browser.quit)
        self.ours, self.brython, self.pyscript = (
            Page(self.browser, f"{server.origin}/bench/measures_{name}.html")
            for name in ("ours", "brython", "pyscript")
        )
        return self

    def __exit__(self, *exception: object) -> None:
        self._opened.close()

    @property
    def version(self) -> str:
        capabilities = self.browser.capabilities
        return f"{capabilities['browserName']} {capabilities['browserVersion']}"

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.ours, self.brython, self.pyscript

    def stand_in(self, on: bool) -> None:
        """Switches between the stand-in for XMLHttpRequest and the real one."""
        for page in self.pages:
            page.run(f"standIn({str(on).lower()})")
            time.sleep(0.1)


def make_data() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    line = b"0123456789abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKL\n"
    for name, size in SIZES.items():
        path = DATA / f"ascii-{name.replace(' ', '')}.txt"
        if not path.exists():
            path.write_bytes((line * (size // len(line) + 1))[:size])
    (DATA / "other-10MB.txt").write_text("žluťoučký kůň, 漢字 " * (10 * MEGA // 34))
    (DATA / "items-10MB.json").write_text(
        "[" + ",".join([ITEM] * (10 * MEGA // (len(ITEM) + 1))) + "]"
    )
