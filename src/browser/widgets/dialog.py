"""Dialogs over the page: ``InfoDialog("Saved", "All is well", remove_after=3)``.

A title or a message that is a str is text, never HTML. A dialog takes the focus and gives it back;
Escape closes it.
"""

from itertools import count
from typing import Any

from browser import _window, html, timer
from browser.dom._content import Content
from browser.dom._events import DOMEvent
from browser.dom._tags import unpin
from browser.widgets._page import add_styles, filled

__all__ = ["Dialog", "EntryDialog", "Info", "InfoDialog", "Input"]

_document, _scope = _window.document(), _window.window()

_STYLE = """
:root {
  --brython-dialog-font-family: Arial;
  --brython-dialog-font-size: 100%;
  --brython-dialog-bgcolor: #fff;
  --brython-dialog-border-color: #000;
  --brython-dialog-title-bgcolor: #3a7779;
  --brython-dialog-title-color: #fff;
  --brython-dialog-close-bgcolor: #fff;
  --brython-dialog-close-color: #000;
}
.brython-dialog-main {
  font-family: var(--brython-dialog-font-family);
  font-size: var(--brython-dialog-font-size);
  background-color: var(--brython-dialog-bgcolor);
  color: #000;
  border: 1px solid var(--brython-dialog-border-color);
  left: 10px;
  top: 10px;
  z-index: 10;
}
.brython-dialog-main:focus { outline: none; }
.brython-dialog-title {
  background-color: var(--brython-dialog-title-bgcolor);
  color: var(--brython-dialog-title-color);
  border-bottom: 1px solid var(--brython-dialog-border-color);
  padding: 0.4em;
  cursor: default;
}
.brython-dialog-close {
  float: right;
  background-color: var(--brython-dialog-close-bgcolor);
  color: var(--brython-dialog-close-color);
  cursor: default;
  padding: 0.1em;
}
.brython-dialog-panel { padding: 0.6em; }
.brython-dialog-message { padding-right: 0.6em; }
.brython-dialog-button { margin: 0.5em; }
"""


_next_number = count(1).__next__


class Dialog(html.DIV):
    """A dialog that can be dragged by its title. Append elements to its `panel`.

    ok_cancel: True, or two labels, for `ok_button` and `cancel_button`.
    top, left: in px; the dialog is in the middle by default.
    can_close: whether its title has a button that closes it.
    default_css: whether to add the default styles to the page.
    Raises ValueError if ok_cancel has not two labels."""

    def __init__(
        self,
        title: Content = "",
        *,
        top: int | None = None,
        left: int | None = None,
        ok_cancel: bool | tuple[str, str] | list[str] = False,
        can_close: bool = True,
        default_css: bool = True,
    ) -> None:
        name = f"brython-dialog-title-{_next_number()}"
        super().__init__(
            style={"position": "absolute"},
            Class="brython-dialog-main",
            role="dialog",
            tabindex=-1,
            aria_labelledby=name,
        )
        if default_css:
            add_styles("Dialog", _STYLE)
        self._focused_before: Any = _document.activeElement
        self.title_bar: html.DIV = html.DIV(Class="brython-dialog-title")
        self.title_bar.attach(filled(html.SPAN(id=name), title))
        self.attach(self.title_bar)
        if can_close:
            self.close_button: html.SPAN = html.SPAN(
                Class="brython-dialog-close", role="button", tabindex=0, aria_label="Close"
            )
            self.close_button.text = "\N{MULTIPLICATION SIGN}"
            self.close_button.bind("click", self.close)
            self.close_button.bind("keydown", self._close_by_key)
            self.title_bar.attach(self.close_button)
        self.panel: html.DIV = html.DIV(Class="brython-dialog-panel")
        self.attach(self.panel)
        if ok_cancel:
            self._add_buttons(ok_cancel)
        _document.attach(self)
        self._place(left, top)
        self._take_focus()
        if can_close or ok_cancel:
            self.bind("keydown", self._escape)
        self._moving: Any = None
        self.title_bar.bind("pointerdown", self._down)
        self.title_bar.bind("pointermove", self._move)
        self.title_bar.bind("pointerup", self._up)
        self.title_bar.bind("pointercancel", self._up)

    def _add_buttons(self, ok_cancel: Any) -> None:
        labels = ok_cancel if isinstance(ok_cancel, (list, tuple)) else ("Ok", "Cancel")
        if len(labels) != 2:
            raise ValueError(f"ok_cancel must be True or two labels, not {len(labels)}")
        ok, cancel = labels
        self.ok_button: html.BUTTON = _button(ok)
        self.cancel_button: html.BUTTON = _button(cancel)
        self.cancel_button.bind("click", self.close)
        self.attach(html.DIV(self.ok_button + self.cancel_button, style={"textAlign": "center"}))

    def _place(self, left: int | None, top: int | None) -> None:
        self.left = (_scope.innerWidth - self.offsetWidth) // 2 if left is None else left
        top = (_scope.innerHeight - self.offsetHeight) // 2 if top is None else top
        self.top = top + round(_document.scrollingElement.scrollTop)

    def _take_focus(self) -> None:
        self.focus()

    def _escape(self, event: DOMEvent) -> None:
        if event.key == "Escape" and not event.defaultPrevented and not event.isComposing:
            event.preventDefault()
            self.close()

    def _close_by_key(self, event: DOMEvent) -> None:
        if event.key in {"Enter", " "}:
            event.preventDefault()
            self.close()

    def close(self, event: DOMEvent | None = None) -> None:
        """Removes the dialog and fires "dialog_close" on the document. The element that had the
        focus before has it again."""
        self._tell("dialog_close")
        focused: Any = _document.activeElement
        has_focus = focused and focused.inside(self)
        self.remove()
        unpin(self)
        if has_focus and self._focused_before:
            self._focused_before.focus()

    def _tell(self, name: str, **properties: Any) -> None:
        event = _scope.CustomEvent.new(name)
        event.dialog = self
        for key, value in properties.items():
            setattr(event, key, value)
        _document.dispatchEvent(event)

    def _down(self, event: DOMEvent) -> None:
        if event.target.inside(self.title_bar.select_one(".brython-dialog-close") or self.panel):
            return
        self._moving = [self.left - event.x, self.top - event.y, event.x, event.y]
        self.title_bar.setPointerCapture(event.pointerId)
        event.preventDefault()

    def _move(self, event: DOMEvent) -> None:
        if self._moving:
            left, top, x, y = self._moving
            self.left, self.top = left + event.x, top + event.y
            self._tell("dialog_move", dx=event.x - x, dy=event.y - y)

    def _up(self, event: DOMEvent) -> None:
        self._moving = None


def _button(label: str) -> html.BUTTON:
    button = html.BUTTON(Class="brython-dialog-button")
    button.text = label
    return button


class EntryDialog(Dialog):
    """Asks for a line of text. "Ok" or Enter fires "entry" on the dialog; `value` is the text.

    ok: True, or the label of the button."""

    def __init__(
        self,
        title: Content,
        message: Content | None = None,
        *,
        top: int | None = None,
        left: int | None = None,
        default_css: bool = True,
        ok: bool | str = True,
    ) -> None:
        labels = (ok, "Cancel") if isinstance(ok, str) else True
        super().__init__(title, top=top, left=left, ok_cancel=labels, default_css=default_css)
        name = f"brython-dialog-message-{_next_number()}"
        self.message: html.SPAN = html.SPAN(Class="brython-dialog-message", id=name)
        filled(self.message, message)
        label = name if message else self.attrs["aria-labelledby"]
        self.entry: html.INPUT = html.INPUT(aria_labelledby=label)
        self.panel.attach(self.message + self.entry)
        self.entry.focus()
        self.entry.bind("keydown", self._key)
        self.ok_button.bind("click", self._done)

    @property
    def value(self) -> str:  # type: ignore[override]
        return self.entry.value

    def _key(self, event: DOMEvent) -> None:
        if event.key == "Enter" and not event.isComposing:
            event.preventDefault()
            self._done(event)

    def _done(self, event: DOMEvent) -> None:
        self.dispatchEvent(_scope.Event.new("entry"))


class InfoDialog(Dialog):
    """Shows a message: a str, which is text, or an element.

    remove_after: closes it after this time in seconds; without a button it does not take the focus.
    ok: True, or the label, for a button that closes it.
    Raises TypeError if remove_after is not a number."""

    def __init__(
        self,
        title: Content,
        message: Content,
        *,
        top: int | None = None,
        left: int | None = None,
        default_css: bool = True,
        remove_after: float | None = None,
        ok: bool | str = False,
    ) -> None:
        if remove_after is not None and not isinstance(remove_after, (int, float)):
            what = type(remove_after).__name__
            raise TypeError(f"remove_after must be a number of seconds, not {what}")
        self._is_notice = bool(remove_after) and not ok
        super().__init__(title, top=top, left=left, default_css=default_css)
        name = f"brython-dialog-message-{_next_number()}"
        self.message: html.DIV = html.DIV(Class="brython-dialog-message", id=name)
        self.panel.attach(filled(self.message, message))
        self.attrs["aria-describedby"] = name
        if ok:
            self.ok_button: html.BUTTON = _button(ok if isinstance(ok, str) else "Ok")
            self.ok_button.bind("click", self.close)
            self.panel.attach(html.DIV(self.ok_button, style={"textAlign": "center"}))
            self.ok_button.focus()
        self._place(left, top)
        if remove_after:
            timer.set_timeout(self.close, remove_after * 1000)

    def _take_focus(self) -> None:
        if self._is_notice:
            self.attrs["role"] = "status"
        else:
            super()._take_focus()


def Info(message: object = None) -> InfoDialog:
    """An InfoDialog with the title "Information"."""
    return InfoDialog("Information", str(message))


async def Input(message: Content | None = None) -> str | None:
    """Asks for a line of text and returns it: ``name = await Input("Name")``. Returns None if the
    person closes the dialog."""
    import asyncio

    dialog = EntryDialog("Enter", message)
    ended: Any = asyncio.get_running_loop().create_future()

    def end(value: str | None) -> None:
        if not ended.done():
            ended.set_result(value)

    def closed(event: DOMEvent) -> None:
        if event.dialog is dialog:
            end(None)

    dialog.bind("entry", lambda event: end(dialog.value))
    _document.bind("dialog_close", closed)
    try:
        value: str | None = await ended
    finally:
        _document.unbind("dialog_close", closed)
    if value is not None:
        dialog.close()
    return value
