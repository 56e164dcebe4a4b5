"""The examples for those who learn: turtle graphics, a game, the console."""

import json
import re

from selenium.webdriver import ActionChains, Keys

from tests.pages.shown import opened, texts

STATUS = "[role=status]"
PYTHON = "return pyodideBrowser.pyodide.runPython(`import turtle; ${arguments[0]}`)"
HEADINGS = "str([hand.heading() for hand in turtle.turtles()[-3:]])"
CHOOSE = """
    const field = document.getElementById("time");
    field.value = arguments[0];
    field.dispatchEvent(new Event("change", { bubbles: true }));
"""
ANIMATED = (
    "return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
)


def test_the_turtle_draws_a_tree_and_flowers(page):
    opened(page, "turtles.html", "255 lines")
    assert len(page.find_all("#turtle-canvas line")) == 255
    page.find("#turtle-canvas").click()
    page.wait_text(STATUS, "255 lines, 1 flower")
    page.find("#quick").click()
    page.find("#draw button").click()
    page.wait(lambda: page.find_all("#turtle-canvas circle") == [])
    page.wait_text(STATUS, "255 lines")
    assert page.find("#quick").is_selected()

    page.driver.execute_script(PYTHON, "turtle.restart(); turtle.shape('circle')")
    page.driver.execute_script(PYTHON, "turtle.speed(0); turtle.ondrag(turtle.goto)")
    dragged = page.find("#turtle-canvas g > g:last-child polygon")
    page.driver.execute_script("arguments[0].scrollIntoView()", dragged)
    drag = ActionChains(page.driver).move_to_element(dragged).click_and_hold()
    drag.move_by_offset(40, 20).move_by_offset(10, 10).release().perform()
    place = page.driver.execute_script(PYTHON, "str([round(x, -1) for x in turtle.pos()])")
    assert place == "[50.0, -30.0]"


def test_the_snake_eats_and_ends_at_a_wall(page):
    opened(page, "snake.html", "Press Space to start")
    field = page.find("#field")
    field.send_keys(Keys.SPACE)
    page.wait_text(STATUS, "1 point")  # the food is in front of it
    page.wait_text(STATUS, re.compile("Game over: [1-9]"))
    best = int(page.text("#best"))
    assert best >= 1

    field.send_keys(Keys.SPACE, Keys.ARROW_LEFT, Keys.ARROW_UP)  # back is no way
    page.wait_text(STATUS, re.compile("Game over: "))
    page.driver.execute_script("play.click(); play.click()")
    page.wait_text(STATUS, re.compile("Paused: "))
    page.find("#ArrowDown").click()
    page.find("#play").click()
    page.wait_text(STATUS, re.compile("Game over: "))
    page.open("snake.html")
    assert int(page.text("#best")) >= best


def test_the_console_runs_lines_and_remembers_them(page):
    def shown():
        return page.text("#console [role=log]")

    opened(page, "console.html", "Your names: 0")
    field = page.find("#console textarea")
    field.send_keys("for n in range(2):", Keys.ENTER, "    print(n * 21)", Keys.ENTER, Keys.ENTER)
    page.wait(lambda: "\n0\n21\n" in shown())
    page.wait_text(STATUS, "Your names: 1")
    assert texts(page, "#names li") == ["n int"]
    buttons = page.find_all("#examples button")
    buttons[0].click()
    assert shown().rstrip().endswith("285")
    buttons[1].click()
    page.wait(lambda: "url" in texts(page, "#shown td"))
    buttons[2].click()
    page.wait(lambda: "ZeroDivisionError: division by zero" in shown())
    field.send_keys("table([['<b>', 1]])", Keys.ENTER)
    page.wait(lambda: texts(page, "#shown td") == ["<b>", "1"])

    page.open("console.html")
    page.wait_text(STATUS, "Your names: 0")
    field = page.find("#console textarea")
    field.send_keys(Keys.ARROW_UP)
    assert field.get_property("value") == "table([['<b>', 1]])"
    storage = page.driver.execute_script("return localStorage['console-history']")
    assert json.loads(storage)[-1] == "table([['<b>', 1]])"


def test_notes_are_shown_as_html_and_stored(page):
    opened(page, "notes.html", "Notes: 0")
    assert texts(page, "#shown h1, #shown em") == ["Shopping", "ripe"]
    page.find("#save").click()
    page.wait_text(STATUS, "Notes: 1")
    field = page.find("#text")
    field.clear()
    field.send_keys("# <b>Plan</b>", Keys.ENTER, Keys.ENTER)
    field.send_keys("[x](javascript:alert(1)) <img src=x onerror=alert(1)>")
    page.wait(lambda: texts(page, "#shown h1") == ["<b>Plan</b>"])
    assert page.find_all("#shown img") == []
    assert "javascript" not in page.find("#shown a").get_attribute("href")
    page.find("#save").click()
    page.wait_text(STATUS, "Notes: 2")

    page.open("notes.html")
    page.wait_text(STATUS, "Notes: 2")
    assert texts(page, "#notes .wide") == ["<b>Plan</b>", "Shopping"]
    page.find("#notes .wide button").click()
    page.wait(lambda: texts(page, "#shown h1") == ["<b>Plan</b>"])
    page.find("[aria-label='Delete Shopping']").click()
    page.wait_text(STATUS, "Notes: 1")
    page.find("[aria-label='Delete <b>Plan</b>']").click()
    page.wait_text(STATUS, "Notes: 0")


def test_bricks_are_hit_and_balls_are_lost(page):
    opened(page, "bricks.html", "Press Space to start")
    field = page.find("#field")
    field.send_keys(Keys.SPACE)
    page.wait_text(STATUS, re.compile("[1-9] of 32 bricks, 3 balls left"))
    field.send_keys(Keys.SPACE)
    page.wait_text(STATUS, re.compile("Paused: "))
    paused = page.text(STATUS)
    page.driver.execute_script(ANIMATED)
    assert page.text(STATUS) == paused

    paddle = "return pyodideBrowser.pyodide.runPython(`__import__('__main__').game.paddle`)"
    ActionChains(page.driver).move_to_element_with_offset(field, -400 // 2 + 1, 0).perform()
    assert page.driver.execute_script(paddle) == 35
    page.find("#play").click()
    ActionChains(page.driver).key_down(Keys.ARROW_RIGHT).perform()
    page.wait(lambda: page.driver.execute_script(paddle) == 365)
    ActionChains(page.driver).key_up(Keys.ARROW_RIGHT).perform()
    page.wait_text(STATUS, re.compile(r"Game over: \d+ of 32 bricks, 0 balls left"))
    field.send_keys(Keys.SPACE)
    page.wait_text(STATUS, re.compile("of 32 bricks, 3 balls left"))


def test_the_clock_shows_the_time_by_turtles(page):
    def headings():
        return page.driver.execute_script(PYTHON, HEADINGS)

    opened(page, "clock.html", re.compile(r"\d\d:\d\d:\d\d$"))
    shown = page.text(STATUS)
    page.wait(lambda: page.text(STATUS) != shown)
    page.driver.execute_script(CHOOSE, "15:30")
    page.wait_text(STATUS, "15:30:00 (chosen)")
    assert headings() == "[105.0, 180.0, 0.0]"
    page.find("body").send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    page.wait_text(STATUS, "15:32:00 (chosen)")
    assert headings() == "[106.0, 192.0, 0.0]"
    picture = page.find("#turtle-canvas")
    ActionChains(page.driver).move_to_element_with_offset(picture, -40, 0).click().perform()
    page.wait_text(STATUS, "15:31:00 (chosen)")
    page.find("#now").click()
    page.wait_text(STATUS, re.compile(r"\d\d:\d\d:\d\d$"))
    assert len(page.find_all("#turtle-canvas text")) == 12


def test_cells_share_names_and_show_values(page):
    def outputs():
        return texts(page, "#cells .output")

    opened(page, "notebook.html", "Ready.")
    page.find("#run").click()
    page.wait_text(STATUS, "3 cells have run.")
    assert texts(page, "#cells td") == ["1", "4", "9", "16", "25"]
    assert outputs()[0] == "{1: 1, 2: 4, 3: 9, 4: 16, 5: 25}"
    assert outputs()[2] == "200\n['name', 'Ada']"

    page.find("#add").click()
    field = page.driver.switch_to.active_element
    field.send_keys("total = 0", Keys.ENTER, "sum(squares.values()) / total")
    field.send_keys(Keys.SHIFT, Keys.ENTER)
    page.wait(lambda: "ZeroDivisionError: division by zero" in outputs()[3])
    assert 'File "<cell 4>", line 2, in <module>' in outputs()[3]
    assert "notebook.html" not in outputs()[3]
    field.send_keys(" or 1", Keys.SHIFT, Keys.ENTER)
    page.wait(lambda: "SyntaxError" not in outputs()[3] and "ZeroDivisionError" in outputs()[3])
    page.find("#run").click()
    page.wait_text(STATUS, "Stopped at an error: Cell 4.")

    page.open("notebook.html")
    page.wait_text(STATUS, "Ready.")
    page.find("[aria-label='Remove cell 4']").click()
    page.find("#run").click()
    page.wait_text(STATUS, "3 cells have run.")
    page.find("#again").click()
    page.wait_text(STATUS, "New.")
    assert outputs() == ["", "", ""]
    page.find("[aria-label='Run cell 2']").click()
    page.wait(lambda: "NameError: name 'html' is not defined" in outputs()[1])
