"""What ended a request without a response → its error. Asks the page for its URL."""

from browser.ajax import _shim
from browser.ajax._errors import (
    NetworkError,
    RequestAborted,
    RequestError,
    RequestTimeout,
    ResponseTooLarge,
    likely_causes,
)


def failure(event: str, method: str, url: str, timeout: int) -> RequestError:
    """The error of a request that ended with `event`; `timeout` in milliseconds."""
    if event == "abort":
        return RequestAborted("aborted", method, url)
    if event == "timeout":
        return RequestTimeout(f"no complete response within {timeout / 1000:g} s", method, url)
    return network_error(method, url)


def network_error(method: str, url: str) -> NetworkError:
    page, _, online = _shim.transport().where().rpartition(" ")
    return NetworkError("network error", method, url, likely_causes(url, page, online != "false"))


def too_large(method: str, url: str) -> ResponseTooLarge:
    what = "the response body does not fit into memory"
    advice = "read it in pieces with aio.stream, in parts with the header Range, or use mode='blob'"
    return ResponseTooLarge(what, method, url, advice)
