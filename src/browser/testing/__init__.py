"""Unit tests of programs that use `browser.ajax` and `browser.aio`, without a browser.

    from browser import ajax
    from browser.testing import Server

    def test_hello():
        with Server() as server:
            server.on("GET", "/api/hello", body="hello", delay=0.2)
            answers = []
            ajax.get("/api/hello", oncomplete=lambda req: answers.append(req.text))
            server.run()
            assert answers == ["hello"]

Between `browser.ajax` and the program nothing is replaced: only what is behind it, the browser's
XMLHttpRequest, fetch, timers and clock. Runs on a desktop Python.
"""

from browser.testing.answers import Answer
from browser.testing.files import Blob, File, FormData
from browser.testing.requests import Request, Upload
from browser.testing.routes import Route
from browser.testing.server import Server

__all__ = ["Answer", "Blob", "File", "FormData", "Request", "Route", "Server", "Upload"]
