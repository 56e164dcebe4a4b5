"""Unit tests of programs that use `browser.ajax` and `browser.aio`, without a browser.

    from browser import ajax
    from browser.testing import Server

    def test_hello():
        with Server() as server:
            server.on("GET", "/api/hello", body="hello", delay=0.2)
            texts = []
            ajax.get("/api/hello", oncomplete=lambda req: texts.append(req.text))
            server.run()
            assert texts == ["hello"]

Replaces XMLHttpRequest, fetch, timers and the clock of the browser. `browser.ajax` itself runs
unchanged. For Python on the desktop.
"""

from browser.testing._files import Blob, File, FormData
from browser.testing._requests import Request, Upload
from browser.testing._responses import Response, ResponseOptions
from browser.testing._routes import Route
from browser.testing._server import Server

__all__ = [
    "Blob",
    "File",
    "FormData",
    "Request",
    "Response",
    "ResponseOptions",
    "Route",
    "Server",
    "Upload",
]
