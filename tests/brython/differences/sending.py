"""What is sent: data, Content-Type, URL, files."""

from tests.brython.differences.row import ABSENT, PAGE, REQUESTS, Row, fetch

_URLENCODED = "application/x-www-form-urlencoded"
_BODY = ("post", "put", "patch")
_TYPE_OF_STR = {"post": _URLENCODED, "put": "text/plain", "patch": "text/plain"}
"""The Content-Type that Brython sends. For put and patch the browser sets that of a str."""
_BINARY = ("a Blob", "a memoryview")
_GET_BRYTHON = [
    "GET /echo?120,61,49",
    "GET /echo?[object%20FormData]",
    "GET /echo?x=%5Bobject%20Object%5D",
    "GET /echo?x=1%2C2",
    "GET /echo?x=1&y=%C3%A9",
    "GET /echo?x=1&y=%C3%A9%20%26",
]
_GET_OURS = [
    "2 x GET /echo?x=1",
    "GET /echo?x=1&x=2",
    "GET /echo?x=1&y=%C3%A9",
    "GET /echo?x=1&y=%C3%A9%20%26",
    "GET /echo?x=None",
    "GET /echo?x=a+b",
]

ROWS = (
    Row(
        "`data`",
        "Only `send` accepts an OrderedDict, and only the functions accept bytes. memoryview, "
        "Blob and URLSearchParams raise TypeError.",
        "`send` and all functions accept any mapping, str, bytes, bytearray, memoryview, File, "
        "Blob, FormData and URLSearchParams.",
        "S11, S21",
        "browser/test_js_objects.py::test_js_bodies_go_out_as_they_are",
        {
            "data_functions": {
                **{
                    f"{name} of {kind}": ("TypeError", ("", "ab"))
                    for name in _BODY
                    for kind in _BINARY
                },
                **{
                    f"{name} of {kind}": ("TypeError", (_URLENCODED, "x=1"))
                    for name in _BODY
                    for kind in ("an OrderedDict", "URLSearchParams")
                },
                REQUESTS: (
                    ["7 x PATCH /echo", "7 x POST /echo", "7 x PUT /echo"],
                    ["11 x PATCH /echo", "11 x POST /echo", "11 x PUT /echo"],
                ),
            },
            "data_send": {
                "bytes": ("TypeError", ("", "a\ufffdb")),
                "a Blob": ("TypeError", ("", "ab")),
                REQUESTS: (["6 x POST /echo"], ["8 x POST /echo"]),
            },
            "data_get": {"OrderedDict": ("TypeError", "/echo?x=1")},
            "text_types": {
                "every second byte": ("TypeError", "ace"),
                REQUESTS: (["DELETE /echo", "2 x POST /echo"], ["DELETE /echo", "3 x POST /echo"]),
            },
        },
        agrees=("data_json_text", "form_data_of_form"),
    ),
    Row(
        "`data`",
        "For a list, `send` repeats the key, and the functions join the items with commas. A "
        "tuple becomes its repr.",
        "Lists and tuples repeat the key everywhere.",
        "S21: a dict is converted to `x=1&y=2`",
        "agreement/bodies/sending.py::a_mapping_is_url_encoded",
        {
            "data_functions": {
                f"{name} of a dict with a list": (
                    (_TYPE_OF_STR[name], "x=1%2C2"),
                    (_URLENCODED, "x=1&x=2"),
                )
                for name in _BODY
            },
            "data_send": {
                "a dict with a tuple": (
                    (_URLENCODED, "x=(1%2C%202)"),
                    (_URLENCODED, "x=1&x=2"),
                )
            },
            "data_get": {"dict with a list": ("/echo?x=1%2C2", "/echo?x=1&x=2")},
        },
    ),
    Row(
        "`data`",
        "None as a value is sent as `[object Object]`.",
        "Values that are not str are converted with `str()`.",
        "S21",
        "agreement/bodies/sending.py::a_mapping_is_url_encoded",
        {
            "data_functions": {
                f"{name} of a dict with None": (
                    (_TYPE_OF_STR[name], "x=%5Bobject%20Object%5D"),
                    (_URLENCODED, "x=None"),
                )
                for name in _BODY
            },
            "data_get": {"dict with None": ("/echo?x=%5Bobject%20Object%5D", "/echo?x=None")},
        },
    ),
    Row(
        "`data`",
        "In a URL, bytes become a list of numbers, and FormData becomes `[object FormData]`.",
        "Bytes become the query unchanged. The entries of FormData become the query.",
        f"{PAGE}: `data` can be the result of `form_data()`",
        "agreement/bodies/sending.py::without_a_body_data_becomes_the_query",
        {
            "data_get": {
                "bytes": ("/echo?120,61,49", "/echo?x=1"),
                "FormData": ("/echo?[object%20FormData]", "/echo?x=a+b"),
                REQUESTS: (_GET_BRYTHON, _GET_OURS),
            }
        },
    ),
    Row(
        "`data`",
        "URL-encodes a dict with a File, and loses the file's content. With the header "
        "`multipart/form-data`, the boundary is missing, so the server finds no fields.",
        "Sends the dict as FormData if a value is a File or a Blob, whatever the headers.",
        "S12",
        "agreement/bodies/uploads.py::files_among_the_values_of_a_dict",
        {
            "seed_send_file": {
                "Content-Type": (_URLENCODED, "multipart/form-data"),
                "files": ([], [("upload", "a.txt", 3)]),
            },
            "seed_send_file_multipart": {
                "files": ([], [("upload", "a.txt", 3)]),
                "fields": ([], [["n", "1"]]),
            },
        },
    ),
    Row(
        "Content-Type",
        "Only POST sets a default, and `send` sets it only for a dict. put, patch, and `send` "
        "with a str send `text/plain`.",
        "Every method sends `application/x-www-form-urlencoded` for a dict and a str.",
        f"S11, S18; {PAGE}: patch and put have the same interface",
        "agreement/bodies/sending.py::a_str_and_bytes_go_as_they_are",
        {
            "data_functions": {
                f"{name} of {kind}": (("text/plain", body), (_URLENCODED, body))
                for name in ("put", "patch")
                for kind, body in (("a dict", "x=1&y=%C3%A9%20%26"), ("a str", "x=1&y=2"))
            },
            "data_send": {
                "a str": (("text/plain", "x=1&y=2"), (_URLENCODED, "x=1&y=2")),
            },
            "text_types": {"DELETE with a str": ("text/plain", _URLENCODED)},
        },
        code=(
            "browser.ajax.put(data=)",
            "browser.ajax.patch(data=)",
        ),
    ),
    Row(
        "Content-Type",
        "POST sends the default even with FormData and bytes, so the server finds no fields.",
        "Sends no Content-Type for bytes and Blob. For FormData, the browser sets it, with the "
        "boundary.",
        fetch("concept-bodyinit-extract", "fetch: the type of a body"),
        "agreement/bodies/sending.py::a_str_and_bytes_go_as_they_are",
        {
            "data_functions": {
                "post of FormData": (
                    (_URLENCODED, "no fields found"),
                    ("multipart/form-data", [["x", "1"]]),
                ),
                "post of bytes": ((_URLENCODED, "a\ufffdb"), ("", "a\ufffdb")),
                "post of a bytearray": ((_URLENCODED, "ab"), ("", "ab")),
            }
        },
    ),
    Row(
        "Content-Type",
        "FormData with the header `multipart/form-data` is sent without a boundary.",
        "Drops the header, so that the browser sets its own.",
        fetch("concept-bodyinit-extract", "fetch: the type of a body"),
        "agreement/bodies/sending.py::form_data_has_a_boundary",
        {
            "form_data_with_header": {"the server finds the field": ([], [["x", "1"]])},
            "text_types": {"fields of multipart with a charset": ([], [["x", "1"]])},
        },
    ),
    Row(
        "url, `data` and `cache`",
        "A URL with a query gets a second `?`. If the URL has a fragment, everything that is "
        "added is lost.",
        "Merges the queries and puts them before the fragment.",
        "[the URL standard](https://url.spec.whatwg.org/#url-query-string)",
        "unit/ajax/test_url.py::test_merge_query",
        {
            "query": {
                "get": ("/echo?b=1?N", "/echo?b=1&N"),
                "get with data": ("/echo?b=1?c=2&N", "/echo?b=1&c=2&N"),
                "get with a fragment": ("/echo", "/echo?N"),
                REQUESTS: (
                    [
                        "DELETE /echo?N",
                        "GET /echo",
                        "GET /echo?b=1?N",
                        "GET /echo?b=1?c=2&N",
                        "OPTIONS /echo?c=2&N",
                    ],
                    [
                        "DELETE /echo",
                        "GET /echo?N",
                        "GET /echo?b=1&N",
                        "GET /echo?b=1&c=2&N",
                        "OPTIONS /echo?c=2",
                    ],
                ),
            },
            "query_cache": {
                "cache=True, a query": ("/echo?a=1?q=2", "/echo?a=1&q=2"),
                REQUESTS: (
                    ["GET /echo", "GET /echo?a=1?q=2", "GET /echo?q=a%20b"],
                    ["GET /echo", "GET /echo?a=1&q=2", "GET /echo?q=a%20b"],
                ),
            },
        },
        agrees=("seed_cache", "url_characters"),
    ),
    Row(
        "url, `data` and `cache`",
        "DELETE and OPTIONS, and data: and blob: URLs, also get the cache parameter.",
        "Only GET and HEAD of http and https URLs get it.",
        "S22: `cache` says whether GET uses the browser's cache",
        "agreement/bodies/sending.py::the_cache_parameter",
        {
            "query": {
                "delete": ("/echo?N", "/echo"),
                "options with data": ("/echo?c=2&N", "/echo?c=2"),
            },
            "cache_schemes": {"data:": ("a?N", "a")},
            "methods": {
                REQUESTS: (
                    [
                        "DELETE /echo?N",
                        "GET /echo?N",
                        "HEAD /echo?N",
                        "OPTIONS /echo?N",
                        "PATCH /echo",
                        "POST /echo",
                        "PUT /echo",
                    ],
                    [
                        "DELETE /echo",
                        "GET /echo?N",
                        "HEAD /echo?N",
                        "OPTIONS /echo",
                        "PATCH /echo",
                        "POST /echo",
                        "PUT /echo",
                    ],
                )
            },
        },
        code=(
            "browser.ajax.delete()",
            "browser.ajax.options()",
        ),
    ),
    Row(
        "url, `data` and `cache`",
        "The cache parameter is the time in milliseconds, so two requests can have the same one.",
        "Each request has a different one.",
        "S22",
        "unit/ajax/test_url.py::test_cache_parameter_never_repeats",
        {"cache_parameters": {"all differ": (False, True)}},
    ),
    Row(
        "`file_upload`",
        "`headers=` always raises a JavaScript error.",
        "`headers=` works.",
        f"{PAGE}: `file_upload(…, [headers, timeout, data, **callbacks])`",
        "agreement/bodies/uploads.py::file_upload_sends_form_data",
        {
            "file_upload_headers": {
                "headers": ("JavascriptError", "no error"),
                "headers: sent": (ABSENT, ("POST", "1", ["filetosave"])),
                REQUESTS: ([], ["POST /echo", "PUT /echo"]),
            }
        },
        agrees=("file_upload",),
        code=("browser.ajax.file_upload(headers=)",),
    ),
    Row(
        "`file_upload`",
        "`method` and `field_name` as positional arguments raise TypeError.",
        "They can be positional arguments.",
        f'{PAGE}: `file_upload(url, file, method="POST", field_name="filetosave", …)`',
        "agreement/bodies/uploads.py::file_upload_sends_form_data",
        {
            "file_upload_headers": {
                "positional": ("TypeError", "no error"),
                "positional: sent": (ABSENT, ("PUT", None, ["picture"])),
            }
        },
    ),
)
