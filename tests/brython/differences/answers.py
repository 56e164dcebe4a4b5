"""What comes back: text, bytes, JSON, documents; XMLHttpRequest's own names."""

from tests.brython.differences.row import ABSENT, DECIDED, PAGE, REQUESTS, Row, xhr

_UNDEFINED = "<Javascript undefined>"
_PROPERTIES = f"{PAGE}: all properties of XMLHttpRequest can be used"

ROWS = (
    Row(
        "blocking and mode",
        "json is a str to `read()`, document is None.",
        "The same value as without blocking.",
        f"{PAGE}: mode",
        "browser/test_modes.py::test_mode_document_is_a_document",
        {
            "blocking_modes": {
                "json, read()": ('{"ok": true}', {"ok": True}),
                "document": ("AttributeError", "a"),
            }
        },
    ),
    Row(
        "blocking and mode",
        "Bytes arrive as they were sent.",
        "The same; on the main thread and in workers.",
        f"{PAGE}: mode binary",
        "browser/test_modes.py::test_mode_binary_is_bytes_to_the_byte",
        agrees=("binary_blocking",),
        unseen="what workers do",
    ),
    Row(
        "blocking and mode",
        "post, put and patch ignore `mode` and `encoding`.",
        "They count for every function.",
        f"{PAGE} calls them not relevant; {DECIDED}",
        "browser/test_modes.py::test_every_byte_survives_as_body_and_answer",
        {
            "mode_of_post": {
                "binary": ("\u0007,\ufffd", b"\x07,\xd8"),
                "latin1": ("\ufffd", "é"),
            }
        },
    ),
    Row(
        "text decoding",
        "UTF-8 where `encoding=` is not given; what is none raises UnicodeDecodeError.",
        "`encoding` if given, else the response's charset, else UTF-8 with replacement.",
        xhr("text-response", "XMLHttpRequest: text response"),
        "browser/test_modes.py::test_text_is_decoded_by_encoding_then_charset_then_utf_8",
        {
            "decoding": {
                "charset=iso-8859-1": ("UnicodeDecodeError", "é"),
                "not utf-8": ("UnicodeDecodeError", "\ufffd"),
            }
        },
        agrees=("encoding_attribute",),
    ),
    Row(
        "text decoding",
        "An unknown encoding is an error when the text is read.",
        "LookupError before the request leaves.",
        DECIDED,
        "browser/test_bad_input.py::test_is_an_error_before_anything_is_sent",
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
        "`text` holds what has arrived so far.",
        "`''` before `complete`.",
        DECIDED,
        "browser/test_modes.py::test_before_the_end_there_is_no_text",
        {"before_the_end": {"first text": (64, 0)}},
    ),
    Row(
        "json",
        "Numbers are JavaScript's: integers beyond 2⁵³ are rounded, `2.0` is an int.",
        "Integers are exact, and floats are floats, as by `json.loads`.",
        f"{PAGE}: the object obtained by parsing the JSON",
        "browser/test_modes.py::test_mode_json_is_exact_and_plain",
        {
            "json_mode": {
                "big integer": (9007199254740992, 9007199254740993),
                "other values": ([1, 1.5, 2, None, True, "é"], [1, 1.5, 2.0, None, True, "é"]),
            },
            "json_of_text": {"integer": (9007199254740992, 9007199254740993)},
        },
    ),
    Row(
        "json",
        "Text that is no JSON is None in mode json, and a JavaScript error in mode text.",
        "json.JSONDecodeError, a ValueError, that names the request.",
        "[Python: json](https://docs.python.org/3/library/json.html#json.JSONDecodeError)",
        "browser/test_modes.py::test_bad_json_raises_and_says_which_request",
        {
            "json_bad": {
                "mode json": (None, "ValueError"),
                "mode text": ("another error", "ValueError"),
            }
        },
    ),
    Row(
        "mode binary",
        "`text` and `read()` are bytes.",
        "The same.",
        f"{PAGE}: text",
        "browser/test_modes.py::test_mode_binary_is_bytes_to_the_byte",
        agrees=("binary",),
    ),
    Row(
        "XMLHttpRequest's own names",
        "`responseType` and `withCredentials` can be written, and read as undefined; "
        "`arraybuffer` reads as str.",
        "They read back; `responseType` acts like a mode: `arraybuffer` reads as bytes.",
        _PROPERTIES,
        "browser/test_modes.py::test_responseType_acts_like_a_mode",
        {
            "response_type": {
                ": reads back": (_UNDEFINED, ""),
                "json: reads back": (_UNDEFINED, "json"),
                "arraybuffer: reads back": (_UNDEFINED, "arraybuffer"),
                "arraybuffer: read()": ('{"ok": true}', b'{"ok": true}'),
            },
            "credentials": {"reads back": (_UNDEFINED, True)},
        },
    ),
    Row(
        "XMLHttpRequest's own names",
        "`req.onload = f` becomes an attribute without effect.",
        "`onload` and the others are XMLHttpRequest's.",
        _PROPERTIES,
        "browser/test_xhr_names.py::test_on_properties_hold_one_function_each",
        {"xhr_names_written": {"calls": (["upload load"], ["upload load", "load"])}},
    ),
    Row(
        "XMLHttpRequest's own names",
        "A response header that is not there is JavaScript's null, which is not None.",
        "It is None.",
        xhr("the-getresponseheader()-method"),
        "browser/test_headers.py::test_response_headers",
        {"xhr_names": {"no header": (False, True)}},
    ),
)
