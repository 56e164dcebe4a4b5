"""The listeners of a request: `bind` and `unbind`, and XMLHttpRequest's names for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self, overload

from browser import _report
from browser.ajax import _shim
from browser.ajax._events import WANTED, Event, check_callback, check_name
from browser.ajax._state import State

if TYPE_CHECKING:
    from browser.ajax._types import StateName


class Handler:
    """An attribute such as `onload`: one function, called in turn with those that are bound."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name, self._event = name, name[2:]
        self.__doc__ = f"The function to call with the event {self._event!r}, or None."

    @overload
    def __get__(self, request: None, owner: type) -> Self: ...
    @overload
    def __get__[R: Listeners](
        self, request: R, owner: type[R]
    ) -> Callable[[Event[R]], object] | None: ...
    def __get__(self, request: Listeners | None, owner: type) -> Any:
        return self if request is None else request.__dict__.get(self._name)

    def __set__[R: Listeners](
        self, request: R, function: Callable[[Event[R]], object] | None
    ) -> None:
        present = request.__dict__.get(self._name)
        if present is not None:
            request.unbind(self._event, present)
        if function is not None:
            request.bind(self._event, check_callback(function, self._event))
        request.__dict__[self._name] = function


class Listeners(State):
    """The part of `Ajax` that calls functions at events."""

    onabort: Handler = Handler()
    onerror: Handler = Handler()
    onload: Handler = Handler()
    onloadend: Handler = Handler()
    onloadstart: Handler = Handler()
    onprogress: Handler = Handler()
    onreadystatechange: Handler = Handler()
    ontimeout: Handler = Handler()

    @overload
    def bind(self, evt: str, function: Callable[[Event[Self]], object]) -> None: ...
    @overload
    def bind(self, evt: StateName, function: Callable[[Self], object]) -> None: ...
    def bind(self, evt: str, function: Callable[..., object]) -> None:
        """Calls `function` at `evt`.

        "loading", "loaded", "interactive" and "complete" pass the request; XMLHttpRequest's own
        events ("load", "progress", "error", "timeout", "uploadprogress", …) pass an `Event`. All
        functions of an event run, in the order of binding; `bind` also works after `send`.

        Raises ValueError if the event is unknown, TypeError if `function` is not callable.
        """
        self._listeners.setdefault(check_name(evt), []).append(check_callback(function, evt))
        if evt in WANTED and self._sent and self._xhr is not None:
            _shim.transport().listen(self._xhr, self._id, self._wanted())

    def unbind(self, evt: str, function: Callable[..., object] | None = None) -> None:
        """Removes one function of `evt`, or all of them."""
        functions = self._listeners.get(check_name(evt), [])
        if function is None:
            functions.clear()
        elif function in functions:
            functions.remove(function)

    def addEventListener(
        self, type: str, listener: Callable[..., object], *options: object
    ) -> None:
        """The same as `bind`."""
        self.bind(type, listener)

    def removeEventListener(
        self, type: str, listener: Callable[..., object], *options: object
    ) -> None:
        """The same as `unbind`."""
        self.unbind(type, listener)

    @property
    def upload(self) -> Upload:
        """Has `bind`, `unbind` and `on<event>` for the events of the request body."""
        found: Upload | None = self.__dict__.get("_upload")
        if found is None:
            found = self.__dict__["_upload"] = Upload(self)
        return found

    def _wanted(self) -> int:
        wanted = 0
        for name, functions in self._listeners.items():
            if functions:
                wanted |= WANTED.get(name, 0)
        return wanted

    def _fire(self, name: str, argument: object) -> None:
        functions = self._listeners.get(name)
        if functions:
            for function in tuple(functions):
                _report.call(function, argument)


type UploadHandler = Callable[[Event[Any]], object] | None


class Upload:
    """`req.upload`: events of the request body
    (https://xhr.spec.whatwg.org/#xmlhttprequestupload)."""

    onabort: UploadHandler
    onerror: UploadHandler
    onload: UploadHandler
    onloadend: UploadHandler
    onloadstart: UploadHandler
    onprogress: UploadHandler
    ontimeout: UploadHandler

    def __init__(self, request: Listeners) -> None:
        self.__dict__["_request"] = request

    def bind(self, evt: str, function: Callable[..., object]) -> None:
        request: Listeners = self.__dict__["_request"]
        request.bind(f"upload{evt}", function)

    def unbind(self, evt: str, function: Callable[..., object] | None = None) -> None:
        request: Listeners = self.__dict__["_request"]
        request.unbind(f"upload{evt}", function)

    addEventListener = bind
    removeEventListener = unbind

    def __setattr__(self, name: str, value: Any) -> None:
        if not name.startswith("on"):
            raise AttributeError(f"req.upload has no attribute {name!r} that can be set")
        present = self.__dict__.get(name)
        if present is not None:
            self.unbind(name[2:], present)
        if value is not None:
            self.bind(name[2:], value)
        self.__dict__[name] = value
