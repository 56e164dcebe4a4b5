"""Brython's `javascript` module: JavaScript objects in Python."""

import json
from collections.abc import Callable, Sequence
from types import FunctionType, new_class
from typing import TYPE_CHECKING, Any

from browser import _host, _report, _window
from browser._arrays import JSArray
from browser._bridge import bridge, finite, to_js, to_python
from browser._objects import JSFunction, JSObject

if TYPE_CHECKING:
    JavascriptError: type[Exception]

NULL: None = None
UNDEFINED: None = None
"""JavaScript's null and undefined are None in Python, so ``value is NULL`` is true for both."""
NullType: type = type(None)
UndefinedType: type = type(None)


def __getattr__(name: str) -> Any:
    """`Date`, `Math`, `RegExp` and all other global names of JavaScript."""
    if name == "py2js":
        raise AttributeError(
            "javascript.py2js: Python is not compiled to JavaScript here", name=name
        )
    if name == "JavascriptError" and _host.in_pyodide():
        return _host.js_exception()
    if name.startswith("_") or not _host.in_pyodide():
        raise AttributeError(f"module 'javascript' has no attribute {name!r}", name=name)
    return getattr(to_python(bridge.globalScope()), name)


class JSON:
    """JSON as Python values: dict, list, str, int, float, bool, None."""

    @staticmethod
    def parse(text: str, reviver: Callable[[str, Any], object] | None = None) -> Any:
        """The value of a JSON text.

        reviver(key, value): returns a replacement for each value, from the innermost outwards.
        Raises ValueError if the text is not JSON."""
        value = json.loads(text)
        return value if reviver is None else _revived("", value, reviver)

    @staticmethod
    def stringify(
        value: Any,
        replacer: Callable[[str, Any], object] | Sequence[str] | None = None,
        space: int | str | None = None,
    ) -> str:
        """The value as JSON text, as compact as in JavaScript.

        replacer: a function(key, value) that returns a replacement, or a list of the keys to keep.
        space: what to indent with. Raises TypeError if a value is not JSON serializable, and
        ValueError if it contains itself."""
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


@finite
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
    raise TypeError(f"{type(value).__name__} is not JSON serializable")


def this() -> Any:
    """JavaScript's `this` in a function that JavaScript has called."""
    return to_python(bridge.currentThis())


def import_modules(
    refs: list[str],
    callback: Callable[..., object],
    error: Callable[[Exception], object] | None = None,
) -> None:
    """Imports JavaScript modules by their URLs, then calls `callback(*modules)`.

    error: called with the exception if one of them cannot be imported."""

    async def imported() -> None:
        try:
            modules = [await to_python(bridge.importModule(_absolute(ref))) for ref in refs]
        except Exception as reason:
            if error is None:
                raise
            error(reason)
        else:
            callback(*modules)

    _report.start(imported())


def import_js(url: str, alias: str | None = None) -> Any:
    """Runs a classic script that defines `$module` and returns that as a Python module.

    alias: the name under which Python can import it; by default the name of the file.
    Raises ImportError if the script does not define `$module`."""
    import sys
    from types import ModuleType

    scope = to_python(bridge.globalScope())
    _window.load(url)
    name = alias or url.rpartition("/")[2].partition("?")[0].removesuffix(".js")
    module = ModuleType(name)
    content = getattr(scope, "$module", None)
    if content is None:
        raise ImportError(f"{url} does not define $module", name=name)
    for key in bridge.keysOf(content._id):
        setattr(module, key, content[key])
    sys.modules[name] = module
    sys._getframe(1).f_globals[name] = module
    return module


def jsobj2pyobj(obj: Any) -> Any:
    """A JavaScript value as Python has it, for values of Pyodide's own modules, such as `js`. What
    this package returns is already such a value."""
    return to_python(obj)


def pyobj2jsobj(obj: Any) -> Any:
    """A Python value as JavaScript has it: the copy of a list in an array, of a dict in an object.
    Both sides see the changes of the copy, so a program can share data with JavaScript. A function
    stays itself."""
    return to_python(to_js(obj))


def extends(js_class: Any) -> Callable[[type], type]:
    """Decorator: the class inherits from a JavaScript class, too. The same as
    ``class Square(window.Rectangle)``.

    Raises TypeError if it is not a JavaScript class."""
    if not isinstance(js_class, JSFunction):
        what = type(js_class).__name__
        raise TypeError(f"the argument of extends() must be a JavaScript class, not {what}")
    (base,) = js_class.__mro_entries__(())

    def extended(cls: type) -> type:
        def fill(namespace: dict[str, Any]) -> None:
            namespace["__qualname__"] = cls.__qualname__
            for name, member in vars(cls).items():
                if isinstance(member, (FunctionType, property, str)):
                    namespace[name] = member

        return new_class(cls.__name__, (cls, base), exec_body=fill)

    return extended


def load(script_url: str) -> None:
    """Deprecated: use `browser.load`."""
    from warnings import warn

    warn("javascript.load is deprecated: use browser.load", DeprecationWarning, stacklevel=2)
    _window.load(script_url)


def _absolute(url: str) -> str:
    scope = to_python(bridge.globalScope())
    return str(scope.URL.new(url, scope.location.href).href)


__all__ = [  # noqa: RUF022
    "JSFunction",
    "JSON",
    "JSObject",
    "NULL",
    "NullType",
    "UNDEFINED",
    "UndefinedType",
    "extends",
    "import_js",
    "import_modules",
    "jsobj2pyobj",
    "load",
    "pyobj2jsobj",
    "this",
]
