"""Reads the content of a page."""

TEXTS = "return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent)"


def opened(page, name, said, status="[role=status]"):
    """Returns the page when it has this status."""
    page.open(name)
    page.wait_text(status, said)
    return page


def texts(page, selector):
    """The text contents of all elements of the selector, read at once."""
    return page.driver.execute_script(TEXTS, selector)
