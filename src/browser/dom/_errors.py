"""Errors of the DOM, made from JavaScript's."""

from browser._host import NoBrowserError


class HTMLNotAllowedError(TypeError):
    """The Content Security Policy of the page forbids HTML from a str (Trusted Types)."""


def check_policy(error: Exception) -> None:
    """Raises HTMLNotAllowedError or, in a worker, NoBrowserError if the JavaScript error means
    that."""
    if "document is not defined" in str(error):
        raise NoBrowserError(
            "a worker has no document and cannot make elements: send a message to the page"
        ) from None
    if "Trusted" in str(error):
        raise HTMLNotAllowedError(
            "the Content Security Policy of this page (require-trusted-types-for 'script') "
            "does not allow HTML from a str: use .text or the classes of browser.html"
        ) from None


def check_selector(error: Exception, selector: object) -> None:
    """Raises ValueError if the JavaScript error means a bad selector."""
    if getattr(error, "name", "") == "SyntaxError" or isinstance(error, TypeError):
        raise ValueError(f"{selector!r} is not a CSS selector") from None
