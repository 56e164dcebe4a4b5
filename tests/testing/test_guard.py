"""What the development server refuses: requests by another site's name or page, hidden files, and
bodies without end."""

import http.client

import pytest
from starlette.responses import JSONResponse
from starlette.routing import Route, Router, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from examples.backend import create_app
from pyodide_browser_testing import guard
from pyodide_browser_testing.guard import Guard
from pyodide_browser_testing.server import Server
from pyodide_browser_testing.site import Site


async def size(request):
    return JSONResponse(len(await request.body()))


async def socket(websocket):
    await websocket.accept()
    await websocket.send_text("open")
    await websocket.close()


APP = Router([Route("/size", size, methods=["GET", "POST"]), WebSocketRoute("/ws", socket)])


@pytest.fixture
def client():
    return TestClient(Guard(APP, ["remote-machine"]), base_url="http://localhost")


OWN = ["localhost", "localhost:8000", "a.localhost", "127.0.0.1:80", "[::1]:8000", "notes.test"]
FOREIGN = ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "[", "a@b", ""]


@pytest.mark.parametrize("host", [*OWN, "Remote-Machine:8000", "192.168.1.9"])
def test_names_of_this_machine(client, host):
    assert client.get("/size", headers={"Host": host}).json() == 0
    assert client.post("/size", headers={"Host": host, "Origin": f"http://{host}"}).json() == 0


@pytest.mark.parametrize("origin", [*OWN, "remote-machine:3000"])
def test_pages_of_other_servers_of_this_machine(client, origin):
    headers = {"Host": "192.168.1.9:8000", "Origin": f"http://{origin}"}
    assert client.post("/size", headers=headers).json() == 0


@pytest.mark.parametrize("origin", ["198.51.100.7", "[2001:db8::1]", "192.168.1.8", "128.0.0.1"])
def test_a_page_with_an_address_may_be_another_sites(client, origin):
    for host in ("localhost", "192.168.1.9:8000"):
        headers = {"Host": host, "Origin": f"http://{origin}"}
        assert client.post("/size", headers=headers).status_code == 403
        with (
            pytest.raises(WebSocketDisconnect),
            client.websocket_connect("/ws", headers=headers),
        ):
            pass


@pytest.mark.parametrize("host", FOREIGN)
def test_names_that_another_site_may_have(client, host):
    refused = client.get("/size", headers={"Host": host})
    assert (refused.status_code, "is not a name of this server" in refused.text) == (403, True)
    assert client.post("/size", headers={"Origin": f"http://{host}"}).status_code == 403


def test_a_frame_without_an_origin_may_only_read(client):
    assert client.get("/size", headers={"Origin": "null"}).json() == 0
    assert client.post("/size", headers={"Origin": "null"}).status_code == 403


def test_web_sockets(client):
    headers = {"Host": "localhost"}
    with client.websocket_connect("/ws", headers=headers) as ws:
        assert ws.receive_text() == "open"
    for origin in ("http://evil.example", "null", "file://"):
        with (
            pytest.raises(WebSocketDisconnect),
            client.websocket_connect("/ws", headers=headers | {"Origin": origin}),
        ):
            pass


def test_bodies_without_end(client, monkeypatch):
    monkeypatch.setattr(guard, "MAX_BODY", 1000)
    assert client.post("/size", content=b"x" * 1000).json() == 1000
    assert client.post("/size", content=b"x" * 1001).status_code == 413
    in_chunks = (b"x" * 100 for _ in range(11))
    assert client.post("/size", content=in_chunks).status_code == 413


def test_hidden_files(folder):
    root = folder(page_html="<p>text")
    for name in (".env", ".git/config", "folder/.secret", ".well-known-not/x", "folder/.git/x"):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("hidden")
    paths = ["/.env", "/.git/config", "/folder/.secret", "/%2eenv", "/.well-known-not/x"]
    with Server(Site(root)) as server:
        for path in [*paths, "/folder/%2Egit/x", "/.well-known/../.env", "//.env", "/./.env"]:
            connection = http.client.HTTPConnection("localhost", server.port)
            connection.request("GET", path)
            response = connection.getresponse()
            assert (response.status, b"hidden" in response.read()) == (404, False), path
            connection.close()


def test_files_that_are_served(folder):
    root = folder(page_html="<p>text")
    (root / ".well-known").mkdir()
    (root / ".well-known" / "security.txt").write_text("contact")
    (root / "folder").mkdir()
    client = TestClient(Site(root), base_url="http://localhost")
    assert client.get("/.well-known/security.txt").text == "contact"
    assert client.get("/page.html").headers["cross-origin-resource-policy"] == "same-site"
    assert client.get("/folder/").status_code == 404  # no list of its files


def test_what_is_not_built_yet(monkeypatch, tmp_path):
    monkeypatch.setattr("examples.backend.BUILT", tmp_path)
    client = TestClient(create_app())
    for path in ("/docs/", "/assets/editor.js"):
        response = client.get(path)
        assert (response.status_code, response.text) == (404, "not built yet: run `make demo`\n")


MARKUP = "<script>alert(1)</script>"


def test_the_back_end_never_responds_with_markup():
    """A form of another site sends HTML to every route; the response must be no page."""
    app = create_app()
    client = TestClient(app, raise_server_exceptions=False)
    paths = [route.path for route in app.routes if isinstance(route, Route)]
    assert len(paths) > 5
    for path in paths:
        url = path.replace("{", "").replace("}", "")
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            for sent in (
                {"content": MARKUP, "headers": {"Content-Type": "text/html"}},
                {"json": {"text": MARKUP, "name": MARKUP}},
                {"files": {"file": (f"{MARKUP}.html", MARKUP, "text/html")}},
            ):
                query = {"q": MARKUP, "seconds": MARKUP}
                response = client.request(method, url, params=query, **sent)
                kind = response.headers.get("content-type", "")
                assert "html" not in kind, (method, path)
                assert response.status_code < 500, (method, path)
