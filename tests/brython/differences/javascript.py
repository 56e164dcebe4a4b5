"""JavaScript arrays as lists, what JavaScript calls, what scripts have."""

from tests.brython.differences.row import CONSOLE, DECIDED, JS_PAGE, Row

_BRYTHON = "engines/test_brython_object.py::test_javascript_runs_and_imports_python"
_LIST = "browser/test_js_arrays.py::test_an_array_does_what_a_list_does"

ROWS = (
    Row(
        "JavaScript's values",
        "An array has no `copy`, `count`, `index`, `insert`, `remove` and `clear`, and cannot be "
        "the right operand of `+` and `*`. `pop(0)` removes the last item. `del` of a slice "
        "removes one item, and assigning to a slice has no effect. `sort` takes no arguments and "
        "sorts numbers by their text.",
        "An array has all operators and methods of a list. `sort` sorts as lists do, or with a "
        "JavaScript function that compares two items.",
        DECIDED,
        _LIST,
        {
            "js_arrays": {
                "list +": ("TypeError", [2, 1]),
                "2 *": ("JavascriptError", [1, 2, 1, 2]),
                "index": ("AttributeError", 1),
                "index of a missing item": ("AttributeError", "ValueError"),
                "count": ("AttributeError", 2),
                "sort": ([1, 10, 9], [1, 9, 10]),
                "sort with a key": ("TypeError", [3, 2, 1]),
                "sort, reversed": ("TypeError", [3, 2, 1]),
                "a slice, set": ([1, 2, 3], [7, 3]),
                "a slice, deleted": ([2, 3], [3]),
                "copy": ("AttributeError", [1, 2]),
                "insert": ("AttributeError", [1, "x", 2]),
                "pop": ((2, 2), (2, 1)),
                "remove": ("AttributeError", [2]),
                "clear": ("AttributeError", []),
            }
        },
    ),
    Row(
        "JavaScript's values",
        "A slice of an array is an array. The `str` and `repr` of an array show texts without "
        "quotation marks.",
        "A slice, a sum and a product are Python lists. `str` and `repr` are those of a list.",
        DECIDED,
        _LIST,
        {
            "js_arrays": {
                "the type of a slice": ("JavascriptArray", "list"),
                "str": ("[1, a, [2]]", "[1, 'a', [2]]"),
                "repr": ("[1, a, [2]]", "[1, 'a', [2]]"),
            }
        },
    ),
    Row(
        "JavaScript's values",
        "A function of JavaScript is the same Python object each time.",
        "It is a new object each time, because it remembers the object whose method it is: "
        "compare functions with `==`. Arrays, nodes and other objects are the same Python object "
        "while the program holds them.",
        DECIDED,
        "browser/test_js_arrays.py::test_an_object_has_one_wrapper_while_python_holds_it",
        {"js_arrays": {"identity of a function": (True, False)}},
    ),
    Row(
        "JavaScript's values",
        "`del` of a property that does not exist has no effect.",
        "Raises AttributeError, or KeyError for an item, as for any Python object.",
        DECIDED,
        "browser/test_js_arrays.py::test_deleted_properties",
        {"js_arrays": {"deleted, missing": (None, "AttributeError")}},
    ),
    Row(
        "`__BRYTHON__`",
        "The documentation says that `runPythonSource` and `getPythonModule` return an object with "
        "the names of the module. In 3.14.3 it has none of them.",
        "The object has the names, with the values that JavaScript functions receive. Its "
        "properties read and set the names of the module.",
        JS_PAGE,
        _BRYTHON,
        {
            "js_side": {
                "run": ("<Javascript undefined>", 5),
                "getPythonModule": ("<Javascript undefined>", 5),
                "imported": ("<Javascript undefined>", 5),
                "a function": ("JavascriptError", 8),
                "its name": ("<Javascript undefined>", "called"),
                "its name without an id": ("JavascriptError", "python_script_"),
                "a str": ("<Javascript undefined>", "ab"),
                "a list": ("JavascriptError", 2),
                "a dict": ("JavascriptError", 1),
                "a float": ("nan", 4.5),
            }
        },
    ),
    Row(
        "`__BRYTHON__`",
        "`pythonToJS` and `pythonToAST` exist.",
        "They throw an error, because Python is not compiled to JavaScript. Run Python with "
        "`runPythonSource`.",
        DECIDED,
        _BRYTHON,
        {
            "js_side": {
                "pythonToJS": (True, "NotImplementedError"),
                "pythonToAST": ("object", "NotImplementedError"),
            }
        },
    ),
    Row(
        "`__BRYTHON__`",
        "`runPythonSource` throws the error of the source.",
        "It reports the error, as for any script, and returns the module.",
        DECIDED,
        _BRYTHON,
        {
            "js_side": {
                "a syntax error": ("SyntaxError", None),
                "an error": ("ZeroDivisionError", None),
                CONSOLE: (
                    [
                        "error: SyntaxError bad:1",
                        "error: ZeroDivisionError js_side:50 notes:14 js_side:50 js_side:8 zero:1",
                    ],
                    ["error: SyntaxError bad:1", "error: ZeroDivisionError zero:1"],
                ),
            }
        },
    ),
    Row(
        "built-in functions",
        "`help` raises an error if `sys.stdout` is an object of the program. `dir` of a node, or "
        "of an object of JavaScript, lacks some of its names.",
        "`help` prints to `sys.stdout`. `dir` lists all names, those of Python and of JavaScript.",
        DECIDED,
        "engines/test_beginner.py::test_a_beginners_page",
        {
            "scripts": {
                **dict.fromkeys(
                    ("help", "help of a built-in function", "help of a node"), ("TypeError", True)
                ),
                **dict.fromkeys(
                    (
                        *("dir(document)", "dir of a node", "dir of a style", "dir(window)"),
                        *("dir of Math", "dir of a Map"),
                    ),
                    (False, True),
                ),
            }
        },
    ),
)
