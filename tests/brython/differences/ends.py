"""How requests end: timeouts, failures, abort."""

from tests.brython.differences.row import ABSENT, CONSOLE, DECIDED, PAGE, REQUESTS, Row, xhr

_COMPLETE = ("complete", 0)

ROWS = (
    Row(
        "timeout",
        "post, put and patch ignore `timeout=` and `ontimeout=`.",
        "Every function supports them.",
        "S18, S23",
        "agreement/bodies/ends.py::every_method_has_a_timeout",
        {
            "timeout_functions": {
                name: ([("complete", 200)], [("timeout", 0)]) for name in ("post", "put", "patch")
            }
        },
        code=(
            "browser.ajax.post(timeout=)",
            "browser.ajax.put(timeout=)",
            "browser.ajax.patch(timeout=)",
        ),
    ),
    Row(
        "timeout",
        "Calls `complete` with status 0, then the function of the timeout.",
        "Calls the function once, and does not call `complete`. Callbacks that were bound to "
        "`timeout` receive an event.",
        "S10: a timeout cancels the request and calls the function",
        "agreement/bodies/ends.py::a_timeout",
        {
            "timeout_functions": {
                name: ([_COMPLETE, ("timeout", 0)], [("timeout", 0)]) for name in ("get", "delete")
            },
            "timeout_set_timeout": {
                "calls": ([_COMPLETE, "the function"], ["the function", "timeout"])
            },
            "file_upload_timeout": {"calls": ([_COMPLETE, "timeout"], ["timeout"])},
        },
        code=(
            "(ontimeout=)",
            "import browser.ajax & .set_timeout()",
        ),
    ),
    Row(
        "timeout",
        "The time starts at `set_timeout`.",
        "The time starts at `send`.",
        xhr("the-timeout-attribute"),
        "agreement/bodies/ends.py::every_method_has_a_timeout",
        {"timeout_from_send": {"calls": ([_COMPLETE, "timeout"], [("complete", 200)])}},
    ),
    Row(
        "timeout",
        "Without a callback for `complete`, calls the function even if the response has arrived.",
        "Stops the timer when the request ends.",
        "S10",
        "agreement/bodies/ends.py::a_timeout_counts_from_send",
        {"timeout_after_the_end": {"calls": (["load", "timeout"], ["load"])}},
    ),
    Row(
        "timeout",
        "Without `ontimeout=`, the console shows an error, and `complete` is called.",
        "Cancels the request without an error.",
        "S23",
        "agreement/bodies/ends.py::a_timeout_in_the_middle_of_the_answer",
        {
            "timeout_quiet": {
                "calls": ([_COMPLETE], []),
                CONSOLE: (["error: TypeError"], []),
            }
        },
    ),
    Row(
        "timeout",
        "Accepts any value.",
        "Raises TypeError if the value is not a number, and ValueError if it is negative. The "
        "request is not sent.",
        "S10, S23: the timeout is in seconds",
        "agreement/bodies/bad_input.py::arguments_of_the_functions",
        {
            "timeout_bad": {
                "timeout='soon'": ("no error", "TypeError"),
                "timeout=-1": ("no error", "ValueError"),
            }
        },
    ),
    Row(
        "timeout",
        "A blocking request has no timeout.",
        "In the body of a script, a blocking request has a timeout if the browser can suspend "
        "Python. Otherwise, a warning says that there is no timeout.",
        "S17: `async` and `timeout` can be used together",
        "pages/blocking.spec.ts::in a script's body a blocking request has its timeout",
        {"timeout_blocking": {"calls": ([("complete", 200)], ["timeout"])}},
    ),
    Row(
        "timeout",
        "XMLHttpRequest's `timeout` (in milliseconds) creates an attribute without effect.",
        "Sets the timeout. Then the event `timeout` occurs.",
        f"{PAGE}: all properties of XMLHttpRequest can be used",
        "agreement/bodies/ends.py::a_timeout_that_is_set_after_send",
        {"xhr_timeout": {"calls": ([("complete", 200)], ["timeout"])}},
    ),
    Row(
        "network error",
        "Calls the callbacks of `complete`, with status 0, and of `error`.",
        "The same, because pages rely on it. In addition, `req.error` is a NetworkError. It "
        "names the method, the URL and likely causes.",
        DECIDED,
        "agreement/bodies/ends.py::a_network_error",
        {"network_error": {"req.error": ("NoneType", "NetworkError")}},
        agrees=("cors_error",),
    ),
    Row(
        "network error",
        "A blocking request raises a JavaScript error and does not call `complete`.",
        "Does the same as a request that does not block: calls `complete` with status 0, and "
        "sets `req.error`.",
        DECIDED,
        "agreement/bodies/ends.py::a_blocking_network_error",
        {
            "network_error_blocking": {
                "blocking get": ("JavascriptError", "no error"),
                "calls": ([], [0]),
            }
        },
        code=(
            "(blocking=True)",
            "(blocking=?)",
            "(async_=False)",
            "(async_=?)",
            "browser.ajax.get(,False)",
            "browser.ajax.post(,False)",
            "import browser.ajax & .open(,,False)",
            "import browser.ajax & .open(,,?)",
        ),
    ),
    Row(
        "abort",
        "`abort()` calls `complete` with status 0.",
        "`abort()` calls `abort` and `loadend`, not `complete`, because an aborted request is "
        "not complete.",
        f"{DECIDED}; {xhr('the-abort()-method')} defines these events for it",
        "agreement/bodies/ends.py::an_abort",
        {
            "abort": {
                "calls": ([_COMPLETE, "abort", "loadend"], ["abort", "loadend"]),
            }
        },
        code=("import browser.ajax & .abort",),
    ),
    Row(
        "abort",
        "After `abort()` in `complete`, the events `load` and `loadend` do not occur in Chromium.",
        "They occur: `complete` is called like a first listener of `load` or `error`.",
        xhr("handle-response-end-of-body"),
        "agreement/bodies/ends.py::an_abort_in_complete",
        {
            "abort_in_complete": {
                "calls": (["complete"], ["complete", "load", "loadend"]),
            }
        },
    ),
    Row(
        "`open`",
        "Sends a method in lower case unchanged if XMLHttpRequest does so, for example `patch`.",
        "Sends every method in upper case.",
        DECIDED,
        "agreement/bodies/calling.py::the_method_in_any_case",
        {
            "open_method": {
                "patch": ("patch", "PATCH"),
                REQUESTS: (
                    ["DELETE /echo", "POST /echo", "patch /echo"],
                    ["DELETE /echo", "PATCH /echo", "POST /echo"],
                ),
            }
        },
    ),
    Row(
        "`open`",
        "A second `open` does not remove the headers of the previous request.",
        "A second `open` removes the headers, but not the listeners.",
        xhr("the-open()-method"),
        "agreement/bodies/events.py::open_abandons_what_is_under_way",
        {"open_again": {"X-One": (["1", "1"], ["1", None])}},
        agrees=("open_while_sent",),
    ),
    Row(
        "headers",
        "Accepts a dict or a subclass of dict. Raises ValueError for another type.",
        "Accepts any mapping.",
        "S20",
        "agreement/bodies/sending.py::headers_are_sent",
        {
            "headers_mapping": {
                "mapping": ("ValueError", "no error"),
                "mapping: sent": (ABSENT, "1"),
                REQUESTS: (["GET /echo?N"], ["2 x GET /echo?N"]),
            }
        },
        agrees=("headers_case",),
    ),
    Row(
        "headers",
        "A header with CR, LF or an invalid name raises a JavaScript error when the request is "
        "sent.",
        "Raises ValueError immediately.",
        xhr("the-setrequestheader()-method"),
        "agreement/bodies/bad_input.py::headers",
        {
            "headers_bad": {
                "get, CR LF": ("JavascriptError", "ValueError"),
                "get, bad name": ("JavascriptError", "ValueError"),
                "set_header, CR LF": ("no error", "ValueError"),
                "set_header, bad name": ("no error", "ValueError"),
            }
        },
    ),
    Row(
        "headers",
        "Drops a header that browsers forbid, without a message.",
        "Drops it, and writes one warning with its name.",
        "[fetch: forbidden headers](https://fetch.spec.whatwg.org/#forbidden-request-header)",
        "agreement/bodies/sending.py::forbidden_headers_are_dropped",
        {"headers_forbidden": {CONSOLE: ([], ["warning: RuntimeWarning"])}},
    ),
    Row(
        "headers",
        "After `send`, accepts a header without any effect. A second `send` raises a JavaScript "
        "error.",
        "Both raise RuntimeError, which says to call `open` first.",
        xhr("the-setrequestheader()-method"),
        "agreement/bodies/sending.py::after_send_settings_are_errors",
        {
            "headers_after_send": {
                "set_header after send": ("no error", "RuntimeError"),
                "setRequestHeader after send": ("no error", "RuntimeError"),
                "send after send": ("JavascriptError", "RuntimeError"),
            }
        },
    ),
)
