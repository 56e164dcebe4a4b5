"""What goes out: data, Content-Type, url, files."""

from tests.brython.differences.row import ABSENT, PAGE, REQUESTS, Row, fetch

_URLENCODED = "application/x-www-form-urlencoded"
_BODY = ("post", "put", "patch")
_TYPE_OF_STR = {"post": _URLENCODED, "put": "text/plain", "patch": "text/plain"}
"""What Brython sends: for put and patch the browser's own, of a str."""
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
        "An OrderedDict is for `send` only, bytes are for the functions only; memoryview, Blob and "
        "URLSearchParams are a TypeError.",
        "One encoder for all functions: any mapping, str, bytes, bytearray, memoryview, File, "
        "Blob, FormData, URLSearchParams.",
        "S11, S21",
        "browser/test_data.py::test_js_bodies_go_out_as_they_are",
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
        },
        agrees=("data_json_text", "form_data_of_form"),
    ),
    Row(
        "`data`",
        "`send` repeats the key of a list, the functions join the items with commas; a tuple "
        "becomes its repr.",
        "Lists and tuples repeat the key, everywhere.",
        "S21: a dict is converted to `x=1&y=2`",
        "browser/test_data.py::test_a_mapping_is_url_encoded",
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
        "None among the values goes out as `[object Object]`.",
        "Values that are no str go through `str()`.",
        "S21",
        "browser/test_data.py::test_a_mapping_is_url_encoded",
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
        "In a url bytes become their numbers, and FormData `[object FormData]`.",
        "Bytes are the query as it is, and the entries of FormData become the query.",
        f"{PAGE}: data may be made by `form_data()`",
        "browser/test_data.py::test_the_entries_of_form_data_become_the_query",
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
        "A dict with a File is url-encoded: its content is lost. With the header "
        "`multipart/form-data` the boundary is missing, and the server finds no fields.",
        "A File or Blob among the values makes it FormData, whatever the headers.",
        "S12",
        "browser/test_upload.py::test_files_among_the_values_of_a_dict",
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
        "A default only for POST, and for `send` only of a dict: put, patch and a str by `send` "
        "go out as `text/plain`.",
        "`application/x-www-form-urlencoded` for a dict and a str of POST, PUT and PATCH.",
        f"S11, S18; {PAGE}: the same interface for patch and put",
        "browser/test_data.py::test_a_str_goes_out_as_it_is",
        {
            "data_functions": {
                f"{name} of {kind}": (("text/plain", body), (_URLENCODED, body))
                for name in ("put", "patch")
                for kind, body in (("a dict", "x=1&y=%C3%A9%20%26"), ("a str", "x=1&y=2"))
            },
            "data_send": {
                "a str": (("text/plain", "x=1&y=2"), (_URLENCODED, "x=1&y=2")),
            },
        },
    ),
    Row(
        "Content-Type",
        "POST sends the default with FormData and bytes, too: the server finds no fields.",
        "None for bytes and Blob; for FormData the browser's own, with the boundary.",
        fetch("concept-bodyinit-extract", "fetch: the type of a body"),
        "browser/test_data.py::test_bytes_go_out_without_a_content_type",
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
        "FormData with the header `multipart/form-data` goes out without a boundary.",
        "The header is dropped, so that the browser writes its own.",
        fetch("concept-bodyinit-extract", "fetch: the type of a body"),
        "browser/test_data.py::test_form_data_is_multipart_with_a_boundary",
        {"form_data_with_header": {"the server finds the field": ([], [["x", "1"]])}},
    ),
    Row(
        "url, `data` and `cache`",
        "A url that has a query gets a second `?`; a fragment swallows what is added.",
        "The query is merged by parsing, before the fragment.",
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
        "DELETE and OPTIONS get the cache parameter, too.",
        "Only GET and HEAD.",
        "S22: should GET use the browser cache",
        "browser/test_data.py::test_the_cache_parameter_is_for_get_and_head_only_and_never_repeats",
        {
            "query": {
                "delete": ("/echo?N", "/echo"),
                "options with data": ("/echo?c=2&N", "/echo?c=2"),
            },
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
    ),
    Row(
        "url, `data` and `cache`",
        "The cache parameter is the time in milliseconds: two requests may share it.",
        "It is unique to the request.",
        "S22",
        "unit/ajax/test_url.py::test_cache_parameter_never_repeats",
        {"cache_parameters": {"all differ": (False, True)}},
    ),
    Row(
        "`file_upload`",
        "With `headers=` a JavaScript error, always.",
        "It works.",
        f"{PAGE}: `file_upload(…, [headers, timeout, data, **callbacks])`",
        "browser/test_upload.py::test_file_upload_with_everything",
        {
            "file_upload_headers": {
                "headers": ("JavascriptError", "no error"),
                "headers: sent": (ABSENT, ("POST", "1", ["filetosave"])),
                REQUESTS: ([], ["POST /echo", "PUT /echo"]),
            }
        },
        agrees=("file_upload",),
    ),
    Row(
        "`file_upload`",
        "`method` and `field_name` by position are a TypeError.",
        "They may be given by position.",
        f'{PAGE}: `file_upload(url, file, method="POST", field_name="filetosave", …)`',
        "browser/test_upload.py::test_file_upload_with_everything",
        {
            "file_upload_headers": {
                "positional": ("TypeError", "no error"),
                "positional: sent": (ABSENT, ("PUT", None, ["picture"])),
            }
        },
    ),
)
