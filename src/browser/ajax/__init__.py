"""`browser.ajax`: requests from the page, by the browser's own XMLHttpRequest.

The short way is a function for each method:

>>> from browser import ajax, document
>>> def on_complete(req):
...     document["result"].text = req.text if req.status == 200 else f"error {req.status}"
>>> ajax.get("/api/echo", oncomplete=on_complete)

The long way, closer to the standard, is the class `Ajax` (also written `ajax.ajax`).
"""

from browser.ajax.errors import (
    HTTPStatusError,
    NetworkError,
    RequestAborted,
    RequestError,
    RequestTimeout,
)
from browser.ajax.functions import (
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
from browser.ajax.request import Ajax

ajax = Ajax

__all__ = [
    "Ajax",
    "HTTPStatusError",
    "NetworkError",
    "RequestAborted",
    "RequestError",
    "RequestTimeout",
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
