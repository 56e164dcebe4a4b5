"""Modules for programs in a page: `turtle`, `interpreter`, `browser.markdown`, `indexed_db`."""

from tests.brython.differences.row import DECIDED, Row

PYTHON_TURTLE = "[Python: turtle](https://docs.python.org/3/library/turtle.html)"
COMMONMARK = "[CommonMark](https://spec.commonmark.org/)"

ROWS = (
    Row(
        "`turtle`",
        "The drawing appears when the program calls `done()`.",
        "The drawing appears with the first command, and grows while the turtle moves. `done()` is "
        "not necessary; `await done()` waits until everything is drawn.",
        DECIDED,
        "browser/test_turtle.py::test_a_drawing_is_shown_step_by_step_and_done_waits",
        {"turtles": {"the drawing before done()": (False, True)}},
        code=("import turtle",),
    ),
    Row(
        "`turtle`",
        "`fillcolor()` returns the color of the pen. A tuple is not a color. An unknown name is "
        "accepted.",
        "`fillcolor()` returns the color for filling. Colors are names, `#rrggbb` and three "
        "numbers. Others raise TurtleGraphicsError.",
        PYTHON_TURTLE,
        "browser/test_turtle.py::test_colors",
        {
            "turtles": {
                "fillcolor": ("red", "blue"),
                "a tuple as a color": ("TurtleGraphicsError", "no error"),
                "no color": ("no error", "TurtleGraphicsError"),
            }
        },
    ),
    Row(
        "`turtle`",
        "`pos()` is shown as `(0.00, 0.00)`. After `radians()`, `setheading` and `left` turn by "
        "wrong angles.",
        "`pos()` is a Vec2D, shown as `(0.00,0.00)`. Angles have the unit of `radians()` and "
        "`degrees()`.",
        PYTHON_TURTLE,
        "browser/test_turtle.py::test_moves_change_the_state_at_once",
        {
            "turtles": {
                "str of pos()": ("(0.00, 0.00)", "(0.00,0.00)"),
                "radians": (4.495529, 1.0),
            }
        },
    ),
    Row(
        "`turtle`",
        "`stamp` returns None. `undo`, `clear`, `window_width`, `setup`, `tracer`, events and many "
        "others only print a warning.",
        "They work.",
        PYTHON_TURTLE,
        "browser/test_turtle.py::test_stamps_shapes_undo_and_polygons",
        {
            "turtles": {
                "undo": (False, True),
                "stamp": ("NoneType", "int"),
                "window_width": (None, 200),
                "shearfactor": (None, 0.5),
                "shapetransform": (None, (1.0, 0.5, 0.0, 1.0)),
                "getcanvas": (None, "TurtleGraphicsError"),
            }
        },
        code=("import turtle",),
    ),
    Row(
        "`interpreter`",
        "The element must be a DIV with `contenteditable`.",
        "It may be any element.",
        DECIDED,
        "browser/test_interpreter.py::test_lines_run_and_their_output_is_shown",
        {
            "consoles": {
                "an element that is not editable": ("ValueError", "no error"),
                "a paragraph": ("ValueError", "no error"),
            }
        },
        code=("import interpreter.Interpreter",),
    ),
    Row(
        "`interpreter`",
        "`feed` of several lines waits for an empty line after a block. A statement after a block "
        "is a syntax error.",
        "`feed` runs all statements of a text.",
        DECIDED,
        "browser/test_interpreter.py::test_lines_run_and_their_output_is_shown",
        {
            "consoles": {
                "several lines, an empty one later": (False, True),
                "lines after a block": (None, 2),
            }
        },
    ),
    Row(
        "`interpreter`",
        "`Inspector()` raises an AttributeError.",
        "`Inspector()` shows the frames of the user's code.",
        DECIDED,
        "browser/test_interpreter.py::test_a_dialog_and_the_inspector",
        {"consoles": {"the inspector": ("AttributeError", "of the function")}},
    ),
    Row(
        "`interpreter`",
        "The console shows all that the page prints.",
        "It shows what its own lines print while they run.",
        DECIDED,
        "browser/test_interpreter.py::test_lines_run_and_their_output_is_shown",
        {"consoles": {"what the program prints is in the console": (True, False)}},
        code=("import interpreter.Interpreter",),
    ),
    Row(
        "`markdown`, `indexed_db`",
        "`mark` does not know underlined headings at the start of a text, nor tables. It shows "
        "HTML in code as HTML. A code block has no CODE element. Empty paragraphs end a text, and "
        "paragraphs are not nested correctly.",
        "`mark` follows CommonMark, with tables and other extensions.",
        COMMONMARK,
        "browser/test_page_modules.py::test_markdown",
        {
            "markdowns": {
                "an underlined heading": ([("P", "Title =====")], [("H1", "Title")]),
                "code": (
                    [("P", "& c"), ("CODE", "& c"), ("B", "& c"), ("B", "")],
                    [("P", "<b> & c"), ("CODE", "<b> & c")],
                ),
                "a link": (
                    '<p><a href="page.html">text</a>\n<p></p></p>',
                    '<p><a href="page.html">text</a></p>',
                ),
                "a block of code": ([("PRE", "x < 1")], [("PRE", "x < 1"), ("CODE", "x < 1")]),
                "an indented block": (
                    [("P", "text"), ("PRE", "x = 1")],
                    [("P", "text"), ("PRE", "x = 1"), ("CODE", "x = 1")],
                ),
                "two paragraphs": ([("P", "one")], [("P", "one"), ("P", "two")]),
                "a table": ([("P", "| a | |---| | 1 |")], [("TABLE", "a 1")]),
            }
        },
        code=(
            "import browser.markdown",
            "import browser.markdown.mark",
        ),
    ),
    Row(
        "`markdown`, `indexed_db`",
        "Python scripts stay in the HTML of `mark`; its second result is an empty list.",
        "The second result has the sources of the scripts, and the HTML lacks them. Otherwise the "
        "page would run them.",
        DECIDED,
        "browser/test_page_modules.py::test_markdown",
        {
            "markdowns": {
                "a script": ([], ["\nprint(1)\n"]),
                "the script in the HTML": (True, False),
            }
        },
    ),
    Row(
        "`markdown`, `indexed_db`",
        "`IndexedDB()` raises a TypeError.",
        "It works, with callbacks and with `await`.",
        DECIDED,
        "browser/test_page_modules.py::test_a_database_with_callbacks",
        {"databases": {"IndexedDB()": ("TypeError", "no error")}},
        code=(
            "import browser.indexed_db",
            "import browser.indexed_db.IndexedDB",
        ),
    ),
)
