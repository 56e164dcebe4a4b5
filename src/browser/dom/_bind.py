"""The decorator `browser.bind`."""

from collections.abc import Callable, Iterable, MutableSequence
from typing import TYPE_CHECKING, Any, Protocol, overload

from browser import _window
from browser._bridge import Wrapper

if TYPE_CHECKING:
    from browser.dom._events import DOMEvent
    from browser.dom._node import DOMNode

    class HasBind(Protocol):
        """An ajax request, the window, a worker, …"""

        def bind(self, event: Any, function: Any, /) -> Any: ...


if TYPE_CHECKING:

    @overload
    def bind[F: Callable[[DOMEvent], Any]](
        target: str | DOMNode | Iterable[DOMNode], event: str, options: object = None
    ) -> Callable[[F], F]: ...
    @overload
    def bind[F: Callable[[Any], Any]](
        target: HasBind | Iterable[HasBind], event: str, options: object = None
    ) -> Callable[[F], F]: ...


def bind(target: Any, event: str, options: Any = None) -> Callable[[Any], Any]:
    """Decorator that makes a function the listener of an event: ``@bind("#save", "click")``.

    target: an element, a CSS selector (all elements that match now), anything else that has
    events, or an iterable of those. options: as in JavaScript's addEventListener."""

    def decorate(function: Any) -> Any:
        for one in _targets(target):
            one.bind(event, function, options)
        return function

    return decorate


def _targets(target: Any) -> Iterable[Any]:
    if isinstance(target, str):
        return _window.document().select(target)
    if isinstance(target, Wrapper) and not isinstance(target, MutableSequence):
        return [target]
    if hasattr(target, "bind"):
        return [target]
    if isinstance(target, Iterable):
        return target
    raise TypeError(
        "bind takes an element, a CSS selector or an iterable of elements, "
        f"not {type(target).__name__}"
    )
