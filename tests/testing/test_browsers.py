"""Which browsers are found, and their options. All other tests check that they start."""

import pytest
from selenium import webdriver
from selenium.common.exceptions import NoSuchDriverException

from pyodide_browser_testing import browsers, options, playwright, programs
from tests import drivers
from tests.testing.commands import pytest_in


@pytest.mark.parametrize("headed", [True, False])
def test_headed_shows_the_browser(monkeypatch, headed):
    monkeypatch.setattr(browsers, "HEADED", headed)
    options = browsers._with(webdriver.ChromeOptions(), "--headless=new", "--disable-gpu")
    assert options.arguments == [*([] if headed else ["--headless=new"]), "--disable-gpu"]


TEST = """
def test_page(python_page):
    python_page.open("<p>")
    print(python_page.driver.capabilities["browserName"])
"""


@pytest.fixture
def downloaded(tmp_path):
    """The folder of Playwright's browsers: an older Chromium, and one that is the system's."""
    drivers.require("chromium")
    for revision, program in {"999": "/nowhere", "1200": programs.program_of("chromium")}.items():
        folder = tmp_path / "browsers" / f"chromium-{revision}" / "chrome-linux"
        folder.mkdir(parents=True)
        (folder / "chrome").write_text(f'#!/bin/sh\nPATH=/usr/bin:/bin exec {program} "$@"\n')
        (folder / "chrome").chmod(0o755)
    return tmp_path / "browsers"


def test_a_browser_of_playwright_is_found_and_starts(downloaded, folder, tmp_path):
    chromedriver = programs.find("chromedriver")
    only_driver = tmp_path / "bin"
    only_driver.mkdir()
    (only_driver / "chromedriver").symlink_to(chromedriver)
    found = {"PATH": str(only_driver), playwright.VARIABLE: str(downloaded)}
    ended = pytest_in(folder(test_page_py=TEST), "-s", "--page-engine=installed", **found)
    assert ended.returncode == 0, ended.stdout
    assert "chrome" in ended.stdout
    assert "1 passed" in ended.stdout
    assert "pages: chromium, firefox (no firefox-esr), webkit (no We" in ended.stdout


def test_the_newest_browser_of_playwright(downloaded, monkeypatch):
    monkeypatch.setenv(playwright.VARIABLE, str(downloaded))
    assert playwright.find("chromium") == str(downloaded / "chromium-1200/chrome-linux/chrome")
    assert playwright.find("firefox") == ""
    assert playwright.find("webkit") == ""
    monkeypatch.setenv(playwright.VARIABLE, "0")
    monkeypatch.setenv("HOME", str(downloaded))
    assert playwright.find("chromium") == ""


def test_a_driver_of_another_version_is_not_used(tmp_path):
    for name, version in {"a": "Chromium 140.0.1", "b": "ChromeDriver 139.2", "c": "140"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    a, b, c = (str(tmp_path / name) for name in "abc")
    assert (playwright.fits(a, b), playwright.fits(a, c)) == (False, True)
    assert not playwright.fits("/nowhere", "/nowhere")


def test_no_browser_is_a_usage_error(folder):
    none = {"PATH": "/nowhere", playwright.VARIABLE: "/nowhere"}
    ended = pytest_in(folder(test_page_py=TEST), "--page-engine=installed", **none)
    assert ended.returncode == 4
    assert "--page-engine=installed: no browser (Debian: apt-get install chromium" in ended.stderr


def test_a_driver_that_cannot_be_downloaded(monkeypatch, tmp_path):
    def fails(self):
        raise NoSuchDriverException("offline")

    (tmp_path / "firefox").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "LOCAL", tmp_path)
    monkeypatch.delenv("SE_OFFLINE")
    monkeypatch.setattr(browsers.DriverFinder, "get_driver_path", fails)
    what = "no geckodriver on PATH, and selenium cannot download it"
    assert browsers._not_installed("firefox") == what
    assert browsers._advice("firefox", "", "offline") == f"cannot start firefox: {what}"
    (tmp_path / "geckodriver").touch(mode=0o755)
    assert browsers._not_installed("firefox") == ""


def test_installed_means_this_machine(monkeypatch):
    monkeypatch.setenv(options.REMOTE, "http://grid")
    with pytest.raises(pytest.UsageError, match="name the engines of SELENIUM_REMOTE_URL"):
        options.installed()
