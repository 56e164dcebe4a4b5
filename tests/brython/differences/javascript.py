"""JavaScript arrays as lists, what JavaScript calls, what scripts have."""

from tests.brython.differences.row import DECIDED, Row

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
)
