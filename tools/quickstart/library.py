"""Makes the folder with what pages import: library.NAME.bin for each group, and tables.json.

Its python_stdlib.zip, from which the snapshot imports, has the changes of python_patches.py.
"""

import json
from pathlib import Path

from tools.quickstart.groups import write_groups

STDLIB = "python_stdlib.zip"
PACKAGE = "pyodide_browser.zip"
TABLES = "tables.json"


def write_library(folder: Path, package: Path) -> None:
    """`folder` has the changed python_stdlib.zip, `package` is our pyodide_browser.zip."""
    tables = write_groups({STDLIB: folder / STDLIB, PACKAGE: package}, folder)
    (folder / TABLES).write_text(json.dumps(tables))
