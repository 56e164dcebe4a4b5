"""The site that the server serves: a folder, the bundle, and a back end."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

import watchfiles
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pyodide_browser_testing import bundle
from pyodide_browser_testing.errors import PageNotFound
from pyodide_browser_testing.files import Files

OWN = "/__pyodide_browser__/"
COVERAGE = f"{OWN}coverage"
HIDDEN = re.compile(r"[/\\]\.(?!well-known[/\\])")
"""Files that are no part of a site: .env, .git/config."""

STATIC = Path(__file__).with_name("static")
BEFORE_HTML = re.compile(rb"^(\xef\xbb\xbf)?(\s*<!doctype[^>]*>)?", re.IGNORECASE)
PAGE_OF_TEXT = "/python_page.html"
PAGE_SCRIPT = b'<script src="/pyodide-browser.js"></script>\n'
PAGE_OF_SCRIPT = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title>
<script src="/pyodide-browser.js"></script>
<script type="text/python" src="{url}" charset="utf-8"></script>
</head><body></body></html>
"""


class OwnFiles(Files):
    """Files that no other site can embed."""

    more_headers: ClassVar[Mapping[str, str]] = {"Cross-Origin-Resource-Policy": "same-site"}


class Site:
    """An ASGI app that serves a folder and the bundle.

    It looks in this order: the scripts of the tools, `pages`, the files of `folder`, the bundle
    (pyodide-browser.js and pyodide/, in every folder), then `app`. It inserts `scripts`, files of
    static/, at the start of every HTML page.
    """

    def __init__(
        self, folder: Path, app: ASGIApp | None = None, scripts: Sequence[str] = ("record.js",)
    ) -> None:
        self.folder: Path = folder.resolve()
        self.closing: asyncio.Event = asyncio.Event()
        """Set it to stop the server: pages that wait for changes do not close their connection."""

        self.pages: dict[str, bytes] = {}
        """Pages from text, by path."""

        self.add_coverage: Callable[[str], None] = lambda taken: None
        """Receives what coverage.py of static/ has recorded in a page that was left."""

        self._app = app
        self._tags = "".join(map(tag_of, scripts)).encode()
        self._files = OwnFiles(directory=self.folder, html=True)
        self._bundle = OwnFiles(directory=bundle.folder())
        self._static = OwnFiles(directory=STATIC)

    def path_of(self, target: str) -> str:
        """Returns the path of a page: `target` is a file of the folder, a Python script, or HTML.

        Raises PageNotFound if there is no such file, and no back end.
        """
        if target.lstrip().startswith("<"):
            page = target.encode()
            has_script = b"pyodide-browser.js" in page
            self.pages[PAGE_OF_TEXT] = page if has_script else with_first(PAGE_SCRIPT, page)
            return PAGE_OF_TEXT
        name, mark, query = target.lstrip("/").partition("?")
        file = self.folder / name
        if self._app is None and not file.exists():
            raise PageNotFound(f"page not found: {target} in {self.folder}")
        path = f"/{quote(name)}"
        if name.endswith(".py") and file.is_file():
            made = PAGE_OF_SCRIPT.format(name=html.escape(file.name), url=path)
            # In the folder of the script: its imports and requests are relative to the page.
            path += ".html"
            self.pages[path] = made.encode()
        return path + mark + query

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response: ASGIApp | None = None
        if scope["type"] == "http":
            # Only browsers accept text/html for a page; programs (`*/*`) get unchanged files.
            if self._tags and "text/html" in Headers(scope=scope).get("accept", ""):
                scope, send = uncached(scope), self._with_scripts(send)
            response = await self._own_response(scope, receive)
            if response is None and self._app is None:
                response = PlainTextResponse(f"not found: {scope['path']}", 404)
        app = response or self._app
        if app is None:
            raise RuntimeError(f"protocol {scope['type']} is not supported without a back end")
        await app(scope, receive, send)

    async def _own_response(self, scope: Scope, receive: Receive) -> Response | None:
        path = scope["path"]
        if path == COVERAGE and scope["method"] == "POST":
            self.add_coverage((await Request(scope, receive).body()).decode())
            return Response(status_code=204)
        if path == f"{OWN}changes":
            return StreamingResponse(self._changes(), media_type="text/event-stream")
        if path in self.pages:
            return HTMLResponse(self.pages[path], headers={"Cache-Control": "no-store"})
        if scope["method"] not in ("GET", "HEAD") or HIDDEN.search(path):
            return None
        try:
            if path.startswith(OWN):
                return await self._static.get_response(path.removeprefix(OWN), scope)
            return await self._files.get_response(self._files.get_path(scope), scope)
        except HTTPException as error:
            if error.status_code != 404:
                return PlainTextResponse(error.detail, error.status_code)
        if inner := bundle.find(path):
            return await self._bundle.get_response(inner, scope)
        return None

    async def _changes(self) -> AsyncIterator[str]:
        """Server-sent events: one each time that files change."""
        yield ": watching\n\n"
        async for _ in watchfiles.awatch(self.folder, stop_event=self.closing):
            yield "data: changed\n\n"

    def _with_scripts(self, send: Send) -> Send:
        is_html = False

        async def sending(message: Message) -> None:
            nonlocal is_html
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                is_html = headers.get("content-type", "").startswith("text/html")
                if is_html and "content-length" in headers:
                    del headers["content-length"]
            elif is_html and message["type"] == "http.response.body" and message.get("body"):
                is_html = False
                message = {**message, "body": with_first(self._tags, message["body"])}
            await send(message)

        return sending


def tag_of(script: str) -> str:
    """Returns the tag of a file of static/. A Python script runs before those of the page."""
    url = f"{OWN}{script}"
    if script.endswith(".py"):
        name = script.removesuffix(".py")
        return f'<script type="text/python" src="{url}" id="pyodide_browser_{name}"></script>\n'
    return f'<script src="{url}"></script>\n'


def with_first(tags: bytes, page: bytes) -> bytes:
    """Inserts tags at the start of an HTML page, after the doctype.

    >>> with_first(b"<script></script>", b"<!DOCTYPE html><p>text")
    b'<!DOCTYPE html><script></script><p>text'
    """
    return BEFORE_HTML.sub(lambda start: start[0] + tags, page, count=1)


def uncached(scope: Scope) -> Scope:
    """Removes the headers for cached and compressed responses from the request."""
    removed = (b"if-none-match", b"if-modified-since", b"accept-encoding")
    headers = [(name, value) for name, value in scope["headers"] if name not in removed]
    return {**scope, "headers": headers}
