"""The statements of Brython's documentation that need a document or the browser's cache; the others
are in tests/agreement (statements.py)."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_s16_the_seeds_example(selenium):
    from guest import add_result, finished

    from browser import ajax, document

    add_result()

    def on_complete(req):
        if req.status == 200 or req.status == 0:
            document["result"].html = req.text
        else:
            document["result"].html = "error " + req.text

    url = "/form"
    req = ajax.ajax()
    req.bind("complete", on_complete)
    # send a POST request to the url
    req.open("POST", url, True)
    req.set_header("content-type", "application/x-www-form-urlencoded")
    # send data as a dictionary
    req.send({"x": 0, "y": 1})
    await finished(req)
    assert '[["x","0"],["y","1"]]' in document["result"].html


@run_in_pyodide
async def test_s22_cache_says_whether_get_uses_the_browsers_cache(selenium):
    from guest import completed

    from browser import ajax

    async def asked(**keywords):
        url = "/cache?key=s22"
        req = await completed(lambda done: ajax.get(url, oncomplete=done, **keywords))
        return req.text

    first = int(await asked(cache=True))
    assert int(await asked(cache=True)) == first
    assert [int(await asked()), int(await asked(cache=False))] == [first + 1, first + 2]
