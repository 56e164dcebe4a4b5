"""What a failed test reports: the error of the page, its console, files about it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from pyodide_browser_testing import artifacts
from pyodide_browser_testing.errors import TestingError
from pyodide_browser_testing.page import PythonPage, first_line

PAGE: pytest.StashKey[PythonPage] = pytest.StashKey()
"""The page of a test."""


@contextmanager
def explained(item: pytest.Function, file: Path) -> Iterator[None]:
    """Fails the test with the error of the page and the line of the test, without a traceback of
    this package."""
    try:
        yield
    except (TestingError, WebDriverException) as error:
        message = message_of(error)
        add_console(item, without=message)
        text = f"{message}\n\n{line_in(file, error, item)}"
        raise pytest.fail.Exception(text, pytrace=False) from None
    except BaseException:
        add_console(item)
        raise


def message_of(error: TestingError | WebDriverException) -> str:
    """Returns the message, without the stack of the driver."""
    if isinstance(error, TestingError):
        return str(error)
    return f"{type(error).__name__}: {first_line(error)}"


def line_in(file: Path, error: Exception, item: pytest.Function) -> str:
    """Returns the line of the file that raised the error, or the test if it was in the page."""
    shown, first, _ = item.location
    found = f"{shown}:{(first or 0) + 1}: {item.name}"
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == str(file):
            lines = file.read_text(encoding="utf-8").splitlines()
            name = os.path.relpath(file, item.config.invocation_params.dir)
            found = f"{name}:{step.tb_lineno}: {lines[step.tb_lineno - 1].strip()}"
        step = step.tb_next
    return found


def add_console(item: pytest.Function, without: str = "") -> None:
    """Adds the console to the report, if the page still responds, without lines of the message."""
    page = item.stash.get(PAGE, None)
    if page is None or not page.url:
        return
    try:
        lines = page.console
    except (TestingError, WebDriverException):
        return
    if folder := item.config.getoption("page_artifacts"):
        save_artifacts(item, page, Path(folder))
    if shown := [f"{line.level}: {line.text}" for line in lines if line.text not in without]:
        item.add_report_section("call", "console of the page", "\n".join(shown))


def save_artifacts(item: pytest.Function, page: PythonPage, root: Path) -> None:
    """Writes the files about the page to a folder with the name of the test."""
    folder = root / re.sub(r"[^\w.-]+", "-", item.nodeid).strip("-")
    try:
        artifacts.save(page, folder)
    except (TestingError, WebDriverException, HTTPError) as error:
        item.add_report_section("call", "page artifacts", f"not written: {error}")
    else:
        item.add_report_section("call", "page artifacts", str(folder))
