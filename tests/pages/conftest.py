"""The examples, by the project's own pytest plugin (testing/). What needs routes, throttled lines
or policies of the test's own is Playwright's, in the *.spec.ts beside this."""

from pathlib import Path

import pytest

from examples import backend
from tests import drivers
from tests.pages.line import Line

ROOT = Path(__file__).resolve().parent.parent.parent


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


@pytest.fixture(autouse=True)
def engine_is_there(page_engine):
    drivers.require(page_engine)


@pytest.fixture
def page(engine_is_there, python_page):
    return python_page
