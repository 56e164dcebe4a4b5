"""Lets a page of each engine work for ten minutes, and fails if something grows.

    make build && python -m tools.soak [--minutes 10] [--engine firefox]... [--write-docs]

Requests, streams, cancelled tasks, nodes, scripts, workers and templates; hidden tabs, going
offline, back and forward. Prints a chart; --write-docs writes it as docs/soak.md.
"""

import argparse
import sys
import time

from pyodide_browser_testing import programs
from tests.server import TestServer
from tools.format import ROOT
from tools.soak.page import FOLDERS, SoakPage
from tools.soak.report import Course, document, printed

DOCUMENT = ROOT / "docs" / "soak.md"
SAMPLES = 15
"""How often an engine's page is measured."""


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.soak",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--minutes", type=float, default=10, help="in each engine")
    parser.add_argument("--engine", choices=programs.ENGINES, action="append")
    parser.add_argument("--write-docs", action="store_true", help=f"write docs/{DOCUMENT.name}")
    options = parser.parse_args()
    courses = []
    for engine in options.engine or programs.ENGINES:
        with TestServer(static=FOLDERS) as server:
            course = soak(engine, server, options.minutes * 60)
        print(printed(course), flush=True)
        courses.append(course)
    if options.write_docs:
        DOCUMENT.write_text(document(courses))
    return 1 if any(course.grown for course in courses) else 0


def soak(engine: str, server: TestServer, seconds: float) -> Course:
    """Lets one page work for so long."""
    page = SoakPage(engine, server)
    try:
        course = Course(page.version, seconds / 60)
        start = time.monotonic()
        page.warm_up()
        page.disturb()
        while (passed := time.monotonic() - start) < seconds:
            if passed >= seconds * len(course.samples) / SAMPLES:
                page.disturb()
                course.samples.append(page.sample())
            page.work()
        course.samples.append(page.sample())
        course.counts = dict(page.done)
        return course
    finally:
        page.close()


if __name__ == "__main__":
    sys.exit(main())
