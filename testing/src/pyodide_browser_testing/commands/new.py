"""`pyodide-browser new`: writes a small project."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import click

NEXT = """\
Written: a page, its server and three tests. Next:

    cd {folder}
    pyodide-browser serve
    pytest"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Writes a small project to FOLDER: a page with a form, a request and a list, its server, and
    three tests. Its README.md says what to do with it."""
    if folder.exists() and not folder.is_dir():
        raise click.BadParameter(f"{folder} is a file: choose another name")
    if folder.is_dir() and any(folder.iterdir()):
        raise click.BadParameter(f"{folder} is not empty: choose another name")
    with as_file(files("pyodide_browser_testing") / "templates" / "app") as template:
        ignored = shutil.ignore_patterns("__pycache__")
        try:
            shutil.copytree(template, folder, ignore=ignored, dirs_exist_ok=True)
        except OSError as error:
            what = f"cannot write {folder}: {error.strerror or error}: choose another folder"
            raise click.BadParameter(what) from None
    click.echo(NEXT.format(folder=folder))
