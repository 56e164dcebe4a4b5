"""Brython's `browser` package for CPython in the browser. A name is imported when it is asked for:
``from browser import ajax, document``."""

from typing import Any

_MODULES = frozenset(
    {"aio", "ajax", "highlight", "html", "local_storage", "object_storage", "session_storage"}
    | {"svg", "template", "timer", "websocket", "widgets", "worker"}
)
_OBJECTS = {
    "DOMEvent": ("browser.dom.events", "DOMEvent"),
    "DOMNode": ("browser.dom.node", "DOMNode"),
    "alert": ("browser._window", "alert"),
    "bind": ("browser.dom.events", "bind_decorator"),
    "confirm": ("browser._window", "confirm"),
    "load": ("browser._window", "load"),
    "prompt": ("browser._window", "prompt"),
    "run_script": ("browser._window", "run_script"),
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
"""Made by the function of that name in browser._window."""

__all__ = sorted([*_MODULES, *_OBJECTS, *_VALUES])


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _MODULES:
        try:
            return import_module(f"browser.{name}")
        except ModuleNotFoundError as error:
            error.add_note(
                "the wheel goes without what only a page that includes pyodide-browser.js can do"
            )
            raise
    if name in _OBJECTS:
        module, attribute = _OBJECTS[name]
        value = getattr(import_module(module), attribute)
    elif name in _VALUES:
        value = getattr(import_module("browser._window"), _VALUES[name])()
    else:
        raise AttributeError(f"module 'browser' has no attribute {name!r}", name=name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
