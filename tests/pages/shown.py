"""What a page shows."""

TEXTS = "return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent)"


def opened(page, name, said, status="[role=status]"):
    """The page, once its status says so."""
    page.open(name)
    page.wait_text(status, said)
    return page


def texts(page, selector):
    """The text contents of all elements of the selector, found at one look."""
    return page.driver.execute_script(TEXTS, selector)
