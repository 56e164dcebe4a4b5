"""How requests end: timeouts, failures, abort."""

from tests.brython.differences.row import ABSENT, CONSOLE, DECIDED, PAGE, REQUESTS, Row, xhr

_COMPLETE = ("complete", 0)

ROWS = (
    Row(
        "timeout",
        "post, put and patch ignore `timeout=` and `ontimeout=`.",
        "Every function has it.",
        "S18, S23",
        "browser/test_failures.py::test_every_method_has_a_timeout_counted_from_send",
        {
            "timeout_functions": {
                name: ([("complete", 200)], [("timeout", 0)]) for name in ("post", "put", "patch")
            }
        },
    ),
    Row(
        "timeout",
        "Calls `complete` with status 0, then the function.",
        "The function once, and no `complete`; callbacks bound to `timeout` get an event.",
        "S10: cancels the query and calls the function",
        "browser/test_failures.py::test_a_timeout_is_neither_complete_nor_a_network_error",
        {
            "timeout_functions": {
                name: ([_COMPLETE, ("timeout", 0)], [("timeout", 0)]) for name in ("get", "delete")
            },
            "timeout_set_timeout": {
                "calls": ([_COMPLETE, "the function"], ["the function", "timeout"])
            },
            "file_upload_timeout": {"calls": ([_COMPLETE, "timeout"], ["timeout"])},
        },
    ),
    Row(
        "timeout",
        "Starts at `set_timeout`.",
        "Starts at `send`.",
        xhr("the-timeout-attribute"),
        "browser/test_failures.py::test_every_method_has_a_timeout_counted_from_send",
        {"timeout_from_send": {"calls": ([_COMPLETE, "timeout"], [("complete", 200)])}},
    ),
    Row(
        "timeout",
        "Without a callback of `complete` the function is called although the answer has come.",
        "The timer is gone when the request ends.",
        "S10",
        "browser/test_failures.py::test_the_timer_is_gone_when_the_request_ends",
        {"timeout_after_the_end": {"calls": (["load", "timeout"], ["load"])}},
    ),
    Row(
        "timeout",
        "Without `ontimeout=` an error on the console, and `complete`.",
        "The request is cancelled quietly.",
        "S23",
        "browser/test_failures.py::test_without_ontimeout_a_timeout_is_a_quiet_cancel",
        {
            "timeout_quiet": {
                "calls": ([_COMPLETE], []),
                CONSOLE: (["error: TypeError"], []),
            }
        },
    ),
    Row(
        "timeout",
        "Any value is accepted.",
        "What is no number is a TypeError, what is negative a ValueError; nothing is sent.",
        "S10, S23: in seconds",
        "browser/test_bad_input.py::test_is_an_error_before_anything_is_sent",
        {
            "timeout_bad": {
                "timeout='soon'": ("no error", "TypeError"),
                "timeout=-1": ("no error", "ValueError"),
            }
        },
    ),
    Row(
        "timeout",
        "A blocking request has none.",
        "In a script's body it has, where the browser lets Python wait; else a warning says that "
        "it has none.",
        "S17: `async` and `timeout` are keywords of one call",
        "pages/blocking.spec.ts::in a script's body a blocking request has its timeout",
        {"timeout_blocking": {"calls": ([("complete", 200)], ["timeout"])}},
    ),
    Row(
        "timeout",
        "XMLHttpRequest's own `timeout` (milliseconds) becomes an attribute without effect.",
        "It has its effect, and `timeout` is called.",
        f"{PAGE}: all properties of XMLHttpRequest can be used",
        "browser/test_xhr_names.py::test_timeout_is_in_milliseconds_and_can_be_set_after_send",
        {"xhr_timeout": {"calls": ([("complete", 200)], ["timeout"])}},
    ),
    Row(
        "network error",
        "`complete` with status 0 and the event `error`, nothing else.",
        "The same, as pages rely on it; and `req.error` holds a NetworkError that names method, "
        "url and likely causes.",
        DECIDED,
        "browser/test_failures.py::test_a_closed_port_is_a_network_error",
        {"network_error": {"req.error": ("NoneType", "NetworkError")}},
        agrees=("cors_error",),
    ),
    Row(
        "network error",
        "A blocking request raises a JavaScript error and does not call `complete`.",
        "The same as without blocking: `complete` with status 0, and `req.error`.",
        DECIDED,
        "browser/test_idioms.py::test_a_blocking_error",
        {
            "network_error_blocking": {
                "blocking get": ("JavascriptError", "no error"),
                "calls": ([], [0]),
            }
        },
    ),
    Row(
        "abort",
        "`abort()` calls `complete` with status 0.",
        "It calls `abort` and `loadend`, not `complete`: what the page has ended is not complete.",
        f"{DECIDED}; {xhr('the-abort()-method')} has these events for it",
        "browser/test_failures.py::test_an_abort_is_neither_complete_nor_a_network_error",
        {
            "abort": {
                "calls": ([_COMPLETE, "abort", "loadend"], ["abort", "loadend"]),
            }
        },
    ),
    Row(
        "`open`",
        "Method names in lower case go out as they are where XMLHttpRequest leaves them: `patch`.",
        "Every method goes out in upper case.",
        DECIDED,
        "browser/test_idioms.py::test_open_without_async_and_a_lower_case_method",
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
        "A second `open` keeps the headers of the request before.",
        "It forgets the headers and keeps the listeners.",
        xhr("the-open()-method"),
        "browser/test_headers.py::test_open_again_forgets_headers_keeps_listeners_abandons_silently",
        {"open_again": {"X-One": (["1", "1"], ["1", None])}},
        agrees=("open_while_sent",),
    ),
    Row(
        "headers",
        "A dict or a subclass of it; else a ValueError.",
        "Any mapping.",
        "S20",
        "browser/test_headers.py::test_any_mapping_case_insensitive_the_last_wins_also_before_open",
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
        "CR, LF or a bad name: a JavaScript error, and only when the request is sent.",
        "ValueError, at once.",
        xhr("the-setrequestheader()-method"),
        "browser/test_bad_input.py::test_is_an_error_before_anything_is_sent",
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
        "One that browsers forbid is dropped silently.",
        "It is dropped, with one warning that names it.",
        "[fetch: forbidden headers](https://fetch.spec.whatwg.org/#forbidden-request-header)",
        "browser/test_headers.py"
        "::test_a_forbidden_header_is_dropped_with_one_warning_at_the_users_line",
        {"headers_forbidden": {CONSOLE: ([], ["warning: RuntimeWarning"])}},
    ),
    Row(
        "headers",
        "After `send` a header is accepted, without effect; a second `send` is a JavaScript error.",
        "RuntimeError that says to call `open` first.",
        xhr("the-setrequestheader()-method"),
        "browser/test_headers.py::test_after_send_headers_and_settings_are_errors",
        {
            "headers_after_send": {
                "set_header after send": ("no error", "RuntimeError"),
                "setRequestHeader after send": ("no error", "RuntimeError"),
                "send after send": ("JavascriptError", "RuntimeError"),
            }
        },
    ),
)
