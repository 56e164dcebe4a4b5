"""The settings of a project: the table `[tool.pyodide-browser]` of its pyproject.toml."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from starlette.types import ASGIApp
from uvicorn.importer import ImportFromStringError, import_from_string

from pyodide_browser_testing.errors import ProjectError

NAME = "pyproject.toml"


@dataclass(frozen=True)
class Project:
    """A folder with a pyproject.toml, or any other folder."""

    folder: Path
    pages: Path
    """The folder of the pages."""

    app: str = ""
    """The back end, as `module:name`; "" if there is none."""


def project_in(folder: Path) -> Project:
    """Returns the project of a folder. Without settings, its pages are in the folder itself.

    Raises ProjectError if the settings are wrong.
    """
    file = folder / NAME
    if not file.is_file():
        return Project(folder, folder)
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProjectError(f"{file}: {error}") from None
    table = content.get("tool", {}).get("pyodide-browser", {})
    where = f"{file}: [tool.pyodide-browser]"
    if unknown := sorted(set(table) - {"pages", "app"}):
        raise ProjectError(f"{where}: unknown setting {unknown[0]!r}: use pages or app")
    if not all(isinstance(value, str) for value in table.values()):
        raise ProjectError(f"{where}: pages and app are strings")
    pages = folder / table.get("pages", ".")
    if not pages.is_dir():
        raise ProjectError(f"{where}: pages: no such folder: {pages}")
    return Project(folder, pages, table.get("app", ""))


def app_of(folder: Path, name: str) -> ASGIApp | None:
    """Imports an ASGI app, `module:name`, also from the folder. Returns None for "".

    Raises ProjectError if there is no such app.
    """
    if not name:
        return None
    sys.path.insert(0, str(folder.resolve()))
    try:
        app: ASGIApp = import_from_string(name)
    except ImportFromStringError as error:
        raise ProjectError(str(error)) from None
    return app
