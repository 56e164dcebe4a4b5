"""The wrappers of JavaScript's objects, by handle: js_shim/bridge/handles.ts has the objects.

A node or another object has one wrapper, for as long as the program refers to it. Functions and
promises have a new one each time."""

import weakref
from collections import deque
from collections.abc import Callable
from typing import Any

_wrappers: dict[int, "_Reference"] = {}
_none: Any = type(None)
unused: set[int] = set()
"""Handles without a wrapper, which JavaScript does not know yet."""

_recent: deque[Any] = deque(maxlen=64)
"""Wrappers live until the program waits, so that a loop that finds the same nodes again and again
makes them once."""

MANY = 16
"""So many unused handles are released together; fewer when the program waits."""

_MOST_ARGUMENTS = 1000

MANY_WRAPPERS = 100
"""So many more wrappers make a search for cycles worthwhile; more if more were in use."""

_search: Callable[[], int] | None = None
_in_use = 0
"""How many objects the last search left to Python."""

_searched = 0
"""The last handle before the last search; those of new objects are larger by 2 each."""

_node_class: Any = None
_release: Any = None
_release_later: Any = None
_is_later = False
_set_handle: Any = None


class _Reference(weakref.ref[Any]):
    __slots__ = ("handle",)

    handle: int


def _forget(reference: Any) -> None:
    handle = reference.handle
    if _wrappers.get(handle) is reference:
        del _wrappers[handle]
        unused.add(handle)
        if not _is_later:
            _later()


def _later() -> None:
    global _is_later
    _is_later = True
    _release_later()


def settle() -> None:
    """Releases unused handles if they are many. Not while JavaScript's results wait for wrappers:
    their handles may be among the unused ones."""
    if len(unused) >= MANY:
        release()


def release() -> None:
    """Releases the unused handles, not too many in a call: engines limit the arguments."""
    while unused:
        handles: list[int] = []
        while unused and len(handles) < _MOST_ARGUMENTS:  # the garbage collector may add others
            handles.append(unused.pop())
        _release(*handles)


def waits() -> None:
    """JavaScript calls this after `_release_later`, when the program waits."""
    global _is_later, _in_use, _searched
    _recent.clear()
    release()
    _is_later = False
    count, last = len(_wrappers), next(reversed(_wrappers), 0)
    _in_use = min(_in_use, count)
    many = max(MANY_WRAPPERS, _in_use)
    if _search is not None and count > _in_use + many and last > _searched + 2 * many:
        _in_use, _searched = _search(), last


def search_with(search: Callable[[], int]) -> None:
    """Sets the function that hands cycles over to JavaScript and returns how many other objects
    Python holds."""
    global _search
    _search = search


def living(handle: int) -> Any:
    """The wrapper of an object, or None."""
    return _wrappers.get(handle, _none)()


def node(handle: int) -> Any:
    """The one wrapper of a node."""
    wrapper = _wrappers.get(handle, _none)()
    if wrapper is not None:
        return wrapper
    if _node_class is None:
        __import__("browser.dom._node")
    wrapper = object.__new__(_node_class)
    adopt(wrapper, handle)
    _recent.append(wrapper)
    return wrapper


def adopt(wrapper: Any, handle: int) -> None:
    """Makes this the wrapper of the object."""
    _set_handle(wrapper, handle)
    watch(wrapper, handle)


def watch(owner: Any, handle: int) -> None:
    """The handle is in use for as long as its owner is."""
    unused.discard(handle)
    _wrappers[handle] = reference = _Reference(owner, _forget)
    reference.handle = handle


def disown(handle: int) -> None:
    """JavaScript has released the handle."""
    del _wrappers[handle]


def nodes_are(node_class: Any) -> None:
    global _node_class
    _node_class = node_class


def connect(release: Callable[..., None], release_later: Callable[[], None]) -> None:
    global _release, _release_later
    _release, _release_later = release, release_later


def handles_are(set_handle: Callable[[Any, int], None]) -> None:
    """Sets the function that stores a handle in a wrapper."""
    global _set_handle
    _set_handle = set_handle
