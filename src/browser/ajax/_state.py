"""The state of a request, declared once. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from browser.ajax._errors import describe

if TYPE_CHECKING:
    from browser.ajax._errors import RequestError
    from browser.ajax._headers import Headers
    from browser.ajax._types import Mode

OPEN_FIRST = "call open(method, url) first"
_OF_ONE_REQUEST = (
    "_sent",
    "_done",
    "_resume",
    "_headers",
    "_status",
    "_content_type",
    "_response",
    "_body",
    "_text",
    "error",
)


class State:
    """Defaults are attributes of the class: an instance stores only what a program has changed."""

    method: str = ""
    url: str = ""
    mode: Mode = "text"
    blocking: bool = False
    suspends: bool | None = None
    """How a blocking request waits in a window. True: Python suspends, where the browser can
    (JSPI), and the page stays alive. False: Python never suspends. None: it suspends only for a
    request with a timeout."""
    error: RequestError | None = None
    """Why there is no response: a NetworkError, RequestTimeout, RequestAborted or ResponseTooLarge;
    else None. A response with an HTTP status such as 404 is no error."""

    _id: int = 0
    _xhr: Any = None
    _ready_state: int = 0
    _sent: bool = False
    _done: bool = False
    _resume: Callable[[], object] | None = None
    """Ends the wait of a blocking `send`, or of `browser.aio`."""

    _headers: Headers = {}  # noqa: RUF012 (never changed in place: see set_header)
    _timeout: int = 0
    _on_timeout: Callable[[], object] | None = None
    _credentials: bool = False
    _encoding: str | None = None
    _mime_type: str = ""

    _status: int = 0
    _content_type: str = ""
    _response: Any = None
    _body: bytes | None = None
    _text: str | None = None

    def __init__(self) -> None:
        self._listeners: dict[str, list[Callable[..., object]]] = {}

    # Public attributes are set here: type checkers take an assignment in a subclass for another
    # declaration.

    def _set_mode(self, mode: Mode) -> None:
        self.mode = mode

    def _opened(self, method: str, url: str, blocking: bool) -> None:
        self.method, self.url, self.blocking = method, url, blocking
        self._ready_state = 1

    def _failed(self, error: RequestError) -> None:
        self.error = error

    def _forget_request(self) -> None:
        """Resets what belongs to one request; other settings and the listeners stay."""
        for name in _OF_ONE_REQUEST:
            self.__dict__.pop(name, None)

    def _check_not_sent(self, what: str) -> None:
        if self._sent or self._ready_state > 1:  # Chromium may go on after `open` in a callback
            what = f"{what} after send()"
            raise RuntimeError(describe(what, self.method, self.url, OPEN_FIRST))
