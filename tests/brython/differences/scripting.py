"""Listeners, modules around the page, JavaScript's values."""

from tests.brython.differences.row import ABSENT, CONSOLE, DECIDED, JS_STANDARD, TEMPLATE_PAGE, Row

ROWS = (
    Row(
        "listeners",
        "`unbind()` without an event is an error; what was bound with `capture` and on "
        "`window` stays.",
        "`unbind()` ends all listeners, however they were bound, `unbind(evt)` all of the event.",
        DECIDED,
        "browser/test_dom_events.py::test_unbind_ends_what_captures_and_what_is_on_window",
        {
            "events_bind": {"unbind()": ("JavascriptError", "no error")},
            "events_decorator": {"window, unbound": (["custom", "custom"], ["custom"])},
            "events_options": {
                "return False": (
                    (["box, capturing", "returns"], "#elsewhere"),
                    (["returns"], "#elsewhere"),
                ),
                "after one that raises": (
                    ["box, capturing", "the other listener"],
                    ["the other listener"],
                ),
            },
        },
    ),
    Row(
        "listeners",
        "A listener that cannot be called fails when the event happens; None says nothing, ever.",
        "A TypeError when it is bound.",
        DECIDED,
        "browser/test_dom_events.py::test_wrong_listeners_are_named",
        {
            "events_bind": {
                "not callable": ("no error", "TypeError"),
                "None": ("no error", "TypeError"),
            }
        },
    ),
    Row(
        "listeners",
        "A bad selector in `@bind` is a JavaScript error.",
        "A ValueError that shows it.",
        DECIDED,
        "browser/test_dom_events.py::test_the_decorator_takes_a_selector_a_node_an_iterable_and_other_targets",
        {"events_decorator": {"a bad selector": ("JavascriptError", "ValueError")}},
    ),
    Row(
        "listeners",
        "The traceback of a listener or function begins where the event was fired.",
        "It begins with the function that JavaScript called.",
        DECIDED,
        "browser/test_dom_events.py::test_an_error_in_a_listener_is_reported_and_the_others_run",
        {
            "events_options": {
                CONSOLE: (
                    ["error: KeyError events_options:54 events_options:38", "error: TypeError"],
                    ["error: KeyError events_options:38", "error: TypeError"],
                )
            },
            "js_functions": {
                CONSOLE: (
                    ["error: ZeroDivisionError js_functions:75 js_functions:74"],
                    ["error: ZeroDivisionError js_functions:74"],
                )
            },
        },
    ),
    Row(
        "listeners",
        "A Python function that raises is an exception for the JavaScript that called it.",
        "The traceback is shown, and JavaScript goes on with undefined, as after an event.",
        DECIDED,
        "browser/test_dom_js_values.py::test_an_error_in_a_function_given_to_javascript",
        {"js_functions": {"raises": ("error", "went on")}},
    ),
    Row(
        "`timer`, storage, dialogs",
        "A timer is given whatever it is given; `ms=` is unknown.",
        "What cannot be called, and a time that is no number, are TypeErrors at once; "
        "`ms=` is a keyword.",
        DECIDED,
        "browser/test_dom_modules.py::test_timers",
        {
            "timers": {
                "None": ("no error", "TypeError"),
                "a str for the time": ("no error", "TypeError"),
                "a keyword": ("TypeError", "no error"),
                CONSOLE: (["error: SyntaxError"], []),
            }
        },
    ),
    Row(
        "`timer`, storage, dialogs",
        "`storage` has no `update` and no `setdefault`.",
        "It is a mapping, with all that belongs to one.",
        DECIDED,
        "browser/test_dom_modules.py::test_storage_keeps_raw_strings",
        {"storages": {"update": ("AttributeError", "b"), "setdefault": ("AttributeError", "b")}},
    ),
    Row(
        "`timer`, storage, dialogs",
        "`alert()` returns JavaScript's undefined.",
        "None.",
        DECIDED,
        "browser/test_dom_modules.py::test_window_and_its_dialogs",
        {
            "js_dialogs": {
                "alert": ("<Javascript undefined>", None),
                "alert of an int": ("<Javascript undefined>", None),
                "alert of a list": ("<Javascript undefined>", None),
            }
        },
    ),
    Row(
        "`template`",
        "A str is shown as HTML.",
        "It is text: a name that a person typed in cannot bring a script into the page.",
        DECIDED,
        "browser/test_dom_modules.py::test_template",
        {
            "templates": {
                "markup is text": ("<p><b>&amp;</b></p>", "<p>&lt;b&gt;&amp;&lt;/b&gt;</p>")
            }
        },
    ),
    Row(
        "`template`",
        "True as an attribute beside False is an error; a name that `render` was not "
        "given stays as it is in the page.",
        "True sets the attribute, False leaves it out; an unknown name is a NameError.",
        TEMPLATE_PAGE,
        "browser/test_dom_modules.py::test_template",
        {
            "templates": {
                "True: error": ("JavascriptError", ABSENT),
                "True": (ABSENT, '<input disabled="">'),
                "no such name": ("<p>{nope}</p>", ABSENT),
                "no such name: error": (ABSENT, "NameError"),
            }
        },
    ),
    Row(
        "`template`",
        "What is rendered keeps the attribute `b-on`.",
        "It has no attributes but its own.",
        DECIDED,
        "browser/test_dom_modules.py::test_template",
        {
            "templates": {
                "a callback": (
                    '<div><b>1</b><i b-on="click:more">+</i></div>',
                    "<div><b>1</b><i>+</i></div>",
                ),
                "clicked": (
                    '<div><b>3</b><i b-on="click:more">+</i></div>',
                    "<div><b>3</b><i>+</i></div>",
                ),
            }
        },
    ),
    Row(
        "JavaScript's values",
        "null and undefined are two values of Brython's own, falsy, and not None.",
        "Both are None.",
        DECIDED,
        "browser/test_dom_js_values.py::test_null_and_undefined_are_none_and_none_is_null",
        {
            "dom_family": {"nextSibling of the last": (False, True)},
            "js_dialogs": {"window.alert": (False, True), "prompt, cancelled": (False, True)},
            "js_functions": {
                "what arrives": (
                    "[1, 'a', True, <Javascript null>, <Javascript undefined>, 1.5]",
                    [1, "a", True, None, None, 1.5],
                )
            },
            "js_values": {"null inside": (False, True), "localStorage.getItem": (False, True)},
            "js_window": {"null": (False, True), "undefined": (False, True)},
        },
    ),
    Row(
        "JavaScript's values",
        "None goes to JavaScript as an object that nothing there knows: "
        "`insertBefore(node, None)` and `window.JSON.stringify([None])` are errors.",
        "It goes as null, also within lists and dicts.",
        DECIDED,
        "browser/test_dom_js_values.py::test_null_and_undefined_are_none_and_none_is_null",
        {
            "dom_methods": {"insertBefore(node, None)": ("JavascriptError", "<b>x</b><b>y</b>")},
            "js_functions": {
                "returns a dict": ("JavascriptError", '{"a":[1,true,null]}'),
                "None is null or undefined": (False, True),
            },
            "js_json": {"window.JSON.stringify": ("JavascriptError", '{"a":[1,null,true]}')},
            "js_values": {
                "list: JSON": ("JavascriptError", '[1,"x",null]'),
                "nested: JSON": ("JavascriptError", '{"a":{"b":[{"c":null}]}}'),
                "None: what it is there": (False, True),
                "None stored": (False, True),
            },
        },
    ),
    Row(
        "JavaScript's values",
        "A set and bytes are objects of Brython's there.",
        "A set is an array, bytes a Uint8Array.",
        DECIDED,
        "browser/test_dom_js_values.py::test_dicts_lists_and_bytes_go_as_javascript_has_them",
        {"js_values": {"a set": ("Object", "Array"), "bytes": ("Object", "Uint8Array")}},
    ),
    Row(
        "JavaScript's values",
        "A dict stored on `window` is the same object for both sides.",
        "JavaScript has a copy: Python goes on with its own dict, and a change is stored "
        "again to be seen.",
        DECIDED,
        "browser/test_dom_js_values.py::test_a_dict_stored_on_window_is_a_copy_for_javascript",
        {"js_values": {"changed in Python": (2, 1), "changed in JavaScript": (3, 2)}},
    ),
    Row(
        "JavaScript's values",
        "An object has no `len`; an empty one is false; an index out of range is undefined.",
        "An object has the length of its keys and is true, as in JavaScript; an IndexError.",
        DECIDED,
        "browser/test_dom_js_values.py::test_an_object_has_attributes_and_items",
        {
            "js_values": {
                "len": ("TypeError", 2),
                "truth": ((False, True, False), (False, True, True)),
                "array, out of range": ("<Javascript undefined>", "IndexError"),
            }
        },
    ),
    Row(
        "JavaScript's values",
        "A number without a fraction is an int.",
        "An int up to 2**53 - 1, beyond that a float: JavaScript's numbers are exact no further.",
        JS_STANDARD,
        "browser/test_dom_js_values.py::test_an_object_has_attributes_and_items",
        {"js_window": {"a big number": (9007199254740992, 9007199254740992.0)}},
    ),
    Row(
        "JavaScript's values",
        "JavaScript's errors are of the class `JavascriptError`.",
        "`javascript.JavascriptError` is the same class as `pyodide.ffi.JsException`, and "
        "is called so.",
        DECIDED,
        "browser/test_dom_js_values.py::test_errors_of_javascript",
        {
            "dom_classes": {"empty name": ("JavascriptError", "JsException")},
            "dom_methods": {
                "a bad node": ("JavascriptError", "JsException"),
                "wrong tag name": ("JavascriptError", "JsException"),
            },
            "js_window": {"an exception of JavaScript": ("JavascriptError", "JsException")},
        },
    ),
    Row(
        "`javascript`",
        "`JSON.parse` rounds large ints; what `stringify` cannot write and what is no "
        "JSON are JavaScript errors.",
        "Ints are exact; a TypeError; a ValueError.",
        DECIDED,
        "browser/test_dom_js_values.py::test_the_module_javascript",
        {
            "js_json": {
                "bad JSON": ("JavascriptError", "JSONDecodeError"),
                "stringify, a big int": ("JavascriptError", "1152921504606846976"),
                "parse, a big int": (9007199254740992, 9007199254740993),
                "stringify, a set": ("JavascriptError", "TypeError"),
                "stringify, an object": ("JavascriptError", "TypeError"),
            }
        },
    ),
    Row(
        "`javascript`",
        "There are `jsobj2pyobj`, `py2js`, `extends` and `load`.",
        "They are not: they are about Brython's own inside, or have gone to `browser.load`.",
        DECIDED,
        "browser/test_dom_js_values.py::test_the_module_javascript",
        {
            "js_module": {
                "jsobj2pyobj": (True, False),
                "py2js": (True, False),
                "extends": (True, False),
                "load": (True, False),
            }
        },
    ),
)
