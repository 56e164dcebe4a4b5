"""How requests are made, and who is called."""

from tests.brython.differences.row import (
    ABSENT,
    CONSOLE,
    DECIDED,
    END,
    PAGE,
    REQUESTS,
    Row,
    fetch,
    xhr,
)

ROWS = (
    Row(
        "`async`",
        "`async=False` is a syntax error: the word is a keyword of Python since 3.7.",
        "In page scripts `async=` is read as `async_=`: pages of 2018 run as they are.",
        "S17, S19",
        "unit/page/test_source.py::test_rename_async",
        {
            "async_keyword": {
                "answered when get returned": (ABSENT, True),
                REQUESTS: ([], ["GET /text?N"]),
                CONSOLE: (["error: SyntaxError async_keyword:5"], []),
                END: ("never", ABSENT),
            }
        },
    ),
    Row(
        "`async`",
        '`async_=` and `**{"async": …}` are ignored; only `blocking=` counts.',
        '`blocking=`, `async_=` and `**{"async": …}` all count; when they contradict each other '
        "it is a TypeError.",
        "S19",
        "browser/test_seed.py::test_s19_async_False_blocks",
        {
            "async_spellings": {
                "async_=False": (False, True),
                "**{'async': False}": (False, True),
            }
        },
    ),
    Row(
        "`async`",
        "The second positional argument is `blocking`, the opposite of what it was.",
        "It is `async`, as pages that pass it mean it, with a DeprecationWarning that says to "
        "write `blocking=`.",
        "S17: `get(url[, async=True, …])`",
        "browser/test_idioms.py::test_the_second_positional_argument_is_async",
        {
            "async_spellings": {
                "second positional argument False": (False, True),
                "second positional argument True": (True, False),
                CONSOLE: ([], ["warning: DeprecationWarning", "warning: DeprecationWarning"]),
            }
        },
    ),
    Row(
        "return value",
        "Every function returns None.",
        "None; a blocking call returns the finished request.",
        DECIDED,
        "browser/test_idioms.py::test_functions_return_none_and_blocking_ones_the_finished_request",
        {
            "return_value": {
                "blocking get": (None, (200, "café ✓")),
                "blocking post": (None, 200),
            }
        },
    ),
    Row(
        "several `bind`",
        "The second function replaces the first.",
        "All run, in order.",
        DECIDED,
        "browser/test_events.py::test_all_that_are_bound_run_in_order",
        {"bind_several": {"calls": ([2], [1, 2])}},
        agrees=("bind_after_send",),
    ),
    Row(
        "several `bind`",
        "There is no `unbind`.",
        "`unbind(evt[, function])` takes one function away again, or all.",
        DECIDED,
        "browser/test_events.py::test_unbind_takes_one_function_or_all",
        {"unbind": {"unbind": ("AttributeError", "no error")}},
    ),
    Row(
        "event names",
        "Any name is accepted, and any value for a callback; what is none fails when it is called.",
        "An unknown name is a ValueError that names the nearest one, a callback that cannot be "
        "called a TypeError; nothing is sent.",
        f"S3, {PAGE}: the events there are",
        "browser/test_bad_input.py::test_is_an_error_before_anything_is_sent",
        {
            "event_names": {
                "bind('completed', f)": ("no error", "ValueError"),
                "bind('complete', 'f')": ("no error", "TypeError"),
                "oncompleted=f": ("no error", "ValueError"),
                "onload='f'": ("no error", "TypeError"),
                REQUESTS: (["2 x GET /text?N"], []),
                CONSOLE: (["error: TypeError"], []),
            }
        },
        agrees=("uninitialized",),
    ),
    Row(
        "XMLHttpRequest's own events",
        "Callbacks get the browser's event, whose `target` is the bare XMLHttpRequest.",
        "An event with `type`, `loaded`, `total` and `lengthComputable`, whose `target` is the "
        "request, with `text`, `json` and the rest.",
        f"S4: the function gets the ajax object; {xhr('interface-progressevent', 'ProgressEvent')}",
        "browser/test_events.py::test_xhrs_own_events_carry_an_event_with_the_request_as_target",
        {"xhr_events": {"the target is the request": (False, True)}},
    ),
    Row(
        "XMLHttpRequest's own events",
        "A callback of `readystatechange` replaces Brython's own: no other state is told any more.",
        "It is one event among the others.",
        xhr("handler-xhr-onreadystatechange"),
        "browser/test_events.py::test_xhrs_own_events_carry_an_event_with_the_request_as_target",
        {"readystatechange": {"calls": (["readystatechange"], ["complete", "readystatechange"])}},
    ),
    Row(
        "upload progress",
        "None: `onuploadprogress=` is accepted and never called.",
        "`onuploadprogress=` and `bind('uploadprogress', f)` count the bytes sent.",
        xhr("the-upload-attribute"),
        "browser/test_events.py::test_upload_progress_counts_the_bytes_sent",
        {"upload_progress": {"bytes sent": (None, 300_000)}},
    ),
    Row(
        "upload progress",
        "Watched or not, the browser asks nothing first: there is no listener of the upload.",
        "Only a request whose upload is watched makes the browser ask another origin first "
        "(a CORS preflight).",
        xhr("the-send()-method", "XMLHttpRequest: upload listener flag"),
        "browser/test_events.py::test_the_upload_is_watched_only_when_asked",
        {
            "upload_other_origin": {
                REQUESTS: (
                    ["POST /echo?cors=star", "POST /echo?cors=star&watched=1"],
                    [
                        "OPTIONS /echo?cors=star&watched=1",
                        "POST /echo?cors=star",
                        "POST /echo?cors=star&watched=1",
                    ],
                )
            }
        },
    ),
    Row(
        "callbacks that raise",
        "The traceback is shown on console.error, with the page's own lines.",
        "The same; lines of Python's library and of the runtime are left out.",
        DECIDED,
        "browser/test_events.py::test_a_callback_that_raises_is_reported_and_the_others_run",
        agrees=("callback_raises",),
    ),
    Row(
        "callbacks that raise",
        "There is only one callback of an event.",
        "The other callbacks still run.",
        DECIDED,
        "browser/test_events.py::test_a_callback_that_raises_is_reported_and_the_others_run",
        {
            "callback_raises_before_another": {
                CONSOLE: ([], ["error: KeyError callback_raises_before_another:8"])
            }
        },
    ),
    Row(
        "callbacks that raise",
        "`exit()` in a callback ends it, and is shown as an error.",
        "It ends the callback quietly.",
        "Python: SystemExit is no error",
        "browser/test_events.py::test_exit_ends_a_callback_quietly",
        {"callback_exits": {CONSOLE: (["error: SystemExit callback_exits:10"], [])}},
    ),
    Row(
        "other keywords",
        "Keywords that there are not are ignored.",
        "TypeError that names the nearest one; nothing is sent.",
        f"S17, S18, {PAGE}: the keywords there are",
        "browser/test_bad_input.py::test_is_an_error_before_anything_is_sent",
        {
            "keywords": {
                "tiemout=1": ("no error", "TypeError"),
                REQUESTS: (["GET /text?N", "POST /text"], []),
            }
        },
    ),
    Row(
        "other keywords",
        "post, put and patch ignore a mode that there is not.",
        "An unknown mode is a ValueError everywhere.",
        f"{PAGE}: mode",
        "browser/test_bad_input.py::test_is_an_error_before_anything_is_sent",
        {"keywords": {"post mode='xml'": ("no error", "ValueError")}},
    ),
    Row(
        "`connect`, `trace`",
        "A JavaScript error, always.",
        "A ValueError which says that browsers let no page send such requests.",
        fetch("forbidden-method", "fetch: forbidden methods"),
        "browser/test_bad_input.py::test_is_an_error_before_anything_is_sent",
        {
            "methods_forbidden": {
                "connect": ("a JS error", "a Python error"),
                "connect: says that browsers forbid it": (False, True),
                "trace": ("a JS error", "a Python error"),
                "trace: says that browsers forbid it": (False, True),
            }
        },
    ),
)
