"""URLs that are neither http nor https."""

import pytest
from pytest_pyodide import run_in_pyodide

BOTH = pytest.mark.parametrize("blocking", [False, True], ids=["callback", "blocking"])


@BOTH
@run_in_pyodide
async def test_blob_and_data_urls_get_no_cache_parameter(selenium, blocking):
    import js
    from guest import got
    from pyodide.ffi import to_js

    blob = js.URL.createObjectURL(js.Blob.new(to_js(["a blob"])))
    try:
        for url, text in ((blob, "a blob"), ("data:text/plain,a", "a"), (" DATA:,b%3f", "b?")):
            req = await got(url, blocking)
            assert (req.status, req.text) == (200, text)
    finally:
        js.URL.revokeObjectURL(blob)
