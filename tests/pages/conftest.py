"""The examples, by the project's own pytest plugin (testing/). What needs routes, throttled lines
or policies of the test's own is Playwright's, in the *.spec.ts beside this."""

from pathlib import Path

import pytest

from examples import backend
from tests import drivers
from tests.pages.line import Line

ROOT = Path(__file__).resolve().parent.parent.parent

NAMELESS = """
    const named = ({ labels, ariaLabel, textContent }) =>
        labels?.length || ariaLabel || textContent.trim();
    const controls = document.querySelectorAll("input, select, textarea, button, progress");
    return [...controls].filter((one) => !named(one)).map((one) => one.outerHTML);
"""


@pytest.fixture(scope="session")
def python_page_folder():
    return ROOT / "examples" / "pages"


@pytest.fixture(scope="session")
def python_page_app():
    return Line(backend.create_app())


@pytest.fixture
def line(python_page_app):
    yield python_page_app
    python_page_app.state = "whole"


@pytest.fixture
def engine_is_there(page_engine):
    drivers.require(page_engine)


@pytest.fixture
def page(engine_is_there, python_page):
    """At its end it has no error on the console, and no control without a name."""
    yield python_page
    assert [line for line in python_page.console if line.level in ("error", "uncaught")] == []
    assert python_page.driver.execute_script(NAMELESS) == []
