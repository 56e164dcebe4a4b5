"""Publishes a version, or prints why it cannot.

    python -m tools.release 0.2.0              checks, and prints the commands that publish
    python -m tools.release 0.2.0 --publish    checks, and runs them

The commands begin with audits of the dependencies, `make test` and `make dist-packages`; the first
that fails ends it.
"""

import argparse
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import versions

ROOT = Path(__file__).resolve().parent.parent
VERSION = re.compile(r"\d+\.\d+\.\d+")
"""A form that PyPI and npm share."""

Command = tuple[str, ...]


def main(arguments: list[str] | None = None, root: Path = ROOT) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.release",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("version")
    parser.add_argument("--publish", action="store_true")
    given = parser.parse_args(arguments)
    if refusals := list(reasons(given.version, root)):
        sys.exit("\n".join(f"not released: {reason}" for reason in refusals))
    for command in commands(given.version, root):
        print("$", shlex.join(command), flush=True)
        if given.publish and subprocess.run(command, cwd=root, check=False).returncode:
            sys.exit(f"not released further: {shlex.join(command)} failed")
    if not given.publish:
        print("No command was run; --publish runs them")


def reasons(version: str, root: Path) -> Iterator[str]:
    """One line for each reason not to release the version."""
    if not VERSION.fullmatch(version):
        yield f"{version!r} is not a version: use three numbers, as in 0.2.0"
        return
    if git(root, "status", "--porcelain"):
        yield "uncommitted changes: commit or revert them"
    if (branch := git(root, "branch", "--show-current")) != "main":
        yield f"the branch is {branch or 'none'}, not main"
    if git(root, "tag", "--list", f"v{version}"):
        yield f"the tag v{version} exists"
    yield from versions.disagreeing(version, root)
    yield from changelog(version, (root / "CHANGELOG.md").read_text())


def changelog(version: str, text: str) -> Iterator[str]:
    """What the changelog lacks for this version (keepachangelog.com)."""
    sections: dict[str, str] = {}
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        sections[heading.strip()] = body.strip()
    dated = [
        heading for heading in sections if re.fullmatch(rf"\[{re.escape(version)}\].*", heading)
    ]
    if "[Unreleased]" not in sections:
        yield "CHANGELOG.md has no section [Unreleased]"
    elif sections["[Unreleased]"]:
        yield f"CHANGELOG.md: [Unreleased] is not empty: move it to [{version}]"
    if not dated:
        yield f"CHANGELOG.md has no section [{version}]"
    elif not re.fullmatch(r"\[[\d.]+\] - \d{4}-\d\d-\d\d", dated[0]):
        yield f"CHANGELOG.md: [{version}] has no date: ## [{version}] - YYYY-MM-DD"
    elif not sections[dated[0]]:
        yield f"CHANGELOG.md: [{version}] is empty"


def commands(version: str, root: Path) -> list[Command]:
    """The commands that publish. The tag is last: until then a failed release can be repeated."""
    names = ["pyodide_browser", "pyodide_browser_testing"][: len(versions.projects(root))]
    files = [
        f"dist-packages/{name}-{version}{end}"
        for name in names
        for end in ("-py3-none-any.whl", ".tar.gz")
    ]
    twine = ".venv/bin/twine"
    audit = (".venv/bin/pip-audit", "--progress-spinner=off")
    return [
        ("npm", "audit"),
        (*audit, "--local", "--skip-editable"),
        (*audit, "--require-hashes", "--requirement", "tools/shipped.txt"),
        ("make", "test"),
        ("make", "dist-packages"),
        (twine, "upload", "--skip-existing", *files),
        ("npm", "publish", f"dist-packages/pyodide-browser-{version}.tgz"),
        ("git", "tag", "--annotate", "--message", f"Version {version}", f"v{version}"),
        ("git", "push", "origin", f"v{version}"),
    ]


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(("git", *arguments), cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
