"""Runs a page for `pyodide-browser run`."""

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import click
from selenium.common.exceptions import WebDriverException

from pyodide_browser_testing import browsers
from pyodide_browser_testing.console import Line, Request
from pyodide_browser_testing.errors import TestingError, WaitTimeout
from pyodide_browser_testing.page import INTERVAL, PythonPage
from pyodide_browser_testing.server import Server
from pyodide_browser_testing.site import Site


class Report:
    """The console of the page, and how it ended. Prints both at once, unless `quiet`."""

    def __init__(self, quiet: bool) -> None:
        self.quiet: bool = quiet
        self.exit_code: int = 0
        self.failure: str = ""
        self.errors: list[str] = []
        self.console: list[Line] = []
        self.requests: list[Request] = []

    def update(self, console: list[Line]) -> None:
        """Prints the new lines of the console."""
        for line in console[len(self.console) :] if not self.quiet else ():
            is_output = line.level in ("log", "info", "debug")
            prefix = "uncaught: " if line.level == "uncaught" else ""
            click.echo(f"{prefix}{line.text}", err=not is_output)
        self.console = console

    def failed(self, why: str, exit_code: int) -> None:
        self.failure, self.exit_code = why, exit_code
        if not self.quiet:
            click.echo(f"pyodide-browser: {why}", err=True)

    def as_json(self) -> str:
        return json.dumps(
            {
                "exit_code": self.exit_code,
                "failure": self.failure,
                "errors": self.errors,
                "console": [asdict(line) for line in self.console],
                "requests": [asdict(one) | {"url": one.shown_url} for one in self.requests],
            },
            indent=2,
            ensure_ascii=False,
        )


def run_page(
    report: Report,
    target: str,
    site: Site,
    server: Server,
    engine: str,
    timeout: float,
    until: str | None,
    screenshot: Path | None,
) -> None:
    """Opens the page in a browser and follows it. Raises TestingError."""
    site.path_of(target)  # raises PageNotFound before a browser starts
    driver = browsers.start(engine, remote=os.environ.get("SELENIUM_REMOTE_URL", ""))
    page = PythonPage(driver, site, server.origin, timeout)
    try:
        try:
            page.open(target, wait=False)
            follow(page, report, until)
        finally:
            with suppress(TestingError, WebDriverException):
                report.update(page.console)
                report.errors, report.requests = page.errors, page.requests
                if screenshot:
                    driver.save_screenshot(str(screenshot))
    except WaitTimeout:
        if not report.errors:  # more important
            raise
    finally:
        browsers.stop(driver)
    if report.errors:
        count = len(report.errors)
        report.failed(f"{count} error{'s' if count > 1 else ''} in {target}", 1)


def follow(page: PythonPage, report: Report, until: str | None) -> None:
    """Prints the console until the page ends. Raises PageNotReady or WaitTimeout."""
    deadline = time.monotonic() + page.timeout
    while True:
        report.update(page.console)
        if until and any(until in line.text for line in report.console):
            return
        pending = page.pending() if page.is_ready else "not ready"
        if not pending and not until:
            return
        page.check_start()
        if time.monotonic() > deadline:
            after = f"{page.shown_url}: after {page.timeout:g} s"
            if not page.is_ready:
                raise page.not_ready()
            if until:
                raise WaitTimeout(f"{after}: {until!r} is not on the console")
            raise WaitTimeout(f"{after}: {pending} still pending: see --until")
        time.sleep(INTERVAL)
