"""Brython's `browser` package for CPython in the browser: ``from browser import ajax, document``.

Each name is imported on first use."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from browser import (
        aio,
        ajax,
        highlight,
        html,
        indexed_db,
        local_storage,
        markdown,
        object_storage,
        session_storage,
        svg,
        template,
        timer,
        webcomponent,
        websocket,
        widgets,
        worker,
    )
    from browser._host import NoBrowserError
    from browser._objects import JSObject
    from browser._window import alert, confirm, load, prompt, run_script
    from browser.dom._bind import bind
    from browser.dom._document import Document
    from browser.dom._errors import HTMLNotAllowedError
    from browser.dom._events import DOMEvent
    from browser.dom._node import DOMNode

    console: JSObject
    doc: Document
    document: Document
    is_webworker: bool
    scope: JSObject
    self: JSObject
    win: JSObject
    window: JSObject

__all__ = [
    "DOMEvent",
    "DOMNode",
    "HTMLNotAllowedError",
    "NoBrowserError",
    "aio",
    "ajax",
    "alert",
    "bind",
    "confirm",
    "console",
    "doc",
    "document",
    "highlight",
    "html",
    "indexed_db",
    "is_webworker",
    "load",
    "local_storage",
    "markdown",
    "object_storage",
    "prompt",
    "run_script",
    "scope",
    "self",
    "session_storage",
    "svg",
    "template",
    "timer",
    "webcomponent",
    "websocket",
    "widgets",
    "win",
    "window",
    "worker",
]

_OBJECTS = {
    "DOMEvent": "browser.dom._events",
    "DOMNode": "browser.dom._node",
    "HTMLNotAllowedError": "browser.dom._errors",
    "NoBrowserError": "browser._host",
    "alert": "browser._window",
    "bind": "browser.dom._bind",
    "confirm": "browser._window",
    "load": "browser._window",
    "prompt": "browser._window",
    "run_script": "browser._window",
}
_VALUES = {
    "console": "console",
    "doc": "document",
    "document": "document",
    "is_webworker": "is_webworker",
    "scope": "scope",
    "self": "scope",
    "win": "window",
    "window": "window",
}
"""Names and the functions in browser._window that return their values."""

if not TYPE_CHECKING:  # a checker would accept every name

    def __getattr__(name):
        from importlib import import_module

        if name in _OBJECTS:
            value = getattr(import_module(_OBJECTS[name]), name)
        elif name in _VALUES:
            value = getattr(import_module("browser._window"), _VALUES[name])()
        elif name in __all__:
            try:
                return import_module(f"browser.{name}")
            except ModuleNotFoundError as error:
                error.add_note("only in pages that load pyodide-browser.js; not in the wheel")
                raise
        else:
            raise AttributeError(f"module 'browser' has no attribute {name!r}", name=name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
