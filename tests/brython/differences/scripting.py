"""Listeners, modules of the page, JavaScript values."""

from tests.brython.differences.row import ABSENT, CONSOLE, DECIDED, JS_STANDARD, TEMPLATE_PAGE, Row

ROWS = (
    Row(
        "listeners",
        "`unbind()` without an event raises an error. It does not remove listeners with "
        "`capture` or listeners on `window`.",
        "`unbind()` removes all listeners, and `unbind(evt)` removes all listeners of the "
        "event, whatever their options.",
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
        code=(".unbind",),
    ),
    Row(
        "listeners",
        "A listener that is not callable fails when the event occurs. None never fails.",
        "`bind` raises TypeError.",
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
        "An invalid selector in `@bind` raises a JavaScript error.",
        "Raises ValueError, which shows the selector.",
        DECIDED,
        "browser/test_dom_events.py::test_the_decorator_takes_a_selector_a_node_an_iterable_and_other_targets",
        {"events_decorator": {"a bad selector": ("JavascriptError", "ValueError")}},
    ),
    Row(
        "listeners",
        "The traceback of a listener or a function starts at the line that fired the event.",
        "It starts at the function that JavaScript called.",
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
        "A function that `addEventListener` adds twice is called twice, and "
        "`removeEventListener` removes it once.",
        "It is called once, as in JavaScript. A function that is bound twice with `bind` is "
        "called twice.",
        "[DOM: addEventListener](https://dom.spec.whatwg.org/#add-an-event-listener)",
        "browser/test_dom_events.py::test_a_listener_that_is_added_twice_is_called_once",
        {
            "events_bind": {
                "addEventListener": (["one", "one"], ["one"]),
                "removeEventListener": (["one"], []),
            }
        },
        code=(".addEventListener()",),
    ),
    Row(
        "listeners",
        "A script that raises an error fires no `load`. A script whose file is missing fires no "
        "`error`.",
        "A script that has run fires `load`, and a script whose file cannot be loaded fires "
        "`error`, like other scripts.",
        "[HTML: script](https://html.spec.whatwg.org/#execute-the-script-element)",
        "engines/test_scripts.py::test_a_script_fires_load_when_it_has_run_and_error_without_its_file",
        {
            "script_events": {
                "fired": (
                    ["inline: load", "a file: load"],
                    ["inline: load", "a file: load", "raises: load", "no file: error"],
                ),
                CONSOLE: (
                    ["error: ZeroDivisionError inserted_2:1", "error: Error"],
                    [
                        "error: ZeroDivisionError inserted_2:1",
                        "error: the script <own_origin>/brython/nowhere.py could not be loaded: "
                        "HTTP status 404",
                    ],
                ),
            }
        },
    ),
    Row(
        "listeners",
        "If a Python function raises, the JavaScript code that called it receives an exception.",
        "The console shows the traceback. The JavaScript code receives undefined and continues, "
        "as after an event.",
        DECIDED,
        "browser/test_dom_js_values.py::test_an_error_in_a_function_given_to_javascript",
        {"js_functions": {"raises": ("error", "went on")}},
    ),
    Row(
        "`timer`, storage, dialogs",
        "A timer accepts any arguments. `ms=` is not a keyword.",
        "Raises TypeError immediately if the function is not callable or the time is not a "
        "number. `ms=` is a keyword.",
        DECIDED,
        "agreement/bodies/timers.py::what_a_timer_takes",
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
        "`storage` is a mapping, with all methods of a mapping.",
        DECIDED,
        "browser/test_dom_modules.py::test_storage_keeps_raw_strings",
        {"storages": {"update": ("AttributeError", "b"), "setdefault": ("AttributeError", "b")}},
    ),
    Row(
        "`timer`, storage, dialogs",
        "`alert()` returns JavaScript's undefined.",
        "Returns None.",
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
        "Shows a str as HTML.",
        "Shows a str as text, so user input cannot add a script to the page.",
        DECIDED,
        "browser/test_dom_modules.py::test_template",
        {
            "templates": {
                "markup is text": ("<p><b>&amp;</b></p>", "<p>&lt;b&gt;&amp;&lt;/b&gt;</p>")
            }
        },
        code=(
            "import browser.template",
            "import browser.template.Template",
        ),
    ),
    Row(
        "`template`",
        "True and False together as values of attributes raise an error. A name without a value "
        "in `render` stays in the page unchanged.",
        "True sets the attribute, and False removes it. A name without a value raises NameError.",
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
        code=("import browser.template.Template",),
    ),
    Row(
        "`template`",
        "The rendered element still has the attribute `b-on`.",
        "The rendered element has only its own attributes.",
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
        "null and undefined are two special values of Brython, `javascript.NULL` and "
        "`javascript.UNDEFINED`. They are falsy, but they are not None.",
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
        code=(
            "import javascript.NULL",
            "import javascript.UNDEFINED",
            "javascript.NULL",
            "javascript.UNDEFINED",
        ),
    ),
    Row(
        "JavaScript's values",
        "JavaScript receives None as an unknown object. `insertBefore(node, None)` and "
        "`window.JSON.stringify([None])` raise errors.",
        "JavaScript receives null, also inside lists and dicts.",
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
        "JavaScript receives a set or bytes as an internal object of Brython.",
        "JavaScript receives a set as an array, and bytes as a Uint8Array. `req.response` and the "
        "argument of `decodeAudioData` and `DataView` arrive as an ArrayBuffer.",
        DECIDED,
        "browser/test_dom_js_values.py::test_dicts_lists_and_bytes_go_as_javascript_has_them",
        {"js_values": {"a set": ("Object", "Array"), "bytes": ("Object", "Uint8Array")}},
    ),
    Row(
        "JavaScript's values",
        "Python and JavaScript share a dict that is stored on `window`.",
        "JavaScript receives a copy. After a change, the program must store the dict again.",
        DECIDED,
        "browser/test_dom_js_values.py::test_a_dict_stored_on_window_is_a_copy_for_javascript",
        {"js_values": {"changed in Python": (2, 1), "changed in JavaScript": (3, 2)}},
        code=("browser.window.* =",),
    ),
    Row(
        "JavaScript's values",
        "An object has no `len`. An empty object is false. An index out of range returns "
        "undefined.",
        "`len` is the number of keys. Every object is true, as in JavaScript. An index out of "
        "range raises IndexError.",
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
        "It is an int up to 2**53 - 1. Above that it is a float, because JavaScript's numbers "
        "are not exact there.",
        JS_STANDARD,
        "browser/test_dom_js_values.py::test_an_object_has_attributes_and_items",
        {"js_window": {"a big number": (9007199254740992, 9007199254740992.0)}},
    ),
    Row(
        "JavaScript's values",
        "Map, FormData and other collections have no `len`; `in` looks at their properties, and "
        "`dict()` returns their methods.",
        "`in`, `len`, `dict()` and items are those of the entries. A key with several values has "
        "a list.",
        DECIDED,
        "browser/test_js_collections.py::test_in_len_and_dict_of_collections",
        {
            "js_collections": {
                **{f"{name}: len": ("TypeError", 2) for name in ("Map", "Set")},
                **{f"{name}: len": ("TypeError", 1) for name in ("FormData", "Headers")},
                "URLSearchParams: len": ("TypeError", 3),
                **{
                    f"{name}: in": ((False, False), (True, False))
                    for name in ("Map", "FormData", "Headers", "URLSearchParams")
                },
                **{
                    f"{name}: dict": (False, True)
                    for name in ("Map", "Set", "FormData", "Headers", "URLSearchParams")
                },
            }
        },
    ),
    Row(
        "JavaScript's values",
        "`bytes()` of an ArrayBuffer or a DataView is empty. Assigning to a slice of a typed "
        "array has no effect.",
        "`bytes()` returns the content. The slice is assigned; a wrong number of values raises "
        "ValueError.",
        DECIDED,
        "browser/test_js_collections.py::test_bytes_of_buffers_and_typed_arrays",
        {
            "js_collections": {
                "an ArrayBuffer: bytes": (b"", b"\x01\x02\x03\x04"),
                "a DataView: bytes": (b"", b"\x02\x03\x04"),
                "a slice": ([1, 2, 3, 4], [9, 44, 3, 4]),
                "a slice with a step": ([1, 2, 3, 4], [9, 6, 3, 5]),
            }
        },
    ),
    Row(
        "JavaScript's values",
        "Only methods of nodes accept keyword arguments. They become an object, the last argument.",
        "All functions, and `new`, accept them.",
        DECIDED,
        "browser/test_js_collections.py::test_keyword_arguments_become_the_last_argument",
        {
            "js_collections": {
                "keywords": ("TypeError", '[1,{"a":2,"from":[1]}]'),
                "keywords of new": ("TypeError", True),
            },
            "js_window": {"keywords": ("TypeError", "nan")},
        },
    ),
    Row(
        "JavaScript's values",
        "`raise` does not accept an error that JavaScript made.",
        "Such an error is an exception: `raise window.TypeError.new('…')`.",
        DECIDED,
        "browser/test_js_collections.py::test_errors_of_javascript_can_be_raised",
        {"js_collections": {"raise": ("AttributeError", "boom")}},
    ),
    Row(
        "JavaScript's values",
        "A Python class that inherits from a JavaScript class has no static methods, no "
        "`super().method()` for most classes, and needs `super().__init__()` first. JavaScript "
        "receives an unknown object.",
        "All of this works. JavaScript receives an object of the class, and calls the methods "
        "that Python overrides.",
        DECIDED,
        "browser/test_js_classes.py::test_methods_properties_and_super",
        {
            "js_classes": {
                "a stored list": ("JavascriptError", [3]),
                "no super": ("JavascriptError", "n"),
                "super().area()": ("AttributeError", (7, "area 7")),
                "a Map": ("AttributeError", (1, 1)),
                "a Map with super": (1, 2),
                "static methods": ("JavascriptError", 1),
                "isinstance of JavaScript": (False, True),
                "given to JavaScript": ("JavascriptError", 7),
                "its class in JavaScript": ("false,Object", "true,Square"),
            }
        },
    ),
    Row(
        "JavaScript's values",
        "JavaScript's errors have the class `JavascriptError`.",
        "The same class has two names, `javascript.JavascriptError` and "
        "`pyodide.ffi.JsException`. Tracebacks show the second one.",
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
        code=(
            "import javascript.JavascriptError",
            "javascript.JavascriptError",
        ),
    ),
    Row(
        "`javascript`",
        "`JSON.parse` rounds large integers. Invalid JSON, and values that `stringify` cannot "
        "convert, raise JavaScript errors.",
        "Integers are exact. Invalid JSON raises ValueError, and such values raise TypeError.",
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
        code=(
            "import javascript.JSON",
            "javascript.JSON.parse()",
            "javascript.JSON.stringify()",
        ),
    ),
    Row(
        "`javascript`",
        "`py2js` exists.",
        "It does not exist: Python is not compiled to JavaScript.",
        DECIDED,
        "browser/test_dom_js_values.py::test_the_module_javascript",
        {
            "js_module": {
                "py2js": (True, False),
            }
        },
        code=(
            "import javascript.py2js",
            "javascript.py2js()",
        ),
    ),
    Row(
        "built-in functions",
        "`open` with a mode that writes raises a JavaScript error.",
        "Raises UnsupportedOperation for a URL, and for a file that `open` has read from the "
        "server. Other files are written to memory.",
        DECIDED,
        "engines/test_beginner.py::test_a_beginners_page",
        {"input_open": {"written": ("JavascriptError", "UnsupportedOperation")}},
        code=("open(,)",),
    ),
)
