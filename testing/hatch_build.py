"""Adds files from elsewhere in the repository to the distribution: the bundle of `make build`, and
the package `browser.testing`."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
DIST = HERE.parent / "dist"
TESTING = HERE.parent / "src" / "browser" / "testing"
NOT_INCLUDED = (".gz", ".ts", ".whl", ".mjs.map")
"""`pyodide-browser build` makes the .gz files itself; the .br files take too long."""


class Hook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable" or not (HERE.parent / "js_shim").is_dir():
            return  # an editable install, or an sdist, which has all files in src/
        prefix = "src/" if self.target_name == "sdist" else ""
        page_script = DIST / "pyodide-browser.js"
        if not page_script.is_file():
            raise FileNotFoundError(f"{page_script} is missing: run `make build` first")
        bundle = [page_script, *sorted((DIST / "pyodide").iterdir())]
        included = {
            path: f"pyodide_browser_testing/bundle/{path.relative_to(DIST)}"
            for path in bundle
            if path.suffix not in NOT_INCLUDED
        }
        included |= {
            path: f"browser/testing/{path.relative_to(TESTING)}"
            for path in sorted(TESTING.rglob("*.py"))
        }
        for path, target in included.items():
            build_data["force_include"][str(path)] = prefix + target
