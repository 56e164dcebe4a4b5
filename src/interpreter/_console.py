"""The console: a line to write Python, and what it has printed."""

import ast
import codeop
import linecache
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

from browser import _report, _window, html
from browser.dom._node import DOMNode
from interpreter._style import add_styles

_AWAITS = 128
"""`inspect.CO_COROUTINE`."""
_PROMPT, _MORE = (f"{mark} " for mark in (">>>", "..."))


class _Stream:
    """`sys.stdout` or `sys.stderr` while the console runs code."""

    encoding = "utf-8"

    def __init__(self, console: "Interpreter", kind: str) -> None:
        self._console, self._kind = console, kind

    def write(self, text: str) -> int:
        self._console._show(text, self._kind)
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return False


class Interpreter:
    """A console: a line to write Python, and what it has printed. Enter runs the line. The arrow
    keys up and down show earlier lines. `await` works, too.

    elt_id: the element that becomes the console, or its id; None: a dialog with `title`.
    globals, locals: the names that the code sees; a new dict by default.
    history: earlier lines. rows, cols: the size of the dialog's console, in characters.
    default_css: whether to add the default styles to the page.
    clear_zone: whether to empty the element first. banner: whether to show Python's version.
    Raises KeyError if there is no element with this id."""

    def __init__(
        self,
        elt_id: DOMNode | str | None = None,
        title: str = "Interactive Interpreter",
        globals: dict[str, Any] | None = None,
        locals: dict[str, Any] | None = None,
        history: list[str] | None = None,
        rows: int = 30,
        cols: int = 120,
        default_css: bool = True,
        clear_zone: bool = True,
        banner: bool = True,
    ) -> None:
        self.globals: dict[str, Any] = {} if globals is None else globals
        self.globals.setdefault("__name__", "__main__")
        self.locals: dict[str, Any] = self.globals if locals is None else locals
        self.history: list[str] = [] if history is None else history
        self._at = len(self.history)
        self._lines: list[str] = []
        """The lines of a statement that is not complete."""
        self._count = 0
        self._waiting: list[str] = []
        """Lines that wait for the end of an `await`."""
        self._busy = False
        self._compile = codeop.CommandCompiler()
        self._compile.compiler.flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        if default_css:
            add_styles()
        self.dialog: Any = None
        self.zone: DOMNode = self._zone(elt_id, title, rows, cols, default_css)
        if clear_zone:
            self.zone.clear()
        self._build()
        if banner:
            version = sys.version.split("\n")[0].partition(" (")[0]
            self.write(f'Python {version}. Type "help(object)" for information about an object.\n')
        self._ask()

    def _zone(
        self, element: DOMNode | str | None, title: str, rows: int, cols: int, default_css: bool
    ) -> DOMNode:
        if element is None:
            from browser.widgets.dialog import Dialog

            self.dialog = Dialog(title, top=10, left=10, default_css=default_css)
            zone: DOMNode = html.DIV()
            zone.style.width, zone.style.height = f"{cols}ch", f"{rows * 1.4}em"
            zone.style.maxWidth = "90vw"
            self.dialog.panel.attach(zone)
        else:
            zone = _window.document()[element] if isinstance(element, str) else element
            zone.contentEditable = "inherit"  # pages for Brython make it editable
        zone.classList.add("brython-interpreter")
        return zone

    def _build(self) -> None:
        self._output = html.DIV(Class="brython-interpreter-output", role="log")
        self._prompt = html.SPAN()
        self._field = html.TEXTAREA(rows=1, spellcheck="false", autocapitalize="off")
        self._field.attrs["aria-label"] = "Python"
        self._line = html.DIV(self._prompt + self._field, Class="brython-interpreter-line")
        self.zone.attach([self._output, self._line])
        self._field.bind("keydown", self._key)
        self._field.bind("paste", self._paste)
        self.zone.bind("click", self._click)

    # What a program calls ------------------------------------------------------------------------

    def write(self, data: str) -> None:
        """Shows a text."""
        self._show(data, "output")

    def feed(self, src: str) -> None:
        """Runs source code as if the user had written it. Later parts run after an `await` in it
        has ended."""
        if self._busy:
            self._waiting.append(src)
        elif self._lines:
            for line in src.split("\n"):
                self._push(line)
        elif "\n" in src.strip("\n"):
            self._run_source(src.strip("\n"))
        else:
            self._push(src.strip("\n"))

    def clear(self) -> None:
        """Removes what the console shows."""
        self._output.clear()

    def focus(self) -> None:
        """Puts the cursor into the line."""
        self._field.focus()

    def close(self) -> None:
        """Removes the console from the page."""
        if self.dialog is not None:
            self.dialog.close()
        else:
            self.zone.unbind("click", self._click)
            self.zone.clear()

    def _see(self, globals: dict[str, Any], locals: dict[str, Any]) -> None:
        """Sets the names that the code sees."""
        self.globals, self.locals = globals, locals

    # The line ------------------------------------------------------------------------------------

    def _ask(self) -> None:
        self._busy = False
        self._prompt.text = _MORE if self._lines else _PROMPT
        self._line.style.visibility = "visible"
        self.zone.scrollTop = self.zone.scrollHeight
        if self._waiting:
            self.feed(self._waiting.pop(0))

    def _click(self, event: Any) -> None:
        if not _window.window().getSelection().toString():
            self.focus()

    def _key(self, event: Any) -> None:
        key = event.key
        if event.isComposing:  # the key chooses a character
            return
        if key == "Enter":
            event.preventDefault()
            if not self._busy:
                line, self._field.value = self._field.value, ""
                self._push(line)
        elif key == "ArrowUp" or key == "ArrowDown":
            event.preventDefault()
            self._browse(-1 if key == "ArrowUp" else 1)
        elif key == "Tab" and not event.shiftKey and self._lines:
            event.preventDefault()
            self._field.setRangeText(
                "    ", self._field.selectionStart, self._field.selectionEnd, "end"
            )
        elif (
            key == "c" and event.ctrlKey and self._field.selectionStart == self._field.selectionEnd
        ):
            event.preventDefault()
            self._give_up()

    def _browse(self, step: int) -> None:
        """Shows an earlier or later line of the history."""
        self._at = min(max(self._at + step, 0), len(self.history))
        lines = [*self.history, ""]
        self._field.value = lines[self._at]
        end = len(lines[self._at])
        self._field.setSelectionRange(end, end)

    def _give_up(self) -> None:
        """Ctrl+C: forgets the statement that is being written."""
        if not self._busy:
            self._echo(self._prompt.text, self._field.value)
            self._lines.clear()
            self._field.value = ""
            self._show("KeyboardInterrupt\n", "error")
            self._ask()

    def _paste(self, event: Any) -> None:
        text = event.clipboardData.getData("text/plain")
        if "\n" in text.rstrip("\n"):
            event.preventDefault()
            self.feed(self._field.value + text.replace("\r\n", "\n"))
            self._field.value = ""

    # Running -------------------------------------------------------------------------------------

    def _push(self, line: str) -> None:
        """Runs a line, or waits for more lines of the same statement."""
        if self._busy:
            self._waiting.append(line)
            return
        self._echo(_MORE if self._lines else _PROMPT, line)
        self._remember(line)
        self._lines.append(line)
        source = "\n".join(self._lines)
        name = self._name(source)
        try:
            code = self._compile(source, name, "single")
        except (SyntaxError, ValueError, OverflowError) as error:
            self._lines.clear()
            self._count += 1
            self._show("".join(traceback.format_exception_only(error)), "error")
            self._ask()
            return
        if code is None:
            self._ask()
            return
        self._lines.clear()
        self._count += 1
        self._run([code])

    def _run_source(self, source: str) -> None:
        """Runs several statements."""
        lines = source.split("\n")
        for number, line in enumerate(lines):
            self._echo(_MORE if number else _PROMPT, line)
        self._remember(*lines)
        name = self._name(source)
        self._count += 1
        flags = self._compile.compiler.flags
        try:
            statements = ast.parse(source, name).body
            codes = [
                compile(ast.Interactive([one]), name, "single", flags, dont_inherit=True)
                for one in statements
            ]
        except (SyntaxError, ValueError, OverflowError, RecursionError) as error:
            self._show("".join(traceback.format_exception_only(error)), "error")
            self._ask()
            return
        self._run(codes)

    def _name(self, source: str) -> str:
        """A file name for tracebacks, which show the lines of the source."""
        name = f"<python-input-{self._count}>"
        lines = [f"{line}\n" for line in source.split("\n")]
        linecache.cache[name] = len(source), None, lines, name
        return name

    def _remember(self, *lines: str) -> None:
        self.history += [line for line in lines if line.strip()]
        self._at = len(self.history)

    def _run(self, codes: list[CodeType]) -> None:
        """Runs statements, up to the first error."""
        for number, code in enumerate(codes):
            with self._streams():
                try:
                    result = eval(code, self.globals, self.locals)
                except BaseException as error:
                    self._failed(error)
                    break
            if code.co_flags & _AWAITS:
                self._busy = True
                self._line.style.visibility = "hidden"
                _report.start(self._finish(result, codes[number + 1 :]))
                return
        self._ask()

    async def _finish(self, result: Any, codes: list[CodeType]) -> None:
        """Awaits a statement, then runs the others."""
        with self._streams():
            try:
                await result
            except BaseException as error:
                self._failed(error)
                codes = []
        self._busy = False
        self._run(codes)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, SystemExit):
            if self.dialog is not None:
                self.close()
            return
        self._show(_report.format_error(error), "error")

    @contextmanager
    def _streams(self) -> Iterator[None]:
        """What the code prints appears in the console."""
        before = sys.stdout, sys.stderr, sys.displayhook
        streams: tuple[Any, Any] = _Stream(self, "output"), _Stream(self, "error")
        (sys.stdout, sys.stderr), sys.displayhook = streams, self._display
        try:
            yield
        finally:
            sys.stdout, sys.stderr, sys.displayhook = before

    def _display(self, value: object) -> None:
        if value is not None:
            self.globals["_"] = value
            self.write(f"{value!r}\n")

    def _echo(self, prompt: str, line: str) -> None:
        self._show(f"{prompt}{line}\n", "input")

    def _show(self, text: str, kind: str) -> None:
        name = f"brython-interpreter-{kind}"
        last = self._output.lastElementChild
        if last is None or last.className != name or kind == "input":
            last = html.SPAN(Class=name)
            self._output.attach(last)
        last.append(text)
