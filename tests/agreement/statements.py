"""The statements of Brython's documentation of 2019, S1 to S25, and the tests that hold them.

tests/brython/test_differences.py checks that each test exists.
"""

STATEMENTS = {
    "S1": ("ajax runs requests", "agreement/bodies/calling.py::send_waits_or_returns_at_once"),
    "S2": ("ajax and Ajax are one class", "agreement/bodies/calling.py::the_names_of_the_class"),
    "S3": ("bind, and the events", "agreement/bodies/events.py::the_events_of_a_success"),
    "S4": (
        "the function gets the request",
        "agreement/bodies/events.py::callbacks_get_the_request_or_an_event",
    ),
    "S5": (
        "open(method, url, async)",
        "agreement/bodies/calling.py::send_waits_or_returns_at_once",
    ),
    "S6": (
        "async: send returns at once",
        "agreement/bodies/calling.py::send_waits_or_returns_at_once",
    ),
    "S7": ("not async: send waits", "agreement/bodies/calling.py::send_waits_or_returns_at_once"),
    "S8": ("readyState", "agreement/bodies/events.py::the_events_of_a_success"),
    "S9": ("set_header", "agreement/bodies/sending.py::headers_are_sent"),
    "S10": ("set_timeout", "agreement/bodies/ends.py::a_timeout"),
    "S11": ("send takes a dict or a str", "agreement/bodies/sending.py::a_mapping_is_url_encoded"),
    "S12": (
        "a dict with a file becomes FormData",
        "agreement/bodies/uploads.py::files_among_the_values_of_a_dict",
    ),
    "S13": ("status is an int", "agreement/bodies/ends.py::an_http_status_is_no_error"),
    "S14": ("text is a str", "agreement/bodies/answers.py::text_is_decoded"),
    "S15": (
        "xml is a DOM object",
        "browser/test_documents.py::test_s15_xml_of_a_text_request_is_a_dom_object",
    ),
    "S16": ("the example", "browser/test_seed.py::test_s16_the_seeds_example"),
    "S17": ("get, its defaults", "agreement/bodies/sending.py::get_and_head_send_no_body"),
    "S18": ("post, its defaults", "agreement/bodies/sending.py::a_str_and_bytes_go_as_they_are"),
    "S19": ("async=False blocks", "agreement/bodies/calling.py::the_spellings_of_blocking"),
    "S20": ("headers is a dict", "agreement/bodies/sending.py::headers_are_sent"),
    "S21": (
        "data is a str or a dict",
        "agreement/bodies/sending.py::without_a_body_data_becomes_the_query",
    ),
    "S22": (
        "cache",
        "browser/test_seed.py::test_s22_cache_says_whether_get_uses_the_browsers_cache",
    ),
    "S23": ("timeout and ontimeout", "agreement/bodies/ends.py::every_method_has_a_timeout"),
    "S24": (
        "a callback for each event",
        "agreement/bodies/events.py::callbacks_get_the_request_or_an_event",
    ),
    "S25": ("post(url, data, oncomplete)", "agreement/bodies/sending.py::a_mapping_is_url_encoded"),
}
