"""`pyodide-browser check`: what is wrong with a server or a folder, and what mends it."""

import os
import re
import shutil
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest
from click.testing import CliRunner

from pyodide_browser_testing.cli import main
from pyodide_browser_testing.hosting.findings import SERVERS, _mends, mends, server_of
from pyodide_browser_testing.hosting.policy import objections
from pyodide_browser_testing.server import Server
from pyodide_browser_testing.site import Site

PAGE = (
    """<!doctype html><script src="pyodide-browser.js"></script>
<script type="text/python">print(1)</script>
"""
    + "<p>A text that is long enough to be compressed.\n" * 10
)


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    """A site that is built."""
    folder = tmp_path_factory.mktemp("check")
    (folder / "app").mkdir()
    (folder / "app" / "index.html").write_text(PAGE)
    CliRunner().invoke(main, ["build", str(folder / "app"), "--out", str(folder / "public")])
    return folder / "public"


@pytest.fixture
def copy(public, tmp_path):
    """A copy of it, to damage."""
    return shutil.copytree(public, tmp_path / "public", copy_function=os.link)


def check(target):
    result = CliRunner().invoke(main, ["check", str(target)])
    return result.exit_code, result.output + result.stderr


def kinds(output):
    """The kinds of the findings, which start their lines."""
    return {line.partition(":")[0] for line in output.splitlines() if not line.startswith(" ")}


def test_a_good_server_and_a_good_folder(public):
    assert check(public) == (0, "nothing is wrong\n")
    with Server(Site(public, scripts=())) as server:
        assert check(f"{server.origin}/") == (0, "nothing is wrong\n")
        assert check(f"{server.origin}/index.html?x") == (0, "nothing is wrong\n")


class Handler(SimpleHTTPRequestHandler):
    """Python's own server, with more headers: `headers` of the class."""

    extra: ClassVar = {}
    server_name = ""

    def end_headers(self):
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def version_string(self):
        return self.server_name or super().version_string()

    def log_message(self, *arguments):
        pass


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """The command closes the connection after the headers."""


@contextmanager
def simple_server(folder, server_name="", types=None, **extra):
    """The origin of Python's own server."""
    members = {
        "extra": {name.replace("_", "-"): value for name, value in extra.items()},
        "server_name": server_name,
        "extensions_map": SimpleHTTPRequestHandler.extensions_map | (types or {}),
    }
    handler = partial(type("Own", (Handler,), members), directory=str(folder))
    with QuietServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_server_without_settings(public):
    with simple_server(public) as origin:
        code, output = check(f"{origin}/")
    assert code == 1
    assert kinds(output) == {"compression", "caching"}
    assert "    nginx: in `location`: gzip_static on; brotli_static on;" in output
    assert "    Apache: in .htaccess: Header set Cache-Control no-cache" in output


@pytest.mark.parametrize(
    ("headers", "kind", "text"),
    [
        ({"Cache_Control": "no-store"}, "caching", "no-store: the browser downloads the file at"),
        ({"Cache_Control": "max-age=86400"}, "caching", "max-age=86400 in a folder without a ver"),
        ({"Content_Security_Policy": "default-src 'self'"}, "CSP", "script-src lacks 'wasm-unsafe"),
    ],
)
def test_headers(public, headers, kind, text):
    with simple_server(public, "nginx/1.22.1", **headers) as origin:
        code, output = check(f"{origin}/")
    assert code == 1
    assert kind in kinds(output)
    assert text in output
    assert "Apache:" not in output


def test_media_types_and_missing_files(copy):
    (copy / "pyodide" / "snapshot.bin").unlink()
    with simple_server(copy, "Apache", {".wasm": "text/plain", ".mjs": "text/plain"}) as origin:
        code, output = check(f"{origin}/")
    assert code == 1
    assert "missing: pyodide/snapshot.bin: HTTP status 404" in output
    assert "MIME type: pyodide/pyodide.asm.wasm, " in output
    assert "the type is text/plain, not application/wasm" in output
    assert "    in .htaccess: AddType text/javascript .js .mjs" in output


def test_another_origin(public, tmp_path):
    with simple_server(public, "netlify") as bundle, simple_server(tmp_path) as origin:
        src = f'src="{bundle}/pyodide-browser.js"'
        (tmp_path / "index.html").write_text(PAGE.replace('src="pyodide-browser.js"', src))
        code, output = check(f"{origin}/")
        assert (code, "CORS" in kinds(output)) == (1, True)
        with simple_server(public, Access_Control_Allow_Origin="*") as bundle:
            src = f'src="{bundle}/pyodide-browser.js"'
            (tmp_path / "index.html").write_text(PAGE.replace('src="pyodide-browser.js"', src))
            assert "CORS" not in kinds(check(f"{origin}/")[1])


def put(file, content):
    """Replaces a file: `copy` has hard links."""
    file.unlink(missing_ok=True)
    file.write_text(content)


def test_a_damaged_folder(copy):
    policy = '<meta http-equiv="content-security-policy" content="script-src \'self\'">'
    put(copy / "new.html", PAGE.replace("print(1)", "import gone"))
    put(copy / "policy.html", PAGE + policy)
    (copy / "notes.bin").touch()
    (copy / "pyodide" / "snapshot.bin").unlink()
    put(copy / "pyodide" / "pyodide.asm.mjs", "old")
    (copy / "pyodide" / "pyodide.mjs.br").unlink()
    put(copy / "index.html.gz", "damaged")
    put(copy / "index.html.br", "damaged")
    code, output = check(copy)
    assert code == 1
    for text in (
        "page: new.html:2: no module gone",
        "CSP: policy.html: script-src lacks 'wasm-unsafe-eval'",
        "missing: pyodide/snapshot.bin: no such file",
        "build: pyodide/pyodide.asm.mjs: damaged, or of another build than pyodide-browser.js",
        "build: new.html, policy.html, pyodide/pyodide.mjs: no compressed copy .br",
        "build: index.html: its compressed copy .gz has another content",
        "build: index.html: its compressed copy .br has another content",
    ):
        assert text in output
    assert "notes.bin" not in output


def test_a_folder_without_the_page_script(copy):
    (copy / "pyodide-browser.js").unlink()
    code, output = check(copy)
    assert code == 1
    assert "missing: pyodide-browser.js: index.html includes it, but there is no such" in output


def test_no_page_there(tmp_path):
    (tmp_path / "index.html").write_text("<p>no Python")
    code, output = check(tmp_path)
    assert (code, "no page with <script src=" in output) == (4, True)
    with simple_server(tmp_path) as origin:
        for url, text in {
            f"{origin}/": "no page of pyodide-browser",
            f"{origin}/nowhere?token=abc": "nowhere?token=***: HTTP status 404",
        }.items():
            code, output = check(url)
            assert (code, text in output) == (4, True), output
    code, output = check(origin)
    assert (code, f"GET {origin}: no response: " in output) == (4, True)


@pytest.mark.parametrize("target", ["nowhere", "ftp://host/"])
def test_neither_a_folder_nor_a_url(target):
    code, output = check(target)
    assert (code, f"{target} is no folder and no URL" in output) == (2, True)


SITE, CDN = "https://site/", "https://cdn.example/0.1/"


@pytest.mark.parametrize(
    ("policy", "base", "expected"),
    [
        ("script-src 'self' 'wasm-unsafe-eval'", SITE, []),
        ("default-src 'none'; script-src 'self' 'unsafe-eval'", SITE, ["connect-src lacks 'self'"]),
        ("img-src 'none'", SITE, []),
        (
            "default-src 'self' 'wasm-unsafe-eval'",
            CDN,
            ["script-src lacks https://cdn.example", "connect-src lacks https://cdn.example"],
        ),
        ("default-src 'self' *.example 'wasm-unsafe-eval'", CDN, []),
        ("default-src https: 'wasm-unsafe-eval'", CDN, []),
        (
            "default-src http://cdn.example https://site 'wasm-unsafe-eval'; connect-src *",
            CDN,
            ["script-src lacks https://cdn.example"],
        ),
        (
            "script-src https://site 'WASM-unsafe-eval'; worker-src 'none'",
            SITE,
            ["worker-src lacks 'self'"],
        ),
    ],
)
def test_policies(policy, base, expected):
    assert list(objections(policy, SITE, base, has_worker=True)) == expected


def test_every_kind_has_lines_for_every_host():
    for kind in _mends():
        for host in ("", *SERVERS.values()):
            lines = mends(kind, host)
            assert lines
            assert all(re.search(r"\w", line) for line in lines)
    assert server_of("GitHub.com") == "GitHub Pages"
