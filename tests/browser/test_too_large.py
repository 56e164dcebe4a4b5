"""Responses that the browser, or Python, cannot hold: an error that names the request."""

import pytest
from pytest_pyodide import run_in_pyodide

BOTH = pytest.mark.parametrize("blocking", [False, True], ids=["callback", "blocking"])


@BOTH
@run_in_pyodide
async def test_a_body_that_the_browser_cannot_give(selenium, blocking):
    """As browsers behave: null, an empty text, or an exception."""
    import pytest
    from guest import completed, got
    from pyodide.code import run_js

    from browser import aio, ajax

    put_back = run_js(
        """(() => {
          const saved = [];
          const fake = (proto, name, get) => {
            const own = Object.getOwnPropertyDescriptor(proto, name);
            saved.push(() => Object.defineProperty(proto, name, own));
            Object.defineProperty(proto, name, { configurable: true, get });
          };
          fake(XMLHttpRequest.prototype, "response", () => null);
          fake(XMLHttpRequest.prototype, "responseText", () => "");
          fake(ProgressEvent.prototype, "loaded", () => 6e8);
          return () => saved.forEach((restore) => restore());
        })()"""
    )
    try:
        for mode in ("text", "binary", "json", "blob"):
            req = await got("/json", blocking, mode=mode)
            assert (req.status, type(req.error)) == (200, ajax.ResponseTooLarge)
            for read in (req.read, req.raise_for_status, lambda req=req: req.response):
                with pytest.raises(ajax.ResponseTooLarge, match="GET /json"):
                    read()
        answer = await aio.get("/json")
        with pytest.raises(MemoryError, match="GET /json"):
            _ = answer.data
        events = []
        await completed(
            lambda done: ajax.get(
                "/json", onload=lambda event: events.append(event.type), onloadend=done
            )
        )
        assert events == ["load"]
    finally:
        put_back()
    assert (await got("/json", blocking)).json == {"ok": True}
