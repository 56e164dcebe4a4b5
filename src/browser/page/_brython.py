"""`__BRYTHON__`: the functions of Brython that JavaScript calls. Not in the wheel.

js_shim/page/brython.ts calls `attribute` when a page uses a name of `__BRYTHON__`."""

import sys
from collections.abc import Callable
from importlib import import_module
from itertools import count
from types import ModuleType
from typing import Any

from browser import _report
from browser._bridge import bridge, to_python
from browser._objects import JSObject
from browser.page import _scripts
from browser.page._options import options, words

_next_number = count(1).__next__

_objects: dict[ModuleType, JSObject] = {}
"""JavaScript's objects for the modules that it has asked for."""


def attribute(name: str) -> Any:
    """The value of a name of `__BRYTHON__`; None, which becomes undefined, for other names."""
    if name == "imported":
        return _imported()
    if name in _NOT_HERE:
        return _not_here(name)
    return _FUNCTIONS.get(name)


def run_python_source(source: Any = None, attributes: Any = None) -> Any:
    """Runs Python as a script, and returns its module.

    attributes: the id of the script, or an object with `id`, `args`, `pythonpath`."""
    _check_string(source, "runPythonSource: the source")
    script = _applied(attributes)
    name = str(script.get("id") or f"python_script_{_next_number()}")
    page, args = str(_scope().location.pathname), str(script.get("args") or "")
    awaiting = _scripts.run_script(name, source, "", page, args)
    if awaiting is not None:
        _report.start(awaiting)
    return get_python_module(name)


def import_python_module(name: Any = None, attributes: Any = None) -> Any:
    """Imports a module and returns it. Raises ImportError if there is none."""
    _check_string(name, "importPythonModule: the name")
    _applied(attributes)
    import_module(name)
    return get_python_module(name)


def _check_string(value: object, what: str) -> None:
    if not isinstance(value, str):
        raise TypeError(f"__BRYTHON__.{what} must be a string, not {type(value).__name__}")


def _applied(attributes: Any) -> dict[str, Any]:
    """The attributes of a script. Imports search its `pythonpath` from now on."""
    given = to_python(attributes)
    if given is None or isinstance(given, str):
        return {"id": given}
    if not isinstance(given, JSObject):
        what = "the attributes must be an id or an object"
        raise TypeError(f"__BRYTHON__: {what}, not {type(given).__name__}")
    found: dict[str, Any] = given.to_dict()
    new = [path for path in words(found.get("pythonpath", "")) if path not in options.pythonpath]
    options.pythonpath = [*options.pythonpath, *new]
    return found


def get_python_module(name: Any = None) -> Any:
    """An object with the names of an imported module, or of a script by its id. Its properties read
    and set the names of the module. A name that the module defines later is there after the next
    call. Returns None if there is no such module."""
    module = sys.modules.get(name)
    if not isinstance(module, ModuleType):
        return None
    made = _objects.get(module)
    if made is None:
        made = _objects[module] = _new_object()
    for key in dir(module):
        if not key.startswith("__") and key not in made:
            _define(made, key, _getter(module, key), _setter(module, key))
    return made._js


def _getter(module: ModuleType, name: str) -> Callable[[], Any]:
    return lambda: getattr(module, name, None)


def _setter(module: ModuleType, name: str) -> Callable[[Any], None]:
    return lambda value: setattr(module, name, value)


def _imported() -> Any:
    """An object with all imported modules."""
    found = _new_object()
    for name in list(sys.modules):
        _define(found, name, lambda name=name: get_python_module(name))  # type: ignore[misc]
    return found._js


def _define(target: JSObject, name: str, get: Callable[[], Any], set_: Any = None) -> None:
    settings = {"get": get, "enumerable": True, "configurable": True}
    _scope().Object.defineProperty(target, name, settings | ({"set": set_} if set_ else {}))


def _new_object() -> JSObject:
    made: JSObject = _scope().Object.create(None)
    return made


def _scope() -> Any:
    return to_python(bridge.globalScope())


def _same(value: Any) -> Any:
    return value


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "getPythonModule": get_python_module,
    "importPythonModule": import_python_module,
    "jsobj2pyobj": _same,
    "pyobj2jsobj": _same,
    "runPythonSource": run_python_source,
}
_NOT_HERE = frozenset({"py2js", "pythonToAST", "pythonToJS", "python_to_js"})


def _not_here(name: str) -> Callable[..., Any]:
    def function(*values: Any) -> None:
        raise NotImplementedError(
            f"__BRYTHON__.{name}: Python is not compiled to JavaScript here: "
            "run the source with __BRYTHON__.runPythonSource"
        )

    return function
