"""Writes docs/brython-differences.md: python -m tests.brython.table [--check]"""

import argparse
import json
import sys
from collections.abc import Iterable

from tests.brython.differences import ROWS, TOPICS, Row
from tests.brython.differences.row import DOM_PAGE, PAGE, TEMPLATE_PAGE
from tests.brython.runtimes import ROOT

PATH = ROOT / "docs" / "brython-differences.md"
COMMAND = "python -m tests.brython.table"

HEAD = """\
# Beside Brython

<!-- Written by `{command}` from tests/brython/differences/; do not edit. -->

The same page scripts run in Brython {version} (npm) and here, in Chromium, against the same
server ([tests/brython](../tests/brython)). This is what they see where the two differ, and a few
things that pages rely on and that do not. A difference that no row explains fails the test, and
so does a row whose difference is gone.

*S1* to *S25* are the statements of Brython's documentation of 2019, by which
[test_seed.py](../tests/browser/test_seed.py) names its tests. *Seen in* names the scripts that
show a row, *pinned by* the test of what is done here. *Decided here*: the documents are silent,
or contradict themselves.

"""
DOCUMENTS = "https://github.com/brython-dev/brython/blob/master/www/doc/en"
FOOT = "".join(
    f"{page}: {DOCUMENTS}/{name}.md\n"
    for page, name in (
        (PAGE, "browser.ajax"),
        (DOM_PAGE, "dom_api"),
        (TEMPLATE_PAGE, "browser.template"),
    )
)
COLUMNS = ("Brython", "Here", "What rules", "Seen in", "Pinned by")


def markdown() -> str:
    package = json.loads((ROOT / "node_modules" / "brython" / "package.json").read_text())
    parts = [HEAD.format(command=COMMAND, version=package["version"])]
    for topic in TOPICS:
        parts += [f"## {topic}\n\n", line(COLUMNS), line("---" for _ in COLUMNS)]
        parts += [line(cells(row)) for row in ROWS if row.topic == topic]
        parts.append("\n")
    return "".join([*parts, FOOT])


def cells(row: Row) -> list[str]:
    return [row.brython, row.here, row.rule, seen_in(row), pinned_by(row)]


def seen_in(row: Row) -> str:
    parts = [
        ", ".join(map(case_link, row.shows)),
        "no difference in " + ", ".join(map(case_link, row.agrees)) if row.agrees else "",
        f"a page cannot show {row.unseen}" if row.unseen else "",
    ]
    return "; ".join(part for part in parts if part)


def case_link(case: str) -> str:
    return f"[{case}](../tests/brython/cases/{case}.py)"


def pinned_by(row: Row) -> str:
    path, _, name = row.test.partition("::")
    return f"[{name.removeprefix('test_').replace('_', ' ')}](../tests/{path})"


def line(texts: Iterable[str]) -> str:
    return "| " + " | ".join(text.replace("|", "\\|") for text in texts) + " |\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    if not parser.parse_args().check:
        PATH.parent.mkdir(exist_ok=True)
        PATH.write_text(markdown(), encoding="utf-8")
        return 0
    if PATH.read_text(encoding="utf-8") == markdown():
        return 0
    print(f"{PATH.name} is not up to date: {COMMAND}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
