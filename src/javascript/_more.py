"""The names of `javascript` that few programs use."""

from collections.abc import Callable
from types import FunctionType, new_class
from typing import Any
from warnings import warn

from browser import _window
from browser._bridge import to_js, to_python
from browser._objects import JSFunction

NullType: type = type(None)
UndefinedType: type = type(None)
"""JavaScript's null and undefined are None."""


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
            own = {
                name: member
                for name, member in vars(cls).items()
                if isinstance(member, (FunctionType, property))
            }
            namespace.update(
                own,
                __module__=cls.__module__,
                __qualname__=cls.__qualname__,
                __doc__=cls.__doc__,
            )

        return new_class(cls.__name__, (cls, base), exec_body=fill)

    return extended


def load(script_url: str) -> None:
    """Deprecated: use `browser.load`."""
    warn("javascript.load is deprecated: use browser.load", DeprecationWarning, stacklevel=2)
    _window.load(script_url)
