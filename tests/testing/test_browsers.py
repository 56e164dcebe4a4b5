"""The options of the browsers. All other tests check that they start."""

import pytest
from selenium import webdriver

from pyodide_browser_testing import browsers


@pytest.mark.parametrize("headed", [True, False])
def test_headed_shows_the_browser(monkeypatch, headed):
    monkeypatch.setattr(browsers, "HEADED", headed)
    options = browsers._with(webdriver.ChromeOptions(), "--headless=new", "--disable-gpu")
    assert options.arguments == [*([] if headed else ["--headless=new"]), "--disable-gpu"]
