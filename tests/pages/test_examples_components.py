"""The examples of components and widgets: dashboard, monitor, notes with a menu."""

import re
import time

from selenium.webdriver import ActionChains, Keys

from tests.pages.shown import opened, texts

STATUS = "[role=status]"
VALUES = """
    const cards = [...document.querySelectorAll("sensor-card")];
    return cards.map(({ shadowRoot }) => shadowRoot.querySelector("p").textContent);
"""
LINES = """
    const panels = [...document.querySelectorAll("response-time, time-summary")];
    const text = ({ shadowRoot }, tag) => shadowRoot.querySelector(tag).textContent;
    return panels.map((panel) => `${text(panel, "h2")}: ${text(panel, "p")}`);
"""
BARS = """
    const panels = [...document.querySelectorAll("response-time")];
    return panels.map(({ shadowRoot }) => shadowRoot.querySelectorAll("rect").length);
"""


def test_the_dashboard_has_components_in_python(page):
    def values():
        return page.driver.execute_script(VALUES)

    def to_hour(key, times):
        page.find("#hour").send_keys(key * times)

    opened(page, "dashboard.html", "Ready.")
    assert values() == ["19 °C", "580 ppm", "48 dB"]
    to_hour(Keys.ARROW_RIGHT, 3)
    page.wait_text("#shown-hour", "12:00")
    assert values() == ["22 °C", "1120 ppm ▲", "52 dB"]
    page.wait_text(STATUS, "Too high: CO₂.")
    assert len(page.find_all("sensor-card[high]")) == 1

    page.find("#sensor").send_keys("Power")
    page.find("#new button").click()
    page.wait_text(STATUS, "Power is on the dashboard.")
    assert values()[3:] == ["8 kW"]
    to_hour(Keys.ARROW_LEFT, 4)
    page.wait_text(STATUS, "All values are as they should be.")
    assert values()[3:] == ["2 kW"]

    remove = "sensor-card button"
    page.wait_text(remove, "Remove Power")
    page.find(remove).click()
    page.wait_text(remove, "Really?")
    page.find("#hour").click()
    page.wait_text(remove, "Remove Power")
    page.find(remove).send_keys(Keys.ENTER)
    page.find(remove).send_keys(Keys.ENTER)
    page.wait_text(STATUS, "Power is removed.")
    assert len(values()) == 3

    page.find("#clear").send_keys(Keys.ENTER)
    page.wait_text("#clear", "Really?")
    page.find("#clear").send_keys(Keys.ENTER)
    page.wait(lambda: values() == [])


def test_the_monitor_measures_requests(page):
    def lines():
        return page.driver.execute_script(LINES)

    opened(page, "monitor.html", "Ready.")
    assert lines() == ["Echo: –", "A slow one: –", "All requests: –"]
    page.find("#measure").click()
    page.wait(lambda: lines()[2] == "All requests: 2 requests, 0 failed")
    page.wait_text(STATUS, re.compile(r"Median of the last 2: \d+\.\d ms"))
    assert all(re.fullmatch(r".*: \d+\.\d ms", line) for line in lines()[:2])
    assert page.driver.execute_script(BARS) == [1, 1]

    url = page.find("#url")
    url.clear()
    url.send_keys("/api/nothing", Keys.ENTER)
    page.wait(lambda: lines()[2] == "/api/nothing: status 404")
    assert lines()[3] == "All requests: 3 requests, 1 failed"
    page.find("#every").send_keys("¼")
    page.find("#run").click()
    page.wait_text("#run", "Stop")
    page.wait(lambda: min(page.driver.execute_script(BARS)) >= 3)
    page.find("#run").click()
    page.wait_text("#run", "Start")

    def has_stopped():
        before = lines()[3]
        time.sleep(1)
        return lines()[3] == before

    page.wait(has_stopped)


def test_notes_are_written_and_changed_by_menus(page):
    def keys(*pressed):
        ActionChains(page.driver).send_keys(*pressed).perform()

    def focused():
        return page.driver.switch_to.active_element.text.rstrip("▸\n")

    def item(text):
        return next(one for one in page.find_all("#menu [role=menuitem]") if one.text == text)

    def text():
        return page.find("#text").get_property("value")

    opened(page, "menu.html", "Ready.")
    page.find("#text").send_keys("pear", Keys.ENTER, "apple")
    item("File").click()
    item("Save").click()
    page.wait(lambda: page.find_all("[role=dialog]"))
    keys("fruit", Keys.ENTER)
    page.wait_text(STATUS, "“fruit” is saved.")
    page.wait_text("#name", "fruit")

    item("File").click()
    keys(Keys.ARROW_RIGHT)
    assert focused() == "Case"
    keys(Keys.ARROW_RIGHT, "t")
    assert focused() == "Title Case"
    keys(Keys.ENTER)
    page.wait(lambda: text() == "Pear\nApple")
    item("Edit").click()
    keys(Keys.ARROW_DOWN, "s", Keys.ENTER)
    page.wait(lambda: text() == "Apple\nPear")
    item("Count").click()
    page.wait(lambda: focused() == "Close")
    assert "2 words, 10 characters" in texts(page, "[role=dialog]")[0]
    keys(Keys.ESCAPE)
    page.wait(lambda: focused() == "Count")
    keys(Keys.HOME, Keys.ARROW_DOWN, "s", Keys.ENTER)
    page.wait_text(STATUS, "“fruit” is saved.")

    opened(page, "menu.html", "Ready.")
    assert text() == ""
    item("File").click()
    keys(Keys.ARROW_DOWN, "o", Keys.ARROW_RIGHT)
    assert focused() == "fruit"
    keys(Keys.ENTER)
    page.wait(lambda: text() == "Apple\nPear")
    item("File").click()
    item("Delete…").click()
    page.wait(lambda: page.find_all("[role=dialog]"))
    page.find("[role=dialog] button").click()
    page.wait_text(STATUS, "Ready.")
    item("File").click()
    keys(Keys.ARROW_DOWN, "o", Keys.ARROW_RIGHT)
    assert focused() == "Open"
    keys(Keys.ESCAPE)
    assert focused() == "File"
