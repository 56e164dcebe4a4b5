"""A bar of menus: ``Menu(document["zone"]).add_menu("File").add_item("Save", save)``.

The keyboard works as in other programs: arrow keys, Home, End, Enter, Space, Escape, and the first
letter of an item.
"""

from collections.abc import Callable
from typing import Any

from browser import _window, html
from browser.dom._content import Content
from browser.dom._events import DOMEvent
from browser.dom._node import DOMNode
from browser.widgets._page import add_styles, filled

__all__ = ["Menu"]

_document, _scope = _window.document(), _window.window()

_STYLE = """
:root {
  --brython-menu-font-family: Arial;
  --brython-menu-font-size: 100%;
  --brython-menu-navbar-bgcolor: #3a7779;
  --brython-menu-navbar-bgcolor-selected: SkyBlue;
  --brython-menu-navbar-color: #fff;
  --brython-menu-color: #000;
  --brython-menu-submenu-bgcolor: #fff;
  --brython-menu-submenu-bgcolor-selected: SkyBlue;
}
.brython-menu-navbar { display: flex; flex-wrap: wrap; }
.brython-menu-navbar-item, .brython-menu-navbar-link {
  font-family: var(--brython-menu-font-family);
  font-size: var(--brython-menu-font-size);
  background-color: var(--brython-menu-navbar-bgcolor);
  color: var(--brython-menu-navbar-color);
  padding: 0.5em 1em;
  cursor: default;
}
.brython-menu-navbar-link, .brython-menu-submenu-link { text-decoration: none; }
.brython-menu-navbar-item:hover, .brython-menu-navbar-link:hover,
.brython-menu-navbar-item-selected {
  background-color: var(--brython-menu-navbar-bgcolor-selected);
  color: var(--brython-menu-color);
}
.brython-menu-submenu {
  font-family: var(--brython-menu-font-family);
  font-size: var(--brython-menu-font-size);
  background-color: var(--brython-menu-submenu-bgcolor);
  color: var(--brython-menu-color);
  border: 1px solid var(--brython-menu-color);
  position: absolute;
  z-index: 10;
}
.brython-menu-submenu-row {
  color: inherit;
  cursor: default;
  display: flex;
  justify-content: space-between;
}
.brython-menu-submenu-row:hover, .brython-menu-submenu-row:focus,
.brython-menu-submenu-row-selected {
  color: var(--brython-menu-color);
  background-color: var(--brython-menu-submenu-bgcolor-selected);
}
.brython-menu-submenu-item { padding: 0.3em 0.3em 0.3em 1em; }
"""
_BAR_SELECTED, _SELECTED = "brython-menu-navbar-item-selected", "brython-menu-submenu-row-selected"
_ITEMS = "[role=menuitem]"


class Menu:
    """A bar of menus or, for `parent`, the menu that opens at this element.

    container: the element that it is appended to, by default the page's body.
    default_css: whether to add the default styles to the page."""

    def __init__(
        self,
        container: DOMNode | None = None,
        parent: DOMNode | None = None,
        default_css: bool = True,
    ) -> None:
        self.container: DOMNode = _document.body if container is None else container
        self.parent: DOMNode | None = parent
        self.default_css: bool = default_css
        if default_css:
            add_styles("Menu", _STYLE)
        if parent is None:
            self.node: html.DIV = html.DIV(Class="brython-menu-navbar", role="menubar")
        else:
            self.node = html.DIV(
                Class="brython-menu-submenu", role="menu", style={"display": "none"}
            )
            parent.submenu = self.node
            parent.attrs.update({"aria-haspopup": "menu", "aria-expanded": "false"})
            parent.bind("click", self._clicked)
            parent.bind("pointerenter", self._entered)
        self.node.pythonMenu = self
        self.node.bind("keydown", self._key)
        self.container.attach(self.node)
        if not hasattr(_document, "_pyodideBrowserMenus"):
            _document._pyodideBrowserMenus = True
            _document.bind("click", _click_outside)

    def add_item(
        self,
        label: Content,
        callback: Callable[[DOMEvent], object] | None = None,
        menu: bool = False,
    ) -> DOMNode:
        """Appends an item and returns its element. A click, Enter or Space calls
        ``callback(event)``.

        label: a str, which is text, or an element. menu: whether the item opens a menu."""
        item: DOMNode
        if self.parent is None:
            item = filled(html.SPAN(Class="brython-menu-navbar-item"), label)
        else:
            item = html.DIV(Class="brython-menu-submenu-row")
            item.attach(filled(html.SPAN(Class="brython-menu-submenu-item"), label))
            if menu:
                mark = html.SPAN(Class="brython-menu-submenu-item", aria_hidden="true")
                item.attach(filled(mark, "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}"))
        self._append(item)
        if not menu:
            item.bind("click", self.hide_menus)
        if callback is not None:
            item.bind("click", callback)
        return item

    def add_link(self, label: Content, href: str) -> DOMNode:
        """Appends a link and returns its element."""
        if self.parent is None:
            item = filled(html.A(Class="brython-menu-navbar-link", href=href), label)
        else:
            item = html.A(Class="brython-menu-submenu-row brython-menu-submenu-link", href=href)
            item.attach(filled(html.SPAN(Class="brython-menu-submenu-item"), label))
        self._append(item)
        item.bind("click", self.hide_menus)
        return item

    def add_menu(self, label: Content) -> "Menu":
        """Appends an item that opens a menu. Returns this menu, to which items are added."""
        return Menu(self.container, self.add_item(label, menu=True), self.default_css)

    def hide_menus(self, *args: object) -> None:
        """Closes all menus of the page."""
        _hide_menus()

    # An open menu ---------------------------------------------------------------------------------

    @property
    def _is_open(self) -> bool:
        return self.parent is not None and self.node.style.display != "none"

    def _open(self) -> None:
        """Opens below an item of a bar, and beside an item of a menu."""
        opener, upper = self.parent, self._upper
        if opener is None or self._is_open:
            return
        if upper is None or upper.parent is None:
            _hide_menus()
        else:
            upper._close_lower()
        opener.classList.add(_SELECTED if upper and upper.parent else _BAR_SELECTED)
        opener.attrs["aria-expanded"] = "true"
        style = self.node.style
        style.display, style.left, style.top = "block", "0", "0"
        own, at = self.node.getBoundingClientRect(), opener.getBoundingClientRect()
        left, top = (at.right, at.top) if upper and upper.parent else (at.left, at.bottom)
        left = max(0, min(left, _document.documentElement.clientWidth - own.width))
        style.left, style.top = f"{left - own.left}px", f"{top - own.top}px"

    def _close(self) -> None:
        """Closes this menu and those that its items have opened."""
        if self.parent is not None and self._is_open:
            self._close_lower()
            self.node.style.display = "none"
            self.parent.attrs["aria-expanded"] = "false"
            self.parent.classList.remove(_SELECTED, _BAR_SELECTED)

    def _close_lower(self) -> None:
        for item in self._items():
            if lower := _menu_at(item):
                lower._close()

    @property
    def _upper(self) -> "Menu | None":
        """The menu that has the item at which this one opens."""
        found = self.parent and self.parent.parent
        return getattr(found, "pythonMenu", None)

    def _append(self, item: DOMNode) -> None:
        is_first_of_bar = self.parent is None and not self._items()
        item.attrs.update({"role": "menuitem", "tabindex": "0" if is_first_of_bar else "-1"})
        item.bind("pointerenter", self._passed)
        self.node.attach(item)

    def _items(self) -> list[DOMNode]:
        return self.node.select(_ITEMS)

    # The mouse ------------------------------------------------------------------------------------

    def _clicked(self, event: DOMEvent) -> None:
        is_of_bar = self._upper is None or self._upper.parent is None
        if self._is_open and is_of_bar:
            self._close()
        elif self._upper is None and event.detail == 0:  # by the keyboard
            self._enter(0)
        else:
            self._open()

    def _entered(self, event: DOMEvent) -> None:
        """The pointer is on the item of this menu."""
        upper = self._upper
        if event.pointerType == "touch" or not upper:
            return
        if upper.parent or any(map(_is_open_at, upper._items())):
            self._open()

    def _passed(self, event: DOMEvent) -> None:
        """The pointer is on an item, which closes the menus of the others."""
        item = event.currentTarget
        if self.parent is not None and not _menu_at(item):
            self._close_lower()

    # The keyboard ---------------------------------------------------------------------------------

    def _key(self, event: DOMEvent) -> None:
        items = self._items()
        item = event.target.closest(_ITEMS)
        if item not in items or event.ctrlKey or event.altKey or event.metaKey:
            return
        key, at, lower = event.key, items.index(item), _menu_at(item)
        is_bar = self.parent is None
        forward, back = ("ArrowRight", "ArrowLeft") if is_bar else ("ArrowDown", "ArrowUp")
        if key in {forward, back}:
            self._go(items, at + (1 if key == forward else -1))
        elif key in {"Home", "End"}:
            self._go(items, 0 if key == "Home" else -1)
        elif lower and key in {"Enter", " ", "ArrowDown" if is_bar else "ArrowRight"}:
            lower._enter(0)
        elif lower and is_bar and key == "ArrowUp":
            lower._enter(-1)
        elif key in {"Enter", " "}:
            item.click()
        elif key in {"ArrowLeft", "ArrowRight"}:
            self._go_in_bar(1 if key == "ArrowRight" else -1)
        elif key == "Escape" and self._leave():
            pass
        elif key == "Tab":
            _hide_menus()
            return
        elif len(key) != 1 or not self._go_to_letter(items, at, key):
            return
        event.preventDefault()

    def _go(self, items: list[DOMNode], to: int) -> None:
        """Moves the focus to an item; in a bar with an open menu, to the menu of that item."""
        was_open = self.parent is None and any(map(_is_open_at, items))
        item = items[to % len(items)]
        if self.parent is None:
            for other in items:
                other.attrs["tabindex"] = "0" if other is item else "-1"
        self._close_lower()
        item.focus()
        lower = _menu_at(item)
        if was_open and lower:
            lower._enter(0)

    def _enter(self, at: int) -> None:
        """Opens this menu and moves the focus to an item."""
        self._open()
        if items := self._items():
            items[at].focus()

    def _leave(self) -> bool:
        """Closes this menu, or those of the bar. Returns False if there was nothing to close."""
        if self.parent is None:
            was_open = any(map(_is_open_at, self._items()))
            self._close_lower()
            return was_open
        self._close()
        self.parent.focus()
        return True

    def _go_in_bar(self, step: int) -> None:
        """From a menu to its parent, or to the next menu of the bar."""
        upper = self._upper
        if upper is None or self.parent is None:
            return
        if upper.parent is not None and step < 0:
            self._leave()
            return
        bar: Menu = upper
        item: Any = self.parent
        while bar.parent is not None and bar._upper is not None:
            bar, item = bar._upper, bar.parent
        if bar.parent is None:
            items = bar._items()
            bar._go(items, items.index(item) + step)

    def _go_to_letter(self, items: list[DOMNode], at: int, letter: str) -> bool:
        for step in range(1, len(items) + 1):
            to = (at + step) % len(items)
            if items[to].text.strip().lower().startswith(letter.lower()):
                self._go(items, to)
                return True
        return False


def _menu_at(item: DOMNode) -> Menu | None:
    """The menu that an item opens."""
    return getattr(getattr(item, "submenu", None), "pythonMenu", None)


def _is_open_at(item: DOMNode) -> bool:
    menu = _menu_at(item)
    return menu is not None and menu._is_open


def _hide_menus() -> None:
    """Closes all menus; the focus goes from one of them to the item of the bar."""
    focused: Any = _document.activeElement
    for node in _document.select(".brython-menu-submenu"):
        menu = getattr(node, "pythonMenu", None)
        if menu is None or not menu._is_open:
            continue
        upper = menu._upper
        if upper is None or upper.parent is None:
            has_focus = focused and any(focused.inside(one) for one in _nodes_of(menu))
            menu._close()
            if has_focus:
                menu.parent.focus()


def _nodes_of(menu: Menu) -> list[DOMNode]:
    """The elements of an open menu and of those that its items have opened."""
    lower = [one for one in map(_menu_at, menu._items()) if one and one._is_open]
    return [menu.node, *(node for one in lower for node in _nodes_of(one))]


def _click_outside(event: DOMEvent) -> None:
    path = [getattr(node, "submenu", None) for node in event.composedPath()]
    if not any(path):
        _hide_menus()
