"""Properties of elements: style, measures, attributes, options."""

from tests.brython.differences.row import DECIDED, DOM_PAGE, DOM_STANDARD, Row

ROWS = (
    Row(
        "`style` and measures",
        "In a dict for `style`, floats and names that start with `--` have no effect.",
        "A float has the same effect as an int. Names that start with `--` set CSS variables.",
        DECIDED,
        "browser/test_dom_nodes.py::test_style_by_dict_by_attribute_and_by_str",
        {
            "dom_style": {
                "numbers without px": (
                    '<div style="color: blue; z-index: 5;">x</div>',
                    '<div style="color: blue; z-index: 5; opacity: 0.5;">x</div>',
                ),
                "a float, a str": (
                    '<div style="color: blue; z-index: 5; top: 2em;">x</div>',
                    (
                        '<div style="color: blue; z-index: 5; opacity: 0.5; left: 1.5px; top: '
                        '2em;">x</div>'
                    ),
                ),
            },
            "dom_tag_attributes": {
                "style, zIndex": (
                    '<b style="z-index: 3;">x</b>',
                    '<b style="z-index: 3; opacity: 0.5;">x</b>',
                ),
                "style, a float": ("<b>x</b>", '<b style="left: 4.5px;">x</b>'),
                "style, a variable": ("<b>x</b>", '<b style="--main: 1;">x</b>'),
            },
        },
    ),
    Row(
        "`style` and measures",
        "`left` of an element without a style is NaN. `canvas.width = 200` sets only the style, "
        "so the width still reads as 300.",
        "`left` is 0. The assignment also sets the width of the canvas.",
        DECIDED,
        "browser/test_dom_nodes.py::test_measures_are_ints_and_setting_them_sets_pixels",
        {
            "dom_measures": {
                "without a style": ("NaN", 0),
                "a canvas, set": ((300, "200px", "300"), (200, "200px", "200")),
            }
        },
        code=(".width =",),
    ),
    Row(
        "`attrs`, `query`, fields",
        "`attrs` has only `[]`, `in`, `get`, `keys`, `items` and `values`. `query` has no `get` "
        "and no `len`.",
        "Both are mappings, with all methods of a mapping.",
        DECIDED,
        "browser/test_dom_nodes.py::test_attributes_are_a_mapping_of_str",
        {
            "dom_attrs": {
                "len": ("TypeError", 5),
                "pop": ("AttributeError", "nofollow"),
                "update": ("AttributeError", "en"),
                "setdefault": ("AttributeError", "en"),
            },
            "dom_query": {"get": ("AttributeError", 5), "len": ("TypeError", 3)},
        },
    ),
    Row(
        "`attrs`, `query`, fields",
        "A dict that is stored as a property of a node loses its keys.",
        "Python gets back the same value that it stored.",
        DECIDED,
        "browser/test_dom_nodes.py::test_a_python_value_stored_on_a_node_stays_itself",
        {"dom_attrs": {"a property of one's own": ("KeyError", ([1], [1]))}},
    ),
    Row(
        "`attrs`, `query`, fields",
        "`Class` is an ordinary property.",
        "`Class` is the same as `class_name`, as it was until 2018.",
        DECIDED,
        "browser/test_dom_nodes.py::test_classes",
        {"dom_classes": {"Class": ("c d e r f g", "z")}},
        code=(
            ".Class",
            ".Class =",
        ),
    ),
    Row(
        "`attrs`, `query`, fields",
        "`select.options` has only the methods of JavaScript.",
        "`append`, `insert` and `del` work too. `remove(index)` works as in JavaScript.",
        DOM_PAGE,
        "browser/test_dom_nodes.py::test_options_are_a_list",
        {
            "dom_fields": {
                "options.append": ("AttributeError", "no error"),
                "options.insert": ("AttributeError", "no error"),
                "del options[0]": ("JavascriptError", "no error"),
                "the options now": (["0", "1", "2"], ["0", "1", "2", "n"]),
                "the options then": (["0", "2", "+"], ["0", "2", "n", "+"]),
                "appended": (("a", 4), ("a", 5)),
            }
        },
        code=(".options",),
    ),
    Row(
        "`attrs`, `query`, fields",
        "`field.value = None` shows `[object Object]`.",
        "Clears the field, as null does in JavaScript.",
        DOM_STANDARD,
        "browser/test_dom_nodes.py::test_properties_of_fields",
        {
            "dom_text_html": {
                "value of None": ("[object Object]", ""),
                "value +=": ("[object Object]more", "more"),
            }
        },
    ),
)
