"""Brython's `javascript` module: JavaScript's own objects for Python."""

import json
from typing import Any

from browser import _host
from browser._js import door, to_python
from browser._objects import JSArray, JSFunction, JSObject

NULL = None
UNDEFINED = None
"""null and undefined come as None, so ``value is NULL`` holds for both."""


def __getattr__(name: str) -> Any:
    """`Date`, `Math`, `RegExp` … and whatever else JavaScript has by that name."""
    if name == "JavascriptError":
        from pyodide.ffi import JsException

        return JsException
    if name.startswith("_") or not _host.in_pyodide():
        raise AttributeError(f"module 'javascript' has no attribute {name!r}", name=name)
    return getattr(to_python(door.globalScope()), name)


class JSON:
    """JSON with Python's values: dict, list, str, int, float, bool, None."""

    @staticmethod
    def parse(text: str, reviver: Any = None) -> Any:
        """ValueError where the text is no JSON. `reviver(key, value)` changes each value, the
        innermost first."""
        value = json.loads(text)
        return value if reviver is None else _revived("", value, reviver)

    @staticmethod
    def stringify(value: Any, replacer: Any = None, space: int | str | None = None) -> str:
        """As compact as JavaScript's. `replacer` is a function(key, value) or a list of the keys
        to keep."""
        if replacer is not None:
            value = _replaced("", value, replacer)
        indent = space or None
        separators = (",", ":") if indent is None else (",", ": ")
        return json.dumps(
            value, ensure_ascii=False, separators=separators, indent=indent, default=_data
        )


def _revived(key: str, value: Any, reviver: Any) -> Any:
    if isinstance(value, dict):
        value = {name: _revived(name, item, reviver) for name, item in value.items()}
    elif isinstance(value, list):
        value = [_revived(str(index), item, reviver) for index, item in enumerate(value)]
    return reviver(key, value)


def _replaced(key: str, value: Any, replacer: Any) -> Any:
    if callable(replacer):
        value = replacer(key, value)
    if isinstance(value, dict):
        kept = value if callable(replacer) else {k: v for k, v in value.items() if k in replacer}
        return {name: _replaced(name, item, replacer) for name, item in kept.items()}
    if isinstance(value, (list, tuple)):
        return [_replaced(str(index), item, replacer) for index, item in enumerate(value)]
    return value


def _data(value: Any) -> Any:
    if isinstance(value, JSArray):
        return list(value)
    if isinstance(value, JSObject):
        return value.toJSON() if hasattr(value, "toJSON") else value.to_dict()
    raise TypeError(f"{type(value).__name__} is nothing that JSON knows")


def this() -> Any:
    """JavaScript's `this` in the function that JavaScript has called."""
    return to_python(door.currentThis())


def import_modules(refs: list[str], callback: Any, error: Any = None) -> None:
    """Imports JavaScript modules by their addresses, then calls `callback(*modules)`."""
    from browser import _report

    async def imported() -> None:
        try:
            modules = [await to_python(door.importModule(_absolute(ref))) for ref in refs]
        except Exception as reason:
            if error is None:
                raise
            error(reason)
        else:
            callback(*modules)

    _report.start(imported())


def import_js(url: str, alias: str | None = None) -> Any:
    """Imports a classic script that defines `$module`; it can be imported by the name `alias` from
    then on, and is returned."""
    import sys
    from types import ModuleType

    from browser import load

    scope = to_python(door.globalScope())
    load(url)
    name = alias or url.rpartition("/")[2].partition("?")[0].removesuffix(".js")
    module = ModuleType(name)
    content = getattr(scope, "$module", None)
    if content is None:
        raise ImportError(f"{url} does not define $module", name=name)
    for key in door.keysOf(content._js):
        setattr(module, key, content[key])
    sys.modules[name] = module
    sys._getframe(1).f_globals[name] = module
    return module


def _absolute(url: str) -> str:
    scope = to_python(door.globalScope())
    return str(scope.URL.new(url, scope.location.href).href)


__all__ = [  # noqa: RUF022
    "JSFunction",
    "JSON",
    "JSObject",
    "NULL",
    "UNDEFINED",
    "import_js",
    "import_modules",
    "this",
]
