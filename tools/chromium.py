"""A headless Chromium, as tests and measurements start it."""

import shutil

from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
"""Also as root, and without asking anybody for anything."""


def start(*flags: str, timeout: float = 120) -> Chrome:
    """`timeout`, in seconds, is that of scripts."""
    options = Options()
    for flag in (*FLAGS, *flags):
        options.add_argument(flag)
    browser = Chrome(options=options, service=Service(shutil.which("chromedriver")))
    browser.set_script_timeout(timeout)
    return browser
