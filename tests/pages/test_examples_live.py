"""The examples that run on: live log, chat, a long computation."""

import re
import secrets
import time
from urllib.parse import quote

import pytest
from selenium.webdriver import Keys

from tests.pages.shown import texts

STATUS = "#status"
ASKED = re.compile(r"^Line \d+; asked \d+ s ago\.$")
AWAY = "The server does not answer. Trying again…"


def numbers(page):
    """The numbers of the lines that the log shows."""
    return [int(line.split()[0]) for line in texts(page, "#log p")]


def test_the_log_grows_pauses_and_goes_on_without_a_gap(page):
    page.open("log.html")
    page.wait(lambda: len(numbers(page)) > 8)
    page.wait_text(STATUS, ASKED)
    log = page.find("#log")
    height, top, shown = (
        log.get_property(name) for name in ("scrollHeight", "scrollTop", "clientHeight")
    )
    assert height - top - shown < 20  # the last lines are visible

    page.find("#pause").click()
    paused = numbers(page)
    page.wait_text(STATUS, f"Paused after line {paused[-1]}.")
    asked = len(page.requests)
    time.sleep(1.5)  # three times as long as from one request to the next
    assert numbers(page) == paused
    assert len(page.requests) == asked

    page.find("#pause").click()
    page.wait(lambda: len(numbers(page)) > len(paused) + 4)
    assert is_consecutive(numbers(page))


@pytest.mark.parametrize("state", ["cut", "silent"])
def test_a_server_that_is_away_is_said_and_asked_again(page, line, state):
    page.open("log.html")
    page.wait_text(STATUS, ASKED)
    line.state = state
    page.wait_text(STATUS, AWAY)
    line.state = "whole"
    page.wait_text(STATUS, ASKED)
    assert is_consecutive(numbers(page))


def is_consecutive(found):
    return found == list(range(found[0], found[0] + len(found)))


@pytest.fixture
def room(page):
    """The path of a new room."""
    return f"chat.html?room={quote(f'room {secrets.token_hex(4)} ✓/?', safe='')}"


def write(page, name, text):
    page.find("#name").clear()
    page.find("#name").send_keys(name)
    page.find("#text").send_keys(text, Keys.ENTER)
    page.wait(lambda: page.find("#text").get_property("value") == "")


def test_two_people_see_each_other_and_nobody_in_another_room(page, room):
    switch_to = page.driver.switch_to
    ada = page.driver.current_window_handle
    page.open(room)
    page.wait_text(STATUS, re.compile("^Connected: 1 person in “room .* ✓/[?]”[.]$"))
    windows = {}
    for name, path in (("outside", "chat.html?room=elsewhere"), ("grace", room)):
        switch_to.new_window("window")
        windows[name] = page.driver.current_window_handle
        page.open(path)
        page.wait_text(STATUS, re.compile("^Connected"))
    page.wait_text(STATUS, re.compile("^Connected: 2 people"))

    switch_to.window(ada)
    page.wait_text(STATUS, re.compile("^Connected: 2 people"))
    write(page, "Ada", "Hello, anybody?")
    switch_to.window(windows["grace"])
    page.wait_text("#log", "Ada: Hello, anybody?")
    write(page, "Grace", "<b>Here</b> I am & “well”")
    assert page.driver.switch_to.active_element == page.find("#text")
    said = ["Ada: Hello, anybody?", "Grace: <b>Here</b> I am & “well”"]
    for window in (windows["grace"], ada):
        switch_to.window(window)
        page.wait(lambda: texts(page, "#log p") == said)

    write(page, "  ", "who am I?")
    wanted = "a message must have a name and a text"
    page.wait(lambda: texts(page, "#log p") == [*said, wanted])
    switch_to.window(windows["outside"])
    assert texts(page, "#log p") == []
    page.driver.close()
    switch_to.window(windows["grace"])
    assert texts(page, "#log p") == said
    page.driver.close()
    switch_to.window(ada)
    page.wait_text(STATUS, re.compile("^Connected: 1 person"))


def test_the_name_stays_and_a_lost_connection_comes_back(page, room, line):
    connected = re.compile("^Connected: 1 person")
    page.open(room)
    page.wait_text(STATUS, connected)
    write(page, "Ada", "one")
    page.wait_text("#log", "Ada: one")

    line.hang_up()
    page.wait_text(STATUS, "The connection is closed. Trying again in 2 seconds…")
    assert not page.find("#text").is_enabled()
    page.wait_text(STATUS, connected)
    assert page.find("#text").is_enabled()
    page.open(room)
    assert page.find("#name").get_property("value") == "Ada"


def test_the_page_can_be_used_while_it_counts_primes_and_stop_it(page):
    def value():
        return page.find("#bar").get_property("value")

    def count(below):
        page.find("#limit").clear()
        page.find("#limit").send_keys(str(below), Keys.ENTER)

    page.open("primes.html")
    page.wait_text(STATUS, "Ready.")
    count(1000)
    page.wait_text(STATUS, re.compile(r"^168 primes below 1,000 in \d\.\d\d s\.$"))
    assert page.text("#result") == "168 primes, the latest 997"

    count(10_000_000)
    page.wait(lambda: value() < 0.5)  # anew
    assert not page.find("#start").is_enabled()
    before = value()
    page.find("#note").send_keys("still here")
    page.wait_text("#length", "10 characters")
    page.wait(lambda: value() > before)

    page.find("#cancel").click()
    page.wait_text(STATUS, re.compile(r"^Cancelled: [\d,]+ primes up to [\d,]+\.$"))
    assert not page.find("#cancel").is_enabled()
    after = value()
    assert after < 1
    time.sleep(0.3)
    assert value() == after

    count(100_000)
    page.wait_text(STATUS, re.compile("9,592 primes below 100,000"))
