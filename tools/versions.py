"""Finds all places that contain the version. pyproject.toml sets it; the others must agree."""

import json
import re
import runpy
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECTS = (Path("."), Path("testing"))
"""The folders of the Python packages; the first one sets the version."""

WHEEL = re.compile(r"pyodide_browser(?:_testing)?-(\d[^-\s]*)-py3")
PIN = re.compile(r"pyodide-browser(?:-testing)?==(\S+)")


def projects(root: Path = ROOT) -> list[Path]:
    return [root / name for name in PROJECTS if (root / name / "pyproject.toml").exists()]


def version(root: Path = ROOT) -> str:
    return str(tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"])


def written(root: Path = ROOT) -> dict[str, str]:
    """Place → version."""
    found = {}
    for project in projects(root):
        table = tomllib.loads((project / "pyproject.toml").read_text())["project"]
        place = (project / "pyproject.toml").relative_to(root).as_posix()
        found[place] = str(table["version"])
        groups = table.get("optional-dependencies", {}).values()
        for requirement in [*table.get("dependencies", []), *(each for g in groups for each in g)]:
            if pinned := PIN.match(requirement):
                found[f"{place}: {requirement}"] = pinned[1]
    if (codes := root / "src" / "browser" / "_codes.py").exists():
        found["src/browser/_codes.py"] = runpy.run_path(str(codes))["VERSION"]
    for name in ("package.json", "package-lock.json", "npm/package.json"):
        if (root / name).exists():
            of_npm = json.loads((root / name).read_text())
            for place, table in {name: of_npm, f"{name}: packages": _root_package(of_npm)}.items():
                if "version" in table:
                    found[place] = table["version"]
    for path in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for wheel in WHEEL.finditer(line):
                found[f"{path.relative_to(root).as_posix()}:{number}"] = wheel[1]
    return found


def _root_package(lock: dict[str, dict[str, dict[str, str]]]) -> dict[str, str]:
    return lock.get("packages", {}).get("", {})


def disagreeing(expected: str, root: Path = ROOT) -> list[str]:
    """One line for each place that has another version."""
    return [
        f"{place} has {found}, not {expected}"
        for place, found in written(root).items()
        if found != expected
    ]
