"""How a program makes requests, and which callbacks run."""

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
        "`async=False` is a syntax error, because `async` is a keyword since Python 3.7.",
        "Page scripts read `async=` as `async_=`. Pages from 2018 run without changes.",
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
        code=("(async_=)",),
    ),
    Row(
        "`async`",
        'Ignores `async_=` and `**{"async": …}`. Only `blocking=` has an effect.',
        '`blocking=`, `async_=` and `**{"async": …}` all have an effect. Raises TypeError if '
        "they contradict each other.",
        "S19",
        "agreement/bodies/calling.py::the_spellings_of_blocking",
        {
            "async_spellings": {
                "async_=False": (False, True),
                "**{'async': False}": (False, True),
            }
        },
    ),
    Row(
        "`async`",
        "The second positional argument is `blocking`. In 2018 it was `async`, the opposite.",
        "It is `async`, as old pages expect. A DeprecationWarning recommends `blocking=`.",
        "S17: `get(url[, async=True, …])`",
        "agreement/bodies/calling.py::the_spellings_of_blocking",
        {
            "async_spellings": {
                "second positional argument False": (False, True),
                "second positional argument True": (True, False),
                CONSOLE: ([], ["warning: DeprecationWarning", "warning: DeprecationWarning"]),
            }
        },
        code=(
            "browser.ajax.get(,)",
            "browser.ajax.post(,)",
        ),
    ),
    Row(
        "return value",
        "Every function returns None.",
        "A blocking call returns the finished request. The other calls return None.",
        DECIDED,
        "agreement/bodies/calling.py::a_blocking_call_completes_before_it_returns",
        {
            "return_value": {
                "blocking get": (None, (200, "café ✓")),
                "blocking post": (None, 200),
            }
        },
        code=(
            "browser.ajax.get(blocking=)",
            "browser.ajax.post(blocking=)",
        ),
    ),
    Row(
        "several `bind`",
        "The second function replaces the first.",
        "All functions run, in the order of `bind`.",
        DECIDED,
        "agreement/bodies/events.py::all_that_are_bound_run_in_order",
        {"bind_several": {"calls": ([2], [1, 2])}},
        agrees=("bind_after_send",),
    ),
    Row(
        "several `bind`",
        "`unbind` does not exist.",
        "`unbind(evt[, function])` removes one function, or all.",
        DECIDED,
        "agreement/bodies/events.py::all_that_are_bound_run_in_order",
        {"unbind": {"unbind": ("AttributeError", "no error")}},
    ),
    Row(
        "event names",
        "Accepts any event name and any value as a callback. An invalid callback fails when it "
        "is called.",
        "An unknown name raises ValueError, which suggests the nearest name. A callback that is "
        "not callable raises TypeError. The request is not sent.",
        f"S3, {PAGE}: the list of events",
        "agreement/bodies/bad_input.py::the_long_way",
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
        "Callbacks receive the browser's event. Its `target` is the XMLHttpRequest of the browser.",
        "Callbacks receive an event with `type`, `loaded`, `total` and `lengthComputable`. Its "
        "`target` is the request, with `text`, `json` and the other attributes.",
        f"S4: the callback gets the ajax object; {xhr('interface-progressevent', 'ProgressEvent')}",
        "agreement/bodies/events.py::callbacks_get_the_request_or_an_event",
        {"xhr_events": {"the target is the request": (False, True)}},
        code=(
            "import browser.ajax & .bind('load')",
            "import browser.ajax & .bind('progress')",
            "import browser.ajax & .bind('error')",
        ),
    ),
    Row(
        "XMLHttpRequest's own events",
        "A callback of `readystatechange` replaces Brython's own. The callbacks of the other "
        "states no longer run.",
        "`readystatechange` does not affect the other events.",
        xhr("handler-xhr-onreadystatechange"),
        "agreement/bodies/events.py::callbacks_get_the_request_or_an_event",
        {"readystatechange": {"calls": (["readystatechange"], ["complete", "readystatechange"])}},
        code=("import browser.ajax & .bind('readystatechange')",),
    ),
    Row(
        "upload progress",
        "Accepts `onuploadprogress=`, but never calls it.",
        "`onuploadprogress=` and `bind('uploadprogress', f)` report the number of bytes sent.",
        xhr("the-upload-attribute"),
        "agreement/bodies/events.py::progress_of_what_goes_up",
        {"upload_progress": {"bytes sent": (None, 300_000)}},
        code=("(onuploadprogress=)",),
    ),
    Row(
        "upload progress",
        "Never adds a listener for the upload, so the browser never sends a CORS preflight "
        "request for it.",
        "The browser sends a preflight request to another origin only if the request has a "
        "callback for the upload.",
        xhr("the-send()-method", "XMLHttpRequest: upload listener flag"),
        "browser/test_origins.py::test_the_upload_is_watched_only_when_asked",
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
        "The console shows the traceback, with the page's own lines.",
        "The same. The traceback does not contain lines of Python's library and of the runtime.",
        DECIDED,
        "agreement/bodies/events.py::a_callback_that_raises_stops_no_other",
        agrees=("callback_raises",),
    ),
    Row(
        "callbacks that raise",
        "An event has only one callback.",
        "The other callbacks of the event still run.",
        DECIDED,
        "agreement/bodies/events.py::a_callback_that_raises_stops_no_other",
        {
            "callback_raises_before_another": {
                CONSOLE: ([], ["error: KeyError callback_raises_before_another:8"])
            }
        },
    ),
    Row(
        "callbacks that raise",
        "`exit()` in a callback ends it, and the console shows an error.",
        "`exit()` ends the callback without an error.",
        "Python: SystemExit is not an error",
        "agreement/bodies/events.py::a_callback_that_raises_stops_no_other",
        {"callback_exits": {CONSOLE: (["error: SystemExit callback_exits:10"], [])}},
        code=(
            "exit()",
            "sys.exit()",
        ),
    ),
    Row(
        "other keywords",
        "Ignores unknown keywords.",
        "Raises TypeError, which suggests the nearest keyword. The request is not sent.",
        f"S17, S18, {PAGE}: the list of keywords",
        "agreement/bodies/bad_input.py::unknown_keywords_events_and_modes",
        {
            "keywords": {
                "tiemout=1": ("no error", "TypeError"),
                REQUESTS: (["GET /text?N", "POST /text"], []),
            }
        },
    ),
    Row(
        "other keywords",
        "post, put and patch ignore an unknown mode.",
        "An unknown mode raises ValueError in every function.",
        f"{PAGE}: mode",
        "agreement/bodies/bad_input.py::unknown_keywords_events_and_modes",
        {"keywords": {"post mode='xml'": ("no error", "ValueError")}},
    ),
    Row(
        "`connect`, `trace`",
        "Always raises a JavaScript error.",
        "Raises ValueError: browsers do not let a page send such requests.",
        fetch("forbidden-method", "fetch: forbidden methods"),
        "agreement/bodies/bad_input.py::methods_that_browsers_forbid",
        {
            "methods_forbidden": {
                "connect": ("a JS error", "a Python error"),
                "connect: says that browsers forbid it": (False, True),
                "trace": ("a JS error", "a Python error"),
                "trace: says that browsers forbid it": (False, True),
            }
        },
        code=(
            "browser.ajax.connect()",
            "browser.ajax.trace()",
        ),
    ),
)
