"""Elements: `document`, `DOMNode`, `html`, `svg`."""

from tests.brython.differences.row import ABSENT, DECIDED, DOM_PAGE, HTML_STANDARD, SPEC_SEED, Row

ROWS = (
    Row(
        "`document`",
        "Nodes have no `elt`, but pages from before 2018 use it.",
        "`node.elt` is the node itself.",
        SPEC_SEED,
        "browser/test_dom_nodes.py::test_document_finds_by_id_and_a_node_keeps_its_identity",
        {
            "dom_lookup": {"elt": ("AttributeError", "one")},
            "dom_fields": {"files[0]": ("AttributeError", ("a.txt", 2, "a.txt"))},
        },
        code=(".elt",),
    ),
    Row(
        "`document`",
        "`document[html.LI]` is always empty. `elt.get(name=…)` raises an error.",
        "Both return the matching elements.",
        DOM_PAGE,
        "browser/test_dom_nodes.py::test_document_finds_by_tag_selector_name_and_class",
        {
            "dom_lookup": {
                "by class": ([], ["x", "y"]),
                "get by name, in an element": ("TypeError", ["x"]),
            }
        },
        code=(
            ".get(name=)",
            "browser.document.get(name=)",
        ),
    ),
    Row(
        "`document`",
        "`get()` without arguments returns an empty list. An invalid selector raises a "
        "JavaScript error.",
        "`get()` raises TypeError. An invalid selector raises ValueError, which shows the "
        "selector.",
        DECIDED,
        "browser/test_dom_nodes.py::test_document_finds_by_tag_selector_name_and_class",
        {
            "dom_lookup": {
                "get of nothing": (0, "TypeError"),
                "a bad selector": ("JavascriptError", "ValueError"),
                "a bad selector of one": ("JavascriptError", "ValueError"),
            }
        },
    ),
    Row(
        "`document`",
        "`node in other` and `node in document` are always False.",
        "`node in other` is True for a child. `node in document` is True for every node of the "
        "page.",
        DECIDED,
        "browser/test_dom_nodes.py::test_family",
        {
            "dom_document": {"a node in document": (False, True)},
            "dom_family": {"in": ((False, False, False), (True, False, True))},
        },
    ),
    Row(
        "nodes",
        "`attach` does not exist.",
        "`attach` does the same as `<=`.",
        DECIDED,
        "browser/test_dom_nodes.py::test_appending_to_the_document_appends_to_its_body",
        {
            "dom_append": {
                "attach: error": ("AttributeError", "no error"),
                "attach": ("", "text<b>x</b>"),
            },
            "dom_document": {"attach": ("AttributeError", True)},
        },
    ),
    Row(
        "nodes",
        "`<=` does not accept a float or a bool. An element plus a list appends the list's "
        "repr. `str + sum` and `int * node` raise errors. `sum(nodes)` starts with a `0`.",
        "Numbers become text. Each element of a list is appended. All these sums work, and "
        "`sum()` contains only the nodes.",
        DECIDED,
        "browser/test_dom_nodes.py::test_sums_of_nodes_and_text_on_either_side",
        {
            "dom_append": {
                "a float: error": ("TypeError", "no error"),
                "a float": ("", "5.5"),
                "a bool: error": ("TypeError", "no error"),
                "a bool": ("", "True"),
            },
            "dom_sums": {
                "node + list": ("<b>x</b>[&lt;HTMLElement&gt;, 'z']", "<b>x</b><i>y</i>z"),
                "str + sum: error": ("TypeError", ABSENT),
                "str + sum": ("", "s<b>a</b><b>b</b>"),
                "sum()": ("0<b>0</b><b>1</b><b>2</b>", "<b>0</b><b>1</b><b>2</b>"),
                "sum() of texts and nodes": ("0<b>x</b>text<i>y</i>", "<b>x</b>text<i>y</i>"),
                "int * node: error": ("ValueError", ABSENT),
                "int * node": ("", "<b>x</b><b>x</b>"),
            },
        },
    ),
    Row(
        "nodes",
        "`child_nodes` is a method.",
        "`child_nodes` is a list.",
        DOM_PAGE,
        "browser/test_dom_nodes.py::test_family",
        {
            "dom_family": {
                "child_nodes": ("TypeError", ["#text", "P", "B"]),
                "negative": ("TypeError", (True, True)),
            }
        },
        code=(".child_nodes",),
    ),
    Row(
        "nodes",
        "`children` is live. A loop that appends elements also visits them. A loop that removes "
        "elements skips every second one.",
        "`children` is a list that does not change during a loop.",
        DECIDED,
        "browser/test_dom_nodes.py::test_iterating_walks_a_snapshot_with_text_nodes",
        {"dom_iteration": {"children, appended within the loop": (12, 3)}},
        code=(".children",),
    ),
    Row(
        "nodes",
        "`elt[0]` is the JavaScript property `0`. `del elt[0]` and `del elt[name]` remove the "
        "element itself.",
        "`elt[0]` is the first child node. `del` removes that child, or the attribute.",
        DECIDED,
        "browser/test_dom_nodes.py::test_children_by_number",
        {
            "dom_family": {
                "number of a child": ("AttributeError", ["#text", "P"]),
                "no such child": ("<Javascript undefined>", "IndexError"),
                "del of a number": ("", '<div class="outer"><p>a</p><b class="inner">x</b></div>'),
                "cleared": ("", '<div class="outer"></div>'),
            },
            "dom_attrs": {
                "del of an item": ("", '<a id="link" data-n="5" lang="en" hidden="False">x</a>')
            },
        },
    ),
    Row(
        "nodes",
        "`index` of a node without a parent raises a JavaScript error.",
        "`index` returns -1.",
        DECIDED,
        "browser/test_dom_nodes.py::test_children_by_number",
        {"dom_family": {"index of a loose one": ("JavascriptError", -1)}},
    ),
    Row(
        "`html`, `svg`",
        "`html.SLOT`, `SEARCH` and `HGROUP` are missing.",
        "All HTML tags exist.",
        HTML_STANDARD,
        "browser/test_dom_html.py::test_every_tag_maketag_and_tags",
        {"dom_tag_names": {"missing": (["SLOT", "SEARCH", "HGROUP"], [])}},
    ),
    Row(
        "`html`, `svg`",
        "None as content raises an error. None as an attribute becomes `[object Object]`. A "
        "second content is ignored.",
        "None adds no content and no attribute. A second content raises TypeError.",
        DECIDED,
        "browser/test_dom_html.py::test_content_and_attributes",
        {
            "dom_tag_content": {
                "None": ("TypeError", "<td></td>"),
                "two contents": ("<p></p>", "TypeError"),
            },
            "dom_tag_attributes": {
                "None": ('<input title="[object Object]">', "<input>"),
            },
        },
    ),
    Row(
        "`html`, `svg`",
        '`onclick="f()"` has no effect.',
        "A str becomes the inline handler. A function becomes a listener.",
        DECIDED,
        "browser/test_dom_html.py::test_a_function_as_an_attribute_is_a_listener",
        {"dom_tag_attributes": {"onclick, a str": ("<b>x</b>", '<b onclick="f()">x</b>')}},
        code=("(onclick=)",),
    ),
    Row(
        "`html`, `svg`",
        "If an object of your own element class has a list, its repr shows the `str()` of the "
        "items: `[a, b]`.",
        "The list is an ordinary list: `['a', 'b']`.",
        "Python",
        "browser/test_dom_html.py::test_a_users_own_class_of_elements",
        {"dom_tag_names": {"its attributes": ("('one', 1, 2, [a, b])", ("one", 1, 2, ["a", "b"]))}},
    ),
    Row(
        "`html`, `svg`",
        "In your own element class, the setter of a property cannot store an attribute.",
        "Properties work as in other classes.",
        "Python",
        "browser/test_dom_subclasses.py::test_attributes_before_init_or_without_it",
        {"dom_subclasses": {"properties": ("AttributeError", (10, 10))}},
    ),
    Row(
        "`html`, `svg`",
        "`svg.TAG` does not accept an element, a sum or a list as content. Some attributes have "
        "no effect (`Class`).",
        "The same as `html.TAG`.",
        DECIDED,
        "browser/test_dom_html.py::test_svg",
        {
            "dom_svg": {
                "class": ('<circle Class="c"></circle>', '<circle class="c"></circle>'),
                "svg": ("ValueError", '<svg width="5"><g></g></svg>'),
                "gradients": (
                    "ValueError",
                    '<linearGradient id="g"><stop offset="0"></stop></linearGradient>',
                ),
                "a sum": ("JavascriptError", "<g><line></line><rect></rect></g>"),
                "a list": ("ValueError", "<g><line></line><rect></rect></g>"),
                "tspan": ("JavascriptError", "<text><tspan>a</tspan><tspan>b</tspan></text>"),
                "foreignObject": ("ValueError", "<foreignObject><p>x</p></foreignObject>"),
            }
        },
    ),
)
