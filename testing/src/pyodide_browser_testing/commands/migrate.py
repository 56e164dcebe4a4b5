"""`pyodide-browser migrate`: moves a Brython page over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from pyodide_browser_testing.migration.differences import differences, hints, places
from pyodide_browser_testing.migration.page import migrated
from pyodide_browser_testing.pages.needs import needs_of

ENCODING = {"encoding": "utf-8", "errors": "surrogateescape"}


@click.command()
@click.argument(
    "page", metavar="PAGE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--write", is_flag=True, help="Change the file, too.")
def migrate(page: Path, write: bool) -> None:
    """Shows how to move PAGE, an HTML file that includes Brython: the script tags to change, and,
    with lines, what is missing, what behaves differently, what is quicker or slower.

    Reads the page, the files of its scripts, and the modules that they import. A line says only
    that the code may show the difference.
    """
    html = page.read_bytes().decode(**ENCODING)
    result = migrated(html)
    if result is None:
        what = f"{page} includes no brython.js: it is no Brython page, or it was migrated"
        raise click.BadParameter(what)
    needs = needs_of(page.parent, page.name)
    if write:
        try:
            page.write_bytes(result.html.encode(**ENCODING))
        except OSError as error:
            what = f"cannot write {page}: {error.strerror}: make it writable, or copy it"
            raise click.BadParameter(what) from None
    show("Changed" if write else "To change (with --write)", at_lines(page, result.changes))
    show("Missing", [str(problem) for problem in needs.problems])
    show("Different", described(places(differences(), needs.scripts)))
    show("Speed", described(places(hints(), needs.scripts)))


def at_lines(page: Path, changes: Mapping[int, str]) -> list[str]:
    return [f"{page.name}:{line}: {change}" for line, change in changes.items()]


def described(found: Mapping[str, list[str]]) -> list[str]:
    """Returns a line for each text, with its places."""
    return [f"{', '.join(places)}: {text}" for text, places in found.items()]


def show(title: str, lines: list[str]) -> None:
    """Prints lines below a title; nothing if there are none."""
    if lines:
        click.echo(f"{title}:")
        for line in lines:
            click.echo(f"  {line}")
