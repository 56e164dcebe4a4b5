"""The command `pyodide-browser`."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click
import uvicorn
from starlette.types import ASGIApp
from uvicorn.importer import ImportFromStringError, import_from_string

from pyodide_browser_testing import browsers
from pyodide_browser_testing.errors import NoSuchPage, TestingError
from pyodide_browser_testing.run import Report, run_page
from pyodide_browser_testing.server import Server, configured, listen
from pyodide_browser_testing.site import Site

EXIT_CODES = """\b
Exit codes:
  0  the page has run without an error
  1  an error in the page that nobody caught; its traceback is on stderr
  2  wrong usage
  3  no such browser on this machine, or it does not start
  4  no such page
  5  not ready after --timeout seconds
  6  ready, but still busy, or without the text of --until, after --timeout seconds
  7  the browser has crashed
  8  the port is in use
"""


@click.group(context_settings={"show_default": True})
@click.version_option(package_name="pyodide-browser-testing")
def main() -> None:
    """Runs and serves pages of pyodide-browser."""


def app_named(context: Any, parameter: Any, name: str | None) -> ASGIApp | None:
    """The ASGI app `module:name`, looked for in the current folder, too."""
    if name is None:
        return None
    sys.path.insert(0, os.getcwd())
    try:
        app: ASGIApp = import_from_string(name)
    except ImportFromStringError as error:
        raise click.BadParameter(str(error)) from None
    return app


with_app = click.option(
    "--app",
    metavar="MODULE:NAME",
    callback=app_named,
    help="An ASGI app that answers what is no file.",
)


@main.command(epilog=EXIT_CODES)
@click.argument("page", metavar="PAGE", type=click.Path(path_type=Path))
@click.option("--engine", type=click.Choice(browsers.ENGINES), default="chromium")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=30, help="Seconds.")
@click.option("--until", metavar="TEXT", help="End when a line on the console contains this.")
@click.option("--screenshot", type=click.Path(path_type=Path), metavar="FILE", help="A PNG.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object at the end instead.")
@click.option("--folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--host", default="localhost", help="Where a browser elsewhere reaches this machine.")
@with_app
def run(
    page: Path,
    engine: str,
    timeout: float,
    until: str | None,
    screenshot: Path | None,
    as_json: bool,
    folder: Path | None,
    host: str,
    app: ASGIApp | None,
) -> NoReturn:
    """Opens PAGE, an HTML file or a Python script, in a browser without a screen, and prints what
    it says on its console. Ends when Python is ready and no request, timer or task is pending.

    Serves the page's folder (--folder: the site's root, which PAGE then lies in) on loopback. With
    SELENIUM_REMOTE_URL in the environment the browser is one of that WebDriver server.
    """
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    root = folder or page.parent
    report = Report(quiet=as_json)
    try:
        if not page.is_file() and app is None:
            raise NoSuchPage(f"no such page: {page}")
        if page.is_file() and not page.resolve().is_relative_to(root.resolve()):
            raise click.BadParameter(f"{page} is not in {root}", param_hint="--folder")
        target = page.resolve().relative_to(root.resolve()) if page.is_file() else page
        site = Site(root, app)
        with Server(site, "0.0.0.0" if host != "localhost" else host, name=host) as server:
            run_page(report, str(target), site, server, engine, timeout, until, screenshot)
    except TestingError as error:
        report.failed(str(error), error.exit_code)
    except KeyboardInterrupt:
        report.failed("interrupted", 130)
    if as_json:
        click.echo(report.as_json())
    sys.exit(report.exit_code)


@main.command()
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="0: any free one.")
@click.option("--host", default="localhost")
@click.option("--reload/--no-reload", default=True, help="Pages load anew when a file changes.")
@with_app
def serve(folder: Path, port: int, host: str, reload: bool, app: ASGIApp | None) -> None:
    """The development server: serves FOLDER, and pyodide-browser.js and pyodide/ in whatever folder
    a page asks for them. Nothing is cached. A back end of your own (--app) is not started anew."""
    try:
        site = Site(folder, app, ("reload.js",) if reload else ())
        sockets = listen(host, port)
    except TestingError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    click.echo(f"http://{host}:{sockets[0].getsockname()[1]}/  (Ctrl+C to stop)")
    sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt):
        DevelopmentServer(site).run(sockets=sockets)


class DevelopmentServer(uvicorn.Server):
    def __init__(self, site: Site) -> None:
        super().__init__(configured(site))
        self._site = site

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._site.closing.set()
        super().handle_exit(sig, frame)
