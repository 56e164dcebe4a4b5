"""Checks the responses of a server."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

from browser._secrets import redact
from pyodide_browser_testing.errors import PageNotFound
from pyodide_browser_testing.hosting.findings import Finding, server_of
from pyodide_browser_testing.hosting.policy import objections
from pyodide_browser_testing.pages import runtime
from pyodide_browser_testing.pages.tags import Tag, has_worker, page_script, tags_of
from pyodide_browser_testing.publish.compress import SUFFIXES

TYPES = {
    ".js": ("text/javascript", "application/javascript"),
    ".mjs": ("text/javascript", "application/javascript"),
    ".wasm": ("application/wasm",),
    ".json": ("application/json",),
}
TIMEOUT = 30
"""Seconds for each response."""

LARGE = 100_000
"""Bytes of a file that a server should compress."""

AN_HOUR = 3600
VERSION = re.compile(r"/v?\d+\.\d+[^/]*/")


@dataclass(frozen=True)
class Reply:
    """A response, without its body unless it was asked for."""

    url: str
    status: int
    headers: Message
    body: str = ""


def check_server(url: str) -> tuple[list[Finding], str]:
    """Returns what is wrong with the server of a page, and the name of the host, or "".

    Raises PageNotFound if there is no page at the URL, or one without Python.
    """
    try:
        urlsplit(url)
    except ValueError as error:
        raise PageNotFound(f"{redact(url)}: {error}: check the URL") from None
    page = request(url, "identity", with_body=True)
    if page.status != 200:
        raise PageNotFound(f"GET {redact(url)}: HTTP status {page.status}")
    tags = tags_of(page.body)
    script = page_script(tags)
    if script is None:
        what = 'it includes no <script src="pyodide-browser.js">'
        raise PageNotFound(f"GET {redact(url)}: {what}: no page of pyodide-browser")
    base = urljoin(urljoin(page.url, script.attributes["src"]), ".")
    names = runtime.files()
    with ThreadPoolExecutor(6) as threads:
        replies = threads.map(lambda name: request(urljoin(base, name), "br, gzip"), names)
        answers = dict(zip(names, replies, strict=True))
    findings = [*_page_findings(page, base, tags)]
    for name, reply in answers.items():
        findings += _file_findings(name, reply, page)
    return findings, server_of(str(page.headers.get("Server", "")))


def request(url: str, encodings: str, with_body: bool = False) -> Reply:
    """Sends a GET request. Raises PageNotFound if no server responds."""
    sent = urllib.request.Request(url, headers={"Accept-Encoding": encodings, "Accept": "*/*"})
    try:
        with urllib.request.urlopen(sent, timeout=TIMEOUT) as response:
            body = response.read().decode("utf-8", "replace") if with_body else ""
            return Reply(response.url, response.status, response.headers, body)
    except urllib.error.HTTPError as error:
        with error:
            return Reply(url, error.code, error.headers)
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        reason = getattr(reason, "strerror", None) or reason
        advice = "check the URL, and that the server runs"
        raise PageNotFound(f"GET {redact(url)}: no response: {reason}: {advice}") from None


def _page_findings(page: Reply, base: str, tags: list[Tag]) -> Iterator[Finding]:
    scheme, netloc = urlsplit(page.url)[:2]
    host = netloc.rpartition("@")[2].partition(":")[0]
    if scheme == "http" and host not in ("localhost", "127.0.0.1", "[::1]"):
        what = "over plain HTTP, browsers accept no brotli and store no files in Cache Storage"
        yield Finding("HTTPS", what)
    policies = page.headers.get_all("Content-Security-Policy") or []
    for policy in [*policies, *policies_in(tags)]:
        for one in str(policy).split(","):
            for text in objections(one, page.url, base, has_worker(tags)):
                yield Finding("CSP", text)


def policies_in(tags: list[Tag]) -> list[str]:
    """Returns the policies in `<meta>` tags."""
    name = "content-security-policy"
    metas = (tag.attributes for tag in tags if tag.name == "meta")
    return [meta.get("content", "") for meta in metas if meta.get("http-equiv", "").lower() == name]


def _file_findings(name: str, reply: Reply, page: Reply) -> Iterator[Finding]:
    if reply.status != 200:
        yield Finding("missing", f"HTTP status {reply.status}", name)
        return
    suffix = PurePosixPath(name).suffix
    found = reply.headers.get_content_type() if "Content-Type" in reply.headers else "none"
    expected = TYPES.get(suffix, ())
    if expected and found not in expected:
        yield Finding("MIME type", f"the type is {found}, not {expected[0]}", name)
    length = int(reply.headers.get("Content-Length") or LARGE)
    if suffix in SUFFIXES and length >= LARGE and "Content-Encoding" not in reply.headers:
        yield Finding("compression", "not compressed", name)
    if text := _caching(reply):
        yield Finding("caching", text, name)
    if urlsplit(reply.url)[:2] != urlsplit(page.url)[:2]:
        allowed = reply.headers.get("Access-Control-Allow-Origin", "")
        if allowed not in ("*", "{}://{}".format(*urlsplit(page.url)[:2])):
            yield Finding("CORS", "no Access-Control-Allow-Origin for the origin of the page", name)


def _caching(reply: Reply) -> str:
    """Describes what is wrong with the caching of a response; "" if nothing is."""
    control = str(reply.headers.get("Cache-Control", "")).lower()
    if "no-store" in control:
        return "no-store: the browser downloads the file at each visit"
    if not control:
        return "no Cache-Control: the browser guesses how long it may use an old file"
    age = re.search(r"max-age=(\d+)", control)
    if age and int(age[1]) > AN_HOUR and not VERSION.search(urlsplit(reply.url).path):
        return (
            f"max-age={age[1]} in a folder without a version: visitors keep old files after updates"
        )
    if "ETag" not in reply.headers and "Last-Modified" not in reply.headers:
        return "no ETag and no Last-Modified: the browser cannot check for changes"
    return ""
