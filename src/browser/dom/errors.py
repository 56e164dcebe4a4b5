"""Errors of the DOM that are worth a name of their own."""

from browser._host import NoBrowserError


class HTMLNotAllowedError(TypeError):
    """A page's Trusted Types policy forbids to make elements from a str."""


def check_policy(error: Exception) -> None:
    """Raises HTMLNotAllowedError where that is what the JavaScript error means; NoBrowserError in a
    worker, which can make no elements."""
    if "document is not defined" in str(error):
        raise NoBrowserError(
            "a worker has no document and makes no elements: send the page a message"
        ) from None
    if "Trusted" in str(error):
        raise HTMLNotAllowedError(
            "the Content Security Policy of this page (require-trusted-types-for 'script') "
            "does not allow HTML from a str: use .text, or build it with browser.html"
        ) from None


def check_selector(error: Exception, selector: object) -> None:
    """Raises ValueError where the JavaScript error means a bad selector."""
    if getattr(error, "name", "") == "SyntaxError" or isinstance(error, TypeError):
        raise ValueError(f"{selector!r} is not a CSS selector") from None
