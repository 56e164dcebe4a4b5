"""The tests of the page, in real browsers."""

import backend
import pytest


@pytest.fixture
def page(python_page):
    """The page, with one item on the server."""
    backend.items[:] = ["bread"]
    python_page.open("index.html")
    python_page.wait_text("#list", "bread")
    return python_page


def test_the_list_is_the_one_of_the_server(page):
    assert [item.text for item in page.find_all("#list li")] == ["bread"]


def test_a_new_item_is_shown_and_stored(page):
    page.find("#name").send_keys("milk")
    page.find("#add button").click()
    page.wait_text("#list", "breadmilk")
    assert backend.items == ["bread", "milk"]


def test_without_a_name_nothing_is_stored(page):
    page.find("#add button").click()
    page.wait_text("#status", "Write what to buy.")
    assert backend.items == ["bread"]
