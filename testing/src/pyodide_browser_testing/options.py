"""The options of the pytest plugin."""

from __future__ import annotations

import os

import pytest

from pyodide_browser_testing import browsers, programs

REMOTE = "SELENIUM_REMOTE_URL"
INSTALLED = "installed"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("pyodide-browser", "pages of pyodide-browser")
    group.addoption(
        "--page-engine",
        default="chromium",
        metavar="ENGINE[,…]",
        help=f"the browser engine: {', '.join(programs.ENGINES)}; separate several with commas;"
        f" {INSTALLED}: all that this machine has",
    )
    group.addoption(
        "--page-host",
        default="localhost",
        help="the name of this machine for remote browsers (SELENIUM_REMOTE_URL)",
    )
    group.addoption(
        "--page-artifacts",
        metavar="FOLDER",
        help="write a screenshot, the console, the requests and a trace of each failed test",
    )
    group.addoption(
        "--page-cov",
        action="store_true",
        help="measure which lines of .py files run in the pages, for `coverage combine`",
    )
    parser.addini(
        "python_page_folder",
        "the folder of the pages, relative to the rootdir; the default is that of pyproject.toml",
        default="",
    )
    parser.addini(
        "python_page_timeout", "the limit of every wait for a page, in seconds", default="30"
    )


def engines(config: pytest.Config) -> list[str]:
    """Returns the engines of --page-engine. Raises pytest.UsageError if one is unknown."""
    option = str(config.getoption("page_engine"))
    if option == INSTALLED:
        return installed()
    wanted = [name.strip() for name in option.split(",")]
    for name in wanted:
        if name not in programs.ENGINES:
            known = ", ".join(programs.ENGINES)
            raise pytest.UsageError(f"--page-engine: unknown engine {name!r}: use {known}")
    return wanted


def installed() -> list[str]:
    """Returns the engines of this machine. Raises pytest.UsageError if there are none."""
    if os.environ.get(REMOTE):
        raise pytest.UsageError(f"--page-engine={INSTALLED}: name the engines of {REMOTE}")
    found = [engine for engine, lack in browsers.installed().items() if not lack]
    if not found:
        advice = f"Debian: apt-get install {programs.PACKAGES['chromium']}"
        raise pytest.UsageError(f"--page-engine={INSTALLED}: no browser ({advice})")
    return found


def pytest_report_header(config: pytest.Config) -> str | None:
    """Says which engines `installed` means."""
    if str(config.getoption("page_engine")) != INSTALLED:
        return None
    shown = (
        f"{engine} ({lack})" if lack else engine for engine, lack in browsers.installed().items()
    )
    return f"pages: {', '.join(shown)}"
