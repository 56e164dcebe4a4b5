"""The bundle: pyodide-browser.js and pyodide/."""

from functools import cache
from pathlib import Path

from pyodide_browser_testing.errors import TestingError

PACKAGE = Path(__file__).resolve().parent
PLACES = (PACKAGE / "bundle", PACKAGE.parent.parent.parent / "dist")
"""In the installed package, and in the repository."""


@cache
def folder() -> Path:
    """Returns the folder of the bundle. Raises TestingError if it was not built."""
    for place in PLACES:
        if (place / "pyodide-browser.js").is_file():
            return place
    raise TestingError(f"no pyodide-browser.js in {PLACES[1]}: run `make build` first")


def find(path: str) -> str:
    """Returns the file of the bundle for the path of a request, in any folder of the site; or "".

    >>> find("/any/folder/pyodide-browser.js"), find("/pyodide/pyodide.asm.wasm")
    ('pyodide-browser.js', 'pyodide/pyodide.asm.wasm')
    >>> find("/pyodide/../../secret"), find("/mine.js")
    ('', '')
    """
    parent, _, name = path.rpartition("/")
    inner = f"pyodide/{name}" if parent.endswith("/pyodide") else name
    wanted = inner == "pyodide-browser.js" or inner.startswith("pyodide/")
    return inner if wanted and name and (folder() / inner).is_file() else ""
