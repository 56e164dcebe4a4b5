"""`browser.ajax`: requests by the browser's XMLHttpRequest.

The short way, a function for each method:

>>> from browser import ajax, document
>>> def on_complete(req):
...     document["result"].text = req.text if req.status == 200 else f"error {req.status}"
>>> ajax.get("/api/echo", oncomplete=on_complete)

The long way, closer to the standard: the class `Ajax` (also named `ajax.ajax`).
"""

from typing import TYPE_CHECKING

from browser.ajax import _events
from browser.ajax._errors import (
    HTTPStatusError,
    NetworkError,
    RequestAborted,
    RequestError,
    RequestTimeout,
    ResponseTooLarge,
)
from browser.ajax._functions import (
    connect,
    delete,
    file_upload,
    form_data,
    get,
    head,
    options,
    patch,
    post,
    put,
    trace,
)
from browser.ajax._request import Ajax

if TYPE_CHECKING:
    type Event = _events.Event[Ajax]
else:
    Event = _events.Event

ajax = Ajax

for _public in (
    Ajax,
    _events.Event,
    HTTPStatusError,
    NetworkError,
    RequestAborted,
    RequestError,
    RequestTimeout,
    ResponseTooLarge,
):
    _public.__module__ = __name__  # the name in tracebacks

__all__ = [
    "Ajax",
    "Event",
    "HTTPStatusError",
    "NetworkError",
    "RequestAborted",
    "RequestError",
    "RequestTimeout",
    "ResponseTooLarge",
    "ajax",
    "connect",
    "delete",
    "file_upload",
    "form_data",
    "get",
    "head",
    "options",
    "patch",
    "post",
    "put",
    "trace",
]
