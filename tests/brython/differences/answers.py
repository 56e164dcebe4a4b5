"""Response bodies: text, bytes, JSON, documents; the names of XMLHttpRequest."""

from tests.brython.differences.row import ABSENT, DECIDED, PAGE, REQUESTS, Row, xhr

_UNDEFINED = "<Javascript undefined>"
_PROPERTIES = f"{PAGE}: supports all properties of XMLHttpRequest"

ROWS = (
    Row(
        "blocking and mode",
        "In mode `json`, `read()` returns a str. In mode `document`, it returns None.",
        "Returns the same value as a request that does not block.",
        f"{PAGE}: mode",
        "browser/test_documents.py::test_mode_document_is_a_document",
        {
            "blocking_modes": {
                "json, read()": ('{"ok": true}', {"ok": True}),
                "document": ("AttributeError", "a"),
            }
        },
        code=("import browser.ajax & .read()",),
    ),
    Row(
        "blocking and mode",
        "Returns the exact bytes that the server sent.",
        "The same, on the main thread and in workers.",
        f"{PAGE}: mode binary",
        "agreement/bodies/answers.py::binary_is_bytes",
        agrees=("binary_blocking",),
        unseen="what workers do",
    ),
    Row(
        "blocking and mode",
        "post, put and patch ignore `mode` and `encoding`.",
        "Every function uses `mode` and `encoding`.",
        f"{PAGE} says that they are not relevant; {DECIDED}",
        "agreement/bodies/answers.py::binary_is_bytes",
        {
            "mode_of_post": {
                "binary": ("\u0007,\ufffd", b"\x07,\xd8"),
                "latin1": ("\ufffd", "é"),
            }
        },
        code=(
            "browser.ajax.post(mode=)",
            "browser.ajax.put(mode=)",
            "browser.ajax.patch(mode=)",
        ),
    ),
    Row(
        "text decoding",
        "Without `encoding=`, decodes as UTF-8. Raises UnicodeDecodeError if the bytes are not "
        "UTF-8.",
        "Decodes with `encoding=`, else like XMLHttpRequest: by the charset of the response, which "
        "is a label of the Encoding standard, else by the encoding that XML declares, else as "
        "UTF-8. Replaces invalid bytes. JSON is always UTF-8.",
        xhr("text-response", "XMLHttpRequest: text response"),
        "agreement/bodies/answers.py::text_is_decoded",
        {
            "decoding": {
                "charset=iso-8859-1": ("UnicodeDecodeError", "é"),
                "charset=koi8-u": ("UnicodeDecodeError", "ю"),
                "declared in XML": (
                    "UnicodeDecodeError",
                    "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>",
                ),
                "not utf-8": ("UnicodeDecodeError", "\ufffd"),
            }
        },
        agrees=("encoding_attribute",),
    ),
    Row(
        "text decoding",
        "An unknown encoding raises an error when the program reads the text.",
        "Raises LookupError before the request is sent.",
        DECIDED,
        "agreement/bodies/bad_input.py::arguments_of_the_functions",
        {
            "decoding_unknown": {
                "get": (ABSENT, "LookupError"),
                "reading text": ("LookupError", ABSENT),
                REQUESTS: (["GET /text?N"], []),
            }
        },
    ),
    Row(
        "text decoding",
        "`text` is the part of the text that has arrived.",
        "`text` is `''` until `complete`.",
        DECIDED,
        "agreement/bodies/answers.py::before_the_end_there_is_no_text",
        {"before_the_end": {"first text": (64, 0)}},
        code=(
            "(onprogress=)",
            "(oninteractive=)",
            "import browser.ajax & .bind('progress')",
            "import browser.ajax & .bind('interactive')",
        ),
    ),
    Row(
        "json",
        "Parses numbers as JavaScript does: rounds integers above 2⁵³, and `2.0` becomes an int.",
        "Parses numbers as `json.loads` does: integers are exact, and floats stay floats.",
        f"{PAGE}: `json` is the parsed JSON",
        "agreement/bodies/answers.py::json_is_exact",
        {
            "json_mode": {
                "big integer": (9007199254740992, 9007199254740993),
                "other values": ([1, 1.5, 2, None, True, "é"], [1, 1.5, 2.0, None, True, "é"]),
            },
            "json_of_text": {"integer": (9007199254740992, 9007199254740993)},
        },
        code=(
            "import browser.ajax & .json",
            "(mode='json')",
        ),
    ),
    Row(
        "json",
        "If the body is not valid JSON, mode `json` returns None, and mode `text` raises a "
        "JavaScript error.",
        "Raises json.JSONDecodeError, a ValueError. Its message names the request.",
        "[Python: json](https://docs.python.org/3/library/json.html#json.JSONDecodeError)",
        "agreement/bodies/answers.py::bad_json_raises",
        {
            "json_bad": {
                "mode json": (None, "ValueError"),
                "mode text": ("another error", "ValueError"),
            }
        },
        code=("(mode='json')",),
    ),
    Row(
        "json",
        "A response without a body is None in mode `json`. In mode `text`, it raises a JavaScript "
        "error.",
        "It is None in both modes.",
        DECIDED,
        "agreement/bodies/answers.py::an_empty_answer",
        {"json_no_body": {"empty, mode text": ("JavascriptError", None)}},
    ),
    Row(
        "json",
        "Raises a JavaScript error for JSON that is nested too deeply.",
        "Raises RecursionError for JSON that is nested deeper than about 2,000 levels.",
        DECIDED,
        "browser/test_deep_json.py::test_a_response",
        {
            "json_deep": {
                "mode json": ("JavascriptError", "RecursionError"),
                "mode text": ("JavascriptError", "RecursionError"),
            }
        },
    ),
    Row(
        "mode binary",
        "A response that is too large for the browser is empty, or part of it.",
        "Reading it raises ResponseTooLarge, a MemoryError that names the request.",
        DECIDED,
        "browser/test_too_large.py::test_a_body_that_the_browser_cannot_give",
        unseen="responses of 600 MB in a test",
    ),
    Row(
        "mode binary",
        "`text` and `read()` return bytes.",
        "The same.",
        f"{PAGE}: text",
        "agreement/bodies/answers.py::binary_is_bytes",
        agrees=("binary",),
    ),
    Row(
        "XMLHttpRequest's own names",
        "A program can assign `responseType` and `withCredentials`, but they read as undefined. "
        "With `arraybuffer`, the body is a str.",
        "They return the assigned value. `responseType` works like a mode: with `arraybuffer`, "
        "the body is bytes.",
        _PROPERTIES,
        "agreement/bodies/answers.py::responseType_acts_like_a_mode",
        {
            "response_type": {
                ": reads back": (_UNDEFINED, ""),
                "json: reads back": (_UNDEFINED, "json"),
                "arraybuffer: reads back": (_UNDEFINED, "arraybuffer"),
                "arraybuffer: read()": ('{"ok": true}', b'{"ok": true}'),
            },
            "credentials": {"reads back": (_UNDEFINED, True)},
        },
        code=(
            ".responseType =",
            ".withCredentials =",
        ),
    ),
    Row(
        "XMLHttpRequest's own names",
        "`req.onload = f` creates an attribute without effect.",
        "`onload` and the other handlers work as in XMLHttpRequest.",
        _PROPERTIES,
        "agreement/bodies/xhr_names.py::properties_that_hold_one_function",
        {"xhr_names_written": {"calls": (["upload load"], ["upload load", "load"])}},
        code=(
            "import browser.ajax & .onload =",
            "import browser.ajax & .onerror =",
        ),
    ),
    Row(
        "XMLHttpRequest's own names",
        "A missing response header is JavaScript's null, which is not None.",
        "A missing response header is None.",
        xhr("the-getresponseheader()-method"),
        "agreement/bodies/answers.py::response_headers",
        {"xhr_names": {"no header": (False, True)}},
        code=(".getResponseHeader()",),
    ),
)
