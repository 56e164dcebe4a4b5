"""Finds the browsers and their drivers on this machine."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from pyodide_browser_testing import playwright

ENGINES: tuple[str, ...] = ("chromium", "firefox", "webkit")
LOCAL: Path = Path(__file__).resolve().parents[3] / ".build"
"""The folder where `make setup` installs geckodriver in the repository."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "chromium": ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
    "webkit": ("WebKitWebDriver",),
}
"""The possible commands of each browser."""

DRIVERS = {"chromium": "chromedriver", "firefox": "geckodriver", "webkit": "Xvfb"}
PACKAGES = {
    "chromium": "chromium chromium-driver",
    "firefox": "firefox-esr",
    "webkit": "webkit2gtk-driver xvfb",
}
"""The packages of Debian."""


def missing(engine: str) -> list[str]:
    """Returns the missing commands. Ignores a missing driver if Selenium Manager can download it
    (not with SE_OFFLINE=true)."""
    absent = [] if program_of(engine) else [NAMES[engine][0]]
    offline = engine == "webkit" or os.environ.get("SE_OFFLINE") == "true"
    if offline and not find(DRIVERS[engine]):
        absent.append(DRIVERS[engine])
    return absent


def program_of(engine: str) -> str:
    """Returns the program of a browser, or ""."""
    return on_path(engine) or playwright.find(engine)


def driver_of(engine: str) -> str | None:
    """Returns the driver of a browser. Returns None if Selenium Manager must download it: there is
    none, or Playwright's Chromium has another version."""
    found = find(DRIVERS[engine])
    if engine != "chromium" or not found or on_path(engine):
        return found
    if playwright.fits(program_of(engine), found):
        return found
    os.environ["SE_SKIP_DRIVER_IN_PATH"] = "true"
    return None


def on_path(engine: str) -> str:
    """Returns the program of a browser that is not Playwright's, or ""."""
    return next(filter(None, map(find, NAMES[engine])), "")


def find(command: str) -> str | None:
    """Returns the program of a command, on PATH or in the repository."""
    return shutil.which(command) or shutil.which(command, path=str(LOCAL))
