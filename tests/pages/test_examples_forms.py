"""The examples that are forms and lists: to-do list, login, calculator, table, two scripts."""

import re
import secrets

import pytest
from selenium.webdriver import ActionChains, Keys

from tests.pages.shown import opened, texts

STATUS = "[role=status]"


def has_focus(page, selector):
    return page.driver.switch_to.active_element == page.find(selector)


@pytest.fixture
def todo(page):
    """An empty list of its own."""
    return opened(page, f"todo.html?list={secrets.token_hex(8)}", "Nothing to do.")


def test_what_is_added_ticked_and_deleted_is_so_on_the_server(todo):
    def box():
        return todo.find("#items input")

    todo.find("#title").send_keys("Buy milk", Keys.ENTER)
    todo.wait_text(STATUS, "1 of 1 to do")
    assert todo.find("#title").get_property("value") == ""
    todo.find("#title").send_keys("<b>bold</b> & more")
    todo.find("#new button").click()
    todo.wait_text(STATUS, "2 of 2 to do")
    todo.find("#title").send_keys("Call Ada", Keys.ENTER)
    todo.wait_text(STATUS, "3 of 3 to do")
    assert texts(todo, "#items label") == ["Buy milk", "<b>bold</b> & more", "Call Ada"]

    todo.find("#items label").click()
    todo.wait_text(STATUS, "2 of 3 to do")
    assert box().is_selected()
    assert todo.find("#items li").get_attribute("class") == "done"
    todo.find("[aria-label='Delete Call Ada']").click()
    todo.wait_text(STATUS, "1 of 2 to do")

    todo.open(todo.url)
    todo.wait_text(STATUS, "1 of 2 to do")
    assert texts(todo, "#items label") == ["Buy milk", "<b>bold</b> & more"]
    assert box().is_selected()
    box().send_keys(Keys.SPACE)
    todo.wait_text(STATUS, "2 of 2 to do")
    assert todo.find("#items li").get_attribute("class") == ""


def test_another_list_knows_nothing_of_this_one(todo):
    todo.find("#title").send_keys("Buy milk", Keys.ENTER)
    todo.wait_text(STATUS, "1 of 1 to do")
    todo.open("todo.html")  # this browser's own
    todo.wait_text(STATUS, "Nothing to do.")


def test_what_the_server_refuses_is_said_and_the_list_stays(todo, line):
    todo.find("#title").send_keys("   ", Keys.ENTER)
    todo.wait_text(STATUS, "That did not work: a title must have 1 to 200 characters")
    todo.find("#title").clear()
    todo.find("#title").send_keys("Water the plants", Keys.ENTER)
    todo.wait_text(STATUS, "1 of 1 to do")

    line.state = "cut"
    todo.find("#items input").click()
    todo.wait_text(STATUS, re.compile("That did not work: network error"))
    assert not todo.find("#items input").is_selected()
    assert texts(todo, "#items label") == ["Water the plants"]


def test_a_wrong_password_is_refused_and_the_right_one_greets(page):
    page.open("login.html")
    page.wait_text(STATUS, "Ready.")
    page.find("#user").send_keys("ada")
    page.find("#password").send_keys("byron")
    page.find("#login button").click()
    page.wait_text(STATUS, "Error 403: wrong name or password")
    assert not page.find("#leave").is_displayed()
    assert has_focus(page, "#password")
    assert page.find("#password").get_property("value") == ""

    page.driver.switch_to.active_element.send_keys("lovelace", Keys.ENTER)
    page.wait_text("#greeting", "Hello, Ada!")
    assert not page.find("#password").is_displayed()

    page.open("login.html")  # the session is a cookie
    page.wait_text("#greeting", "Hello, Ada!")
    page.find("#leave").click()
    page.wait_text(STATUS, "Logged out.")
    assert page.find("#password").is_displayed()
    assert [cookie["name"] for cookie in page.driver.get_cookies()] == ["csrftoken"]


@pytest.fixture
def calculator(page):
    return opened(page, "calculator.html", "0", status="#shown")


def typed(page, *keys):
    ActionChains(page.driver, duration=0).send_keys(*keys).perform()


def test_a_calculator_that_is_clicked(calculator):
    keys = {key.text: key for key in calculator.find_all(".key")}
    for clicked, shown in [
        ("12+3×4=", "24"),
        ("5", "5"),  # a digit starts anew
        ("C(1−9)÷4=", "−2"),
        ("×5=", "−10"),  # an operator goes on
    ]:
        for key in clicked:
            keys[key].click()
        calculator.wait_text("#shown", shown)


def test_a_calculator_that_is_typed_on(calculator):
    for keys, shown in [
        ("0.1+0.2", "0.3"),
        ("10/4", "2.5"),
        ("8-2-1", "5"),
        ("5+*2", "10"),  # the last operator counts
        ("100*1000", "100000"),
        ("1/3", "0.333333333333"),
        ("1/0", "Error"),
        ("(2+3", "Error"),
        ("007", "7"),
    ]:
        typed(calculator, Keys.ESCAPE, keys, Keys.ENTER)
        calculator.wait_text("#shown", shown)


def test_keys_of_a_calculator(calculator):
    typed(calculator, "9999999999999*9999999999999", Keys.ENTER, "/1E")  # E is no key
    calculator.wait_text("#shown", "1E+26÷1")
    typed(calculator, Keys.ENTER)
    calculator.wait_text("#shown", "1E+26")
    typed(calculator, Keys.ESCAPE, "123", Keys.BACKSPACE)
    calculator.wait_text("#shown", "12")
    calculator.find("[aria-label=plus]").send_keys(Keys.ENTER)  # the key that has the focus
    calculator.wait_text("#shown", "12+")


def test_a_table_is_sorted_by_its_heads_and_filtered_while_typing(page):
    def column(number):
        return texts(page, f"tbody td:nth-child({number})")

    def sorted_by(number):
        return page.find(f"th:nth-child({number})").get_attribute("aria-sort")

    page.open("table.html")
    page.wait_text(STATUS, "36 of 36")
    assert column(2)[0] == "H"
    assert sorted_by(1) == "ascending"

    page.find("th:nth-child(3) button").click()
    page.wait(lambda: sorted_by(3) == "ascending")
    assert sorted_by(1) == "none"
    names = column(3)
    assert len(names) == 36
    assert names == sorted(names)
    page.find("th:nth-child(3) button").send_keys(Keys.ENTER)
    page.wait(lambda: sorted_by(3) == "descending")
    assert column(3)[0] == "Zinc"

    page.find("th:nth-child(4) button").click()
    page.wait(lambda: sorted_by(4) == "ascending")
    masses = [float(mass) for mass in column(4)]
    assert masses == sorted(masses)  # as numbers, not as text

    page.find("#filter").send_keys("ON")
    page.wait_text(STATUS, "7 of 36")
    assert len(column(1)) == 7
    page.find("#state option[value=gas]").click()
    page.wait_text(STATUS, "3 of 36")
    assert column(3) == ["Neon", "Argon", "Krypton"]
    page.find("#filter").send_keys(" nothing like this")
    page.wait_text(STATUS, "0 of 36")
    assert column(1) == []


def test_two_scripts_use_each_other_and_the_module_beside(page):
    def add(what, amount):
        for selector, text in (("#what", what), ("#amount", amount)):
            page.find(selector).clear()
            page.find(selector).send_keys(text)
        page.find("#amount").send_keys(Keys.ENTER)

    page.open("two_scripts.html")
    page.wait_text(STATUS, "The scripts are called expenses and view.")
    add("Train", "12.50")
    page.wait_text(STATUS, "expenses and view agree: 1 in all.")
    assert has_focus(page, "#what")
    add("<i>Soup</i>", "7,25")
    add("Hotel", "1200")
    page.wait_text("#total", "Total: 1,219.75")
    lines = ["Train12.50Remove", "<i>Soup</i>7.25Remove", "Hotel1,200.00Remove"]
    assert texts(page, "#entries li") == lines
    page.find("[aria-label='Remove Train']").click()
    page.wait_text("#total", "Total: 1,207.25")
    assert texts(page, "#entries li") == lines[1:]

    add("Tea", "two")
    page.wait_text(STATUS, "'two' is no amount: write it as 12 or 12.50")
    add(" ", "2")
    page.wait_text(STATUS, "what was it for?")
    assert len(page.find_all("#entries li")) == 2
