"""The command `pyodide-browser`."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click
import uvicorn
from starlette.types import ASGIApp

from pyodide_browser_testing import programs
from pyodide_browser_testing.commands.build import build, project_of
from pyodide_browser_testing.commands.check import check
from pyodide_browser_testing.commands.migrate import migrate
from pyodide_browser_testing.commands.new import new
from pyodide_browser_testing.errors import PageNotFound, ProjectError, TestingError
from pyodide_browser_testing.project import app_of
from pyodide_browser_testing.run import Report, run_page
from pyodide_browser_testing.server import Server, configured, listen
from pyodide_browser_testing.site import Site

Command = Callable[..., Any]

EXIT_CODES = """\b
Exit codes:
  0  the page ran without an error
  1  an error was not caught; its traceback is on stderr
  2  the arguments or the settings are wrong
  3  the browser is missing or does not start
  4  the page does not exist
  5  the page was not ready after --timeout, or does not include the page script
  6  after --timeout something was pending, or the text of --until was missing
  7  the browser crashed
  8  the port is in use
"""


@click.group(context_settings={"show_default": True})
@click.version_option(package_name="pyodide-browser-testing")
def main() -> None:
    """Makes, serves, runs and publishes pages of pyodide-browser."""


for command in (new, build, check, migrate):
    main.add_command(command)


def app_named(context: Any, parameter: Any, name: str | None) -> ASGIApp | None:
    """Imports the ASGI app `module:name`, also from the current folder."""
    try:
        return app_of(Path.cwd(), name) if name else None
    except ProjectError as error:
        raise click.BadParameter(str(error)) from None


with_app: Callable[[Command], Command] = click.option(
    "--app",
    metavar="MODULE:NAME",
    callback=app_named,
    help="An ASGI app, the back end: responds to requests that match no file.",
)


@main.command(epilog=EXIT_CODES)
@click.argument("page", metavar="PAGE", type=click.Path(path_type=Path))
@click.option(
    "--engine", type=click.Choice(programs.ENGINES), default="chromium", help="The browser engine."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    help="The limit, in seconds.",
)
@click.option("--until", metavar="TEXT", help="End when a line on the console contains TEXT.")
@click.option(
    "--screenshot",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Save a screenshot at the end, as PNG.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON object at the end, instead of the console.",
)
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The root of the site. PAGE must be inside. The default is the folder of PAGE.",
)
@click.option("--host", default="localhost", help="The name of this machine for remote browsers.")
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
    """Opens PAGE, an HTML file or a Python script, in a headless browser, and prints its console.
    Ends when Python is ready and no request, timer or task is pending.

    Serves the folder of the page on loopback. If SELENIUM_REMOTE_URL is set, uses a browser of that
    WebDriver server.
    """
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    root = folder or page.parent
    report = Report(quiet=as_json)
    try:
        if not page.is_file() and app is None:
            what = f"{page} is a folder: name a page in it" if page.is_dir() else ""
            raise PageNotFound(what or f"page not found: {page}: check the path")
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
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, help="The port; 0 for any free port."
)
@click.option("--host", default="localhost", help="The address to listen on.")
@click.option("--reload/--no-reload", default=True, help="Reload pages when a file changes.")
@with_app
def serve(folder: Path, port: int, host: str, reload: bool, app: ASGIApp | None) -> None:
    """Starts the development server. It serves FOLDER, a project (see `new`) or a folder of pages,
    and pyodide-browser.js and pyodide/ in every folder. Browsers cache nothing. To reload your back
    end (--app, or that of the project), restart the command."""
    project = project_of(folder)
    try:
        back_end = app or app_of(project.folder, project.app)
    except ProjectError as error:
        raise click.BadParameter(str(error)) from None
    try:
        site = Site(project.pages, back_end, ("reload.js",) if reload else ())
        sockets = listen(host, port)
    except TestingError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    click.echo(f"http://{host}:{sockets[0].getsockname()[1]}/  (Ctrl+C to stop)")
    sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt):
        DevelopmentServer(site, host).run(sockets=sockets)


class DevelopmentServer(uvicorn.Server):
    """Closes the connections of pages that wait for changes when it stops."""

    def __init__(self, site: Site, host: str) -> None:
        super().__init__(configured(site, (host,)))
        self._site = site

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._site.closing.set()
        super().handle_exit(sig, frame)
