"""`Ajax`, as programs.js drives it."""

import asyncio
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import js
from pyodide.code import run_js
from pyodide.ffi import create_proxy, to_js

from browser import ajax

with open("programs.js") as script:
    page = run_js(script.read())

METHODS = ("step", "native", "listen", "state")


async def run(program: str) -> str:
    """The traces of a program on raw XMLHttpRequest and on `Ajax`; JSON."""
    steps, adapter = js.JSON.parse(program), Adapter()
    proxies = [create_proxy(getattr(adapter, name)) for name in METHODS]
    ours = js.Object.fromEntries(to_js(list(zip(METHODS, proxies, strict=True))))
    try:
        both = await asyncio.gather(
            page.run(steps, page.raw(), "raw"), page.run(steps, ours, "ajax")
        )
    finally:
        for proxy in proxies:
            proxy.destroy()
    return str(js.JSON.stringify(to_js(list(both))))


class Adapter:
    """One object, many requests."""

    def __init__(self) -> None:
        self.request = ajax.Ajax()

    def step(self, name: str, *values: Any) -> str:
        request = self.request
        try:
            if name == "open":
                request.open(*values)
            elif name == "header":
                request.set_header(*values)
            elif name == "send":
                request.send(*values)
            elif name == "abort":
                request.abort()
            elif name == "mimeType":
                request.overrideMimeType(*values)
            elif name in ("timeout", "responseType", "withCredentials"):
                setattr(request, name, *values)
            else:
                raise ValueError(f"unknown step {name}")
        except RuntimeError:
            return "refused"
        return "done"

    def native(self) -> Any:
        return self.request._xhr

    def listen(self, name: str, note: Any) -> None:
        def called(got: Any) -> None:
            if got is self.request:
                note(0, 0)
            else:
                note(got.loaded, got.total)

        self.request.bind(name, called)

    def state(self) -> str:
        request = self.request
        state, kind = request.readyState, request.responseType
        content: Any = None
        if state not in (2, 3) and kind != "json":
            content = len(request.response or "") if kind else request.responseText
        return json.dumps(
            [
                state,
                request.status,
                request.statusText,
                parse_qs(urlsplit(request.responseURL).query).get("key", [None])[0],
                request.getResponseHeader("x-key") if state >= 2 and request.status else None,
                state >= 2 and bool(request.getAllResponseHeaders()),
                kind,
                content,
            ],
            ensure_ascii=False,
            separators=(",", ":"),
        )
