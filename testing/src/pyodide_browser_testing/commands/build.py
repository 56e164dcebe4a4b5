"""`pyodide-browser build`: writes a site to publish."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pyodide_browser_testing.errors import ProjectError
from pyodide_browser_testing.pages import runtime
from pyodide_browser_testing.pages.needs import Needs
from pyodide_browser_testing.project import Project, project_in
from pyodide_browser_testing.publish.site import is_replaceable, planned, write

HOSTS = """\
Hosts:
  nginx                     nginx.conf has the settings
  Apache                    .htaccess has them; the folder needs AllowOverride FileInfo
  Netlify, Cloudflare Pages _headers has them; both compress by themselves
  GitHub Pages              sets no headers, keeps files for 10 minutes, compresses only some types
"""


@click.command()
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="The folder to write. It may contain an earlier build, and nothing else.",
)
@click.option("--offline", is_flag=True, help="Pages work without a network after the first visit.")
def build(folder: Path, out: Path, offline: bool) -> None:
    """Writes the site of FOLDER: its pages, Python, compressed copies, and the settings of the
    usual hosts. Writes nothing if a page needs something that is missing.

    FOLDER is a project (see `new`) or a folder of pages. Tests, pyproject.toml, the back end, and
    files whose name starts with a dot are left out.
    """
    project = project_of(folder)
    if project.pages.resolve().is_relative_to(out.resolve()):
        raise click.BadParameter(f"{out} contains the pages: choose another", param_hint="--out")
    if not is_replaceable(out):
        what = f"{out} is not empty, and no earlier build: choose another"
        raise click.BadParameter(what, param_hint="--out")
    plan = planned(project, out)
    if plan.problems:
        for problem in plan.problems:
            click.echo(str(problem), err=True)
        sys.exit(1)
    try:
        files = write(plan, out, offline)
    except OSError as error:
        what = f"cannot write {error.filename or out}: {error.strerror or error}: choose another"
        raise click.BadParameter(what, param_hint="--out") from None
    raw = sum(file.stat().st_size for file in files)
    click.echo(f"{out}: {len(files)} files, {megabytes(raw)}")
    if plan.left_out:
        click.echo(f"left out: {', '.join(map(str, plan.left_out))}")
    for needs in plan.needs:
        click.echo(described(needs))
    click.echo(f"\n{HOSTS}\nNext: pyodide-browser check {out}")


def project_of(folder: Path) -> Project:
    """Returns the project of a folder. Raises click.BadParameter if its settings are wrong."""
    try:
        return project_in(folder)
    except ProjectError as error:
        raise click.BadParameter(str(error)) from None


def described(needs: Needs) -> str:
    """Returns what a page loads, in one line."""
    first = sum(map(runtime.size, runtime.first()))
    parts = [f"{needs.page}: {megabytes(first)} before the first statement (brotli)"]
    for group in sorted(needs.groups):
        parts.append(f"{group} {megabytes(runtime.size(f'pyodide/library.{group}.bin'))}")
    return ", ".join([*parts, *(f"package {name}" for name in sorted(needs.packages))])


def megabytes(size: int) -> str:
    """Returns a size as text.

    >>> megabytes(2_345_678)
    '2.3 MB'
    """
    return f"{size / 1e6:.1f} MB"
