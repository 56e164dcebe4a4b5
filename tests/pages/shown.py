"""What a page shows, as one look at it finds it."""

TEXTS = "return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent)"


def texts(page, selector):
    """The text contents of all elements of the selector."""
    return page.driver.execute_script(TEXTS, selector)
