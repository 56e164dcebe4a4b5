"""The keywords of `browser.ajax` and `browser.aio`, for type checkers and editors; nothing imports
this module at run time."""

from collections.abc import Callable
from typing import Literal, Protocol, Unpack, final, overload

from typing_extensions import TypedDict

from browser.ajax._events import Event
from browser.ajax._request import Ajax
from browser.ajax._types import Data, FileData, HeaderMapping, Mode

type RequestCallback = Callable[[Ajax], object] | None
type EventCallback = Callable[[Event[Ajax]], object] | None


@final
class NoSuchKeyword:
    """The type of all other keywords. With it pyright names a misspelt one; mypy does so anyway,
    and does not know `extra_items` (https://peps.python.org/pep-0728/)."""

    __slots__ = ()


class Callbacks(TypedDict, total=False, extra_items=NoSuchKeyword):  # type: ignore[call-arg]
    """A callback for each event."""

    onuninitialized: RequestCallback
    """Called with the request; never by browsers of today."""
    onloading: RequestCallback
    """Called with the request when it is opened."""
    onloaded: RequestCallback
    """Called with the request when status and headers have arrived."""
    oninteractive: RequestCallback
    """Called with the request when a part of the body has arrived, maybe often."""
    oncomplete: RequestCallback
    """Called with the request at its end, whatever the status; not after a timeout or `abort()`."""
    ontimeout: Callable[[], object] | None
    """Called without arguments if there is no complete response within `timeout` seconds."""
    onreadystatechange: EventCallback
    """Called with an `Event` at each change of `readyState`."""
    onloadstart: EventCallback
    """Called with an `Event` when the request is sent."""
    onprogress: EventCallback
    """Called with an `Event` while the body arrives; `loaded` and `total` count bytes."""
    onload: EventCallback
    """Called with an `Event` when the response is complete."""
    onerror: EventCallback
    """Called with an `Event` after a network error: see `error` of the request."""
    onabort: EventCallback
    """Called with an `Event` after `abort()`."""
    onloadend: EventCallback
    """Called with an `Event` at the end, however the request ended."""
    onuploadloadstart: EventCallback
    """Called with an `Event` when the request body starts to be sent."""
    onuploadprogress: EventCallback
    """Called with an `Event` while the request body is sent."""
    onuploadload: EventCallback
    """Called with an `Event` when the request body has been sent."""
    onuploaderror: EventCallback
    """Called with an `Event` if a network error ends the upload."""
    onuploadtimeout: EventCallback
    """Called with an `Event` if the timeout ends the upload."""
    onuploadabort: EventCallback
    """Called with an `Event` if `abort()` ends the upload."""
    onuploadloadend: EventCallback
    """Called with an `Event` at the end of the upload, however it ended."""


class Settings(Callbacks, total=False):
    """What requests have besides headers and data."""

    timeout: float | None
    """Seconds from `send` to the complete response; None and 0: no limit."""
    encoding: str | None
    """The codec of a text response; None: the response's charset, or UTF-8."""
    credentials: bool
    """Whether cookies go to other origins too (default False)."""
    progress: bool
    """Whether a notebook or a console shows a progress bar (default False)."""


class Sent(TypedDict, total=False, extra_items=NoSuchKeyword):  # type: ignore[call-arg]
    """What goes to the server."""

    headers: HeaderMapping | None
    """The request headers."""
    data: Data
    """The query of GET, HEAD, DELETE and OPTIONS; else the request body."""
    cache: bool
    """Whether the browser's cache may respond to GET and HEAD (default False)."""


class StreamKeywords(Sent, total=False):
    """The keywords of `aio.stream`."""

    encoding: str | None
    """The codec of the text; None: the response's charset, or UTF-8."""
    credentials: bool
    """Whether cookies go to other origins too (default False)."""


class AwaitKeywords(Settings, Sent, total=False):
    """The keywords of `aio.get` and the others."""


class Keywords(AwaitKeywords, total=False):
    """The keywords of `ajax.get` and the others, besides `blocking` and `async_`."""

    mode: Mode
    """The form in which `read()` returns the response body (default "text")."""


class AjaxFunction(Protocol):
    """`ajax.get` and the others: with `blocking=True` they return the request, else None. By
    position `async_` is deprecated."""

    @overload
    def __call__(
        self, url: str, *, blocking: Literal[True], **keywords: Unpack[Keywords]
    ) -> Ajax: ...
    @overload
    def __call__(self, url: str, async_: Literal[False], **keywords: Unpack[Keywords]) -> Ajax: ...
    @overload
    def __call__(
        self,
        url: str,
        async_: Literal[True] = True,
        *,
        blocking: Literal[False] = False,
        **keywords: Unpack[Keywords],
    ) -> None: ...
    @overload
    def __call__(
        self, url: str, *, blocking: bool, **keywords: Unpack[Keywords]
    ) -> Ajax | None: ...


class UploadFunction(Protocol):
    """`ajax.file_upload`: with `blocking=True` it returns the request, else None."""

    @overload
    def __call__(
        self,
        url: str,
        file: FileData,
        method: str = "POST",
        field_name: str = "filetosave",
        *,
        blocking: Literal[True],
        **keywords: Unpack[Keywords],
    ) -> Ajax: ...
    @overload
    def __call__(
        self,
        url: str,
        file: FileData,
        method: str = "POST",
        field_name: str = "filetosave",
        *,
        async_: Literal[False],
        **keywords: Unpack[Keywords],
    ) -> Ajax: ...
    @overload
    def __call__(
        self,
        url: str,
        file: FileData,
        method: str = "POST",
        field_name: str = "filetosave",
        *,
        blocking: Literal[False] = False,
        async_: Literal[True] = True,
        **keywords: Unpack[Keywords],
    ) -> None: ...
    @overload
    def __call__(
        self,
        url: str,
        file: FileData,
        method: str = "POST",
        field_name: str = "filetosave",
        *,
        blocking: bool,
        **keywords: Unpack[Keywords],
    ) -> Ajax | None: ...
