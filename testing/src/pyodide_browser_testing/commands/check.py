"""`pyodide-browser check`: tells what is wrong with a hosting."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pyodide_browser_testing.errors import TestingError
from pyodide_browser_testing.hosting.findings import described
from pyodide_browser_testing.hosting.folder import check_folder
from pyodide_browser_testing.hosting.server import check_server

EXIT_CODES = """\b
Exit codes:
  0  nothing is wrong
  1  something is wrong: see the lines
  4  there is no page of pyodide-browser, or the server does not respond
"""


@click.command(epilog=EXIT_CODES)
@click.argument("target", metavar="URL|FOLDER")
def check(target: str) -> None:
    """Tells what is wrong with a hosting, and the line that mends it: missing files, MIME types,
    compression, caching, CORS, Content Security Policy.

    URL is that of a page on a server. FOLDER is one that will be published.
    """
    server = ""
    try:
        if target.startswith(("http://", "https://")):
            findings, server = check_server(target)
        elif Path(target).is_dir():
            findings = check_folder(Path(target))
        else:
            raise click.BadParameter(f"{target} is no folder and no URL (http://… or https://…)")
    except TestingError as error:
        click.echo(f"pyodide-browser: {error}", err=True)
        sys.exit(error.exit_code)
    for line in described(findings, server):
        click.echo(line)
    if findings:
        sys.exit(1)
    click.echo("nothing is wrong")
