"""Finds the browsers that `playwright install` has downloaded: Chromium and Firefox. Playwright's
WebKit has no WebDriver."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "PLAYWRIGHT_BROWSERS_PATH"
FOLDERS = {
    "linux": ".cache/ms-playwright",
    "darwin": "Library/Caches/ms-playwright",
    "win32": "AppData/Local/ms-playwright",
}
"""In the home directory, by platform."""

PROGRAMS: Mapping[str, tuple[str, ...]] = {
    "chromium": (
        "chromium-*/chrome-linux*/chrome",
        "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
        "chromium-*/chrome-win*/chrome.exe",
    ),
    "firefox": (
        "firefox-*/firefox/firefox",
        "firefox-*/firefox/*.app/Contents/MacOS/firefox",
        "firefox-*/firefox/firefox.exe",
    ),
}
NUMBER = re.compile(r"\d+")


def find(engine: str) -> str:
    """Returns the program of the newest browser, or ""."""
    set_folder = os.environ.get(VARIABLE, "")
    # Playwright's own value "0" means the folder of its package.
    home = Path.home() / FOLDERS.get(sys.platform, FOLDERS["linux"])
    folder = Path(set_folder) if set_folder not in ("", "0") else home
    found = [path for pattern in PROGRAMS.get(engine, ()) for path in folder.glob(pattern)]
    return str(max(found, key=_revision, default=""))


def _revision(program: Path) -> int:
    """The number in `chromium-1200`."""
    numbers = [NUMBER.findall(part) for part in program.parts if "-" in part]
    return max((int(found[-1]) for found in numbers if found), default=0)


def fits(browser: str, driver: str) -> bool:
    """Whether a chromedriver is of the version of a Chromium."""
    return _major(browser) == _major(driver) != ""


def _major(program: str) -> str:
    try:
        done = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = NUMBER.search(done.stdout)
    return found[0] if found else ""
