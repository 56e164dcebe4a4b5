"""Components and widgets, and methods of nodes."""

from tests.brython.differences.row import (
    COMPONENT_PAGE,
    CONSOLE,
    DECIDED,
    HTML_STANDARD,
    MENU_PAGE,
    Row,
)

_TEST = "browser/test_webcomponent.py::"

ROWS = (
    Row(
        "`webcomponent`",
        "In `attributeChangedCallback`, no old value is `javascript.NULL`, and so is no namespace.",
        "Both are None.",
        DECIDED,
        f"{_TEST}test_attributes",
        {
            "webcomponent": {
                "old values": ("[<Javascript null>, 'info']", [None, "info"]),
                "namespace": (False, True),
            }
        },
        code=("import browser.webcomponent",),
    ),
    Row(
        "`webcomponent`",
        "Calling the class of a component raises TypeError.",
        "It makes an element, and `__init__` gets the arguments.",
        f"{COMPONENT_PAGE}: `__init__`",
        f"{_TEST}test_elements_from_html_a_tag_and_the_class",
        {"webcomponent": {"the class, called": ("TypeError", ("CALLED-ELEMENT", "text"))}},
        code=("import browser.webcomponent",),
    ),
    Row(
        "`webcomponent`",
        "An element such as `<button is=…>` has the callbacks of its class, but not the other "
        "methods. WebKit does not know `is`.",
        "It has all methods, in WebKit, too.",
        HTML_STANDARD,
        f"{_TEST}test_built_in_elements",
        {"webcomponent": {"a built-in element": ("AttributeError", ("loud", "QUIET"))}},
    ),
    Row(
        "`webcomponent`",
        "What the browser refuses is a JavaScript error. A str as `observedAttributes` is ignored.",
        "ValueError or TypeError says what is wrong.",
        DECIDED,
        f"{_TEST}test_errors",
        {
            "webcomponent": {
                "no class": ("JavascriptError", "TypeError"),
                "defined twice": ("JavascriptError", "ValueError"),
                "upper case": ("JavascriptError", "ValueError"),
                "observed, a str": ("no error", "TypeError"),
                CONSOLE: (
                    ["error: ValueError webcomponent:154 webcomponent:150"],
                    ["error: ValueError webcomponent:150"],
                ),
            }
        },
    ),
    Row(
        "`widgets`",
        "A str that is the label of an item, or a title or message of a dialog, is HTML.",
        "A str is text; an element is content.",
        f"{MENU_PAGE}: label",
        "browser/test_widgets.py::test_dialogs",
        {
            "widgets_menu": {
                "items": (["File", "Edition", "Plain"], ["File", "Edition", "<b>Plain</b>"])
            },
            "widgets_dialog": {"info, message": (True, False)},
        },
        code=(
            "import browser.widgets.dialog.InfoDialog",
            "import browser.widgets.dialog.EntryDialog",
            "import browser.widgets.dialog.Dialog",
            "import browser.widgets.menu.Menu",
        ),
    ),
    Row(
        "`widgets`",
        "A link in a menu is a table row that contains the link. The menu has no keyboard.",
        "It is the link. Menus have roles, focus and the keys of other programs.",
        f"{MENU_PAGE}: add_link",
        "browser/test_widgets.py::test_a_menu_by_keyboard",
        {"widgets_menu": {"links": ((True, "A"), (False, "A"))}},
    ),
    Row(
        "listeners",
        "`aio.event` raises TypeError.",
        "It waits for one of several events.",
        DECIDED,
        "browser/test_dom_events.py::test_a_method_of_a_node_acts_on_its_own_node",
        {"dom_bound_methods": {"event": ("TypeError", ("two", True))}},
    ),
)
