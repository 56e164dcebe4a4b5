"""Requests to other origins, and cookies."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def upload(selenium, origin, watched):
    from guest import completed

    from browser import ajax

    watch = {"onuploadprogress": lambda event: None} if watched else {}
    headers = {"Content-Type": "text/plain"}
    await completed(
        lambda done: ajax.post(
            f"{origin}/echo?cors=star", data="x", headers=headers, oncomplete=done, **watch
        )
    )


def test_the_upload_is_watched_only_when_asked(selenium, log, urls):
    """A listener on the upload makes the browser ask the server first (a CORS preflight)."""
    upload(selenium, urls["other"], False)
    assert [record.method for record in log] == ["POST"]
    log.clear()
    upload(selenium, urls["other"], True)
    assert [record.method for record in log] == ["OPTIONS", "POST"]


@run_in_pyodide
async def network_error(selenium, url):
    from guest import completed

    from browser import ajax

    event = await completed(lambda done: ajax.get(url, cache=True, onerror=done))
    assert type(event.target.error) is ajax.NetworkError
    return str(event.target.error)


def test_an_origin_that_is_not_allowed_is_a_network_error_that_says_cors(selenium, urls):
    message = network_error(selenium, urls["other"] + "/text")
    assert f"CORS: Access-Control-Allow-Origin for {urls['own']}" in message


@run_in_pyodide
async def check_credentials(selenium, origin):
    from guest import completed

    from browser import ajax

    async def cookies(**keywords):
        url = f"{origin}/cookies?cors=cred"
        req = await completed(lambda done: ajax.get(url, oncomplete=done, **keywords))
        return req.json

    await completed(
        lambda done: ajax.get(
            f"{origin}/cookies/set?cors=cred&flavour=oat",
            cache=True,
            credentials=True,
            oncomplete=done,
        )
    )
    assert await cookies() == {}
    assert await cookies(credentials=True) == {"flavour": "oat"}
    req = ajax.Ajax()
    req.open("GET", f"{origin}/cookies?cors=cred")
    assert req.withCredentials is False
    req.withCredentials = True
    req.send()
    await completed(lambda done: req.bind("complete", done))
    assert req.json == {"flavour": "oat"}


def test_credentials_go_to_other_origins_only_when_asked(selenium, urls):
    check_credentials(selenium, urls["same_site"])
