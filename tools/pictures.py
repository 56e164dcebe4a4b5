"""Takes the pictures of the demo in Chromium: of the examples, for the front page, and those of the
documentation.

python -m tools.pictures        (after `make demo`, which builds what it shows)
"""

import base64
import time
from pathlib import Path
from typing import Any

from examples.backend import create_app
from pyodide_browser_testing import browsers
from pyodide_browser_testing.server import Server
from pyodide_browser_testing.site import Site
from tools.format import ROOT

PAGES = ROOT / "examples" / "pages"
SETTLED = 2
"""Seconds in which a page shows what it has to show."""

EXAMPLE = (640, 400)
NAVIGATION = 56
"""Pixels above the heading of an example."""

DESK, PHONE = (1280, 800), (390, 844)

TYPED = """
  const [entries, button] = arguments;
  for (const [id, value] of Object.entries(entries)) {
    const field = document.getElementById(id);
    field.value = value;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
  if (button) document.querySelector(button).click();
"""
NOTE = "# Tea\n\n* *Darjeeling*, 3 minutes\n* **Assam**, 4 minutes\n\n1. Boil water.\n2. Wait.\n"
PREPARED: dict[str, list[tuple[dict[str, str], str]]] = {
    "bricks": [({}, "#play")],
    "calculator": [({}, f"tr:nth-child({row}) td:nth-child(2) button") for row in (2, 3, 4)],
    "chat": [({"name": "Ada", "text": text}, "form button") for text in ("Hello?", "Nice!")],
    "clock": [({"time": "10:09"}, "")],
    "login": [({"user": "ada", "password": "lovelace"}, "#login button")],
    "monitor": [({}, "#run")],
    "notebook": [({}, "#run")],
    "notes": [({"text": NOTE}, "#save")],
    "primes": [({"limit": "100000"}, "#start")],
    "snake": [({}, "#play")],
    "todo": [
        ({"title": title}, "#new button") for title in ("Buy tea", "Read the news", "Call Grace")
    ],
    "upload": [({"comment": "from the page"}, "#send")],
}
"""Example → what is typed into its fields, and the button that is clicked then."""

DOCUMENTED = {
    "front": ("/", DESK, "light"),
    "front-phone": ("/", PHONE, "light"),
    "editor": ("/editor.html#program=failures.py", DESK, "light"),
    "editor-phone": ("/editor.html#program=error.py", PHONE, "dark"),
    "docs": ("/docs/", DESK, "light"),
    "docs-phone": ("/docs/", PHONE, "light"),
}
"""Picture of docs/images/ → path, size and colour scheme."""


def main() -> None:
    folder = PAGES / "pictures"
    folder.mkdir(exist_ok=True)
    with Server(Site(PAGES, create_app(), scripts=())) as server, browsers.start() as browser:
        for page in sorted(PAGES.glob("*.html")):
            if page.stem in ("index", "editor"):
                continue
            opened(browser, f"{server.origin}/{page.name}", EXAMPLE, "light")
            for typed in PREPARED.get(page.stem, []):
                browser.execute_script(TYPED, *typed)
                time.sleep(SETTLED / 4)
            browser.execute_script("scrollTo(0, 0)")
            save(browser, folder / f"{page.stem}.webp", EXAMPLE, top=NAVIGATION, scale=0.5)
        for name, (path, size, scheme) in DOCUMENTED.items():
            opened(browser, server.origin + path, size, scheme)
            save(browser, ROOT / "docs" / "images" / f"{name}.png", size)


def opened(browser: Any, url: str, size: tuple[int, int], scheme: str) -> None:
    width, height = size
    browser.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    view = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", view)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.get("about:blank")
    browser.get(url)
    time.sleep(SETTLED)


def save(browser: Any, path: Path, size: tuple[int, int], top: int = 0, scale: float = 1) -> None:
    width, height = size
    shot: dict[str, Any] = {
        "format": path.suffix[1:],
        "clip": {"x": 0, "y": top, "width": width, "height": height, "scale": scale},
    }
    taken = browser.execute_cdp_cmd("Page.captureScreenshot", shot | {"quality": 80})
    path.write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    main()
