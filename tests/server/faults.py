"""Broken and unusual responses, as bytes on the wire. tests/server/raw.py sends them."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from typing import Literal

ORIGIN = "Access-Control-Allow-Origin"
CORS = f"{ORIGIN}: *\r\nAccess-Control-Expose-Headers: *\r\n"
COMMON = "Content-Type: text/plain\r\nCache-Control: no-store\r\n"
OK = "HTTP/1.1 200 OK\r\n"
HEAD = OK + COMMON + CORS
LENGTH = "Content-Length: 5\r\n"
HELLO = f"{HEAD}{LENGTH}\r\nhello"
CHUNKED = "Transfer-Encoding: chunked\r\n"
ZIPPED = gzip.compress(b"hello", mtime=0).decode("latin-1")
PREFLIGHT = (
    "HTTP/1.1 204 No Content\r\nConnection: close\r\nAccess-Control-Allow-Methods: *\r\n"
    "Access-Control-Allow-Headers: *, Authorization\r\nAccess-Control-Max-Age: 0\r\n" + CORS
)


@dataclass(frozen=True)
class Fault:
    """What the server sends, and what it does then with the connection."""

    sent: str = ""
    then: Literal["close", "reset", "hang"] = "close"


def body(headers: str, content: str, then: Literal["close", "reset", "hang"] = "close") -> Fault:
    return Fault(f"{HEAD}{headers}\r\n{content}", then)


def encoded(encoding: str, content: str) -> Fault:
    return body(f"Content-Encoding: {encoding}\r\nContent-Length: {len(content)}\r\n", content)


def status(line: str, headers: str = LENGTH, content: str = "hello") -> Fault:
    return Fault(f"HTTP/1.1 {line}\r\n{COMMON}{CORS}{headers}\r\n{content}")


def redirect(location: str) -> Fault:
    return status("302 Found", f"{location}Content-Length: 0\r\n", "")


def origin(lines: str) -> Fault:
    return Fault(f"{OK}{COMMON}{lines}{LENGTH}\r\nhello")


FAULTS: dict[str, Fault] = {
    # The connection.
    "/empty": Fault(),
    "/reset": Fault(then="reset"),
    "/hang": Fault(then="hang"),
    "/half-head": Fault(HEAD),
    "/half-head-reset": Fault(HEAD, "reset"),
    "/half-head-hang": Fault(HEAD, "hang"),
    "/half": body("Content-Length: 1000\r\n", "x" * 50),
    "/half-close": body("Connection: close\r\nContent-Length: 1000\r\n", "x" * 50),
    "/half-reset": body("Content-Length: 1000\r\n", "x" * 50, "reset"),
    "/half-hang": body("Content-Length: 1000\r\n", "x" * 50, "hang"),
    "/half-chunked": body(CHUNKED, "5\r\nhello\r\n"),
    "/half-chunked-hang": body(CHUNKED, "5\r\nhello\r\n", "hang"),
    # The length of the body.
    "/badchunk": body(CHUNKED, "5\r\nhello\r\nZZ\r\nworld\r\n"),
    "/longchunk": body(CHUNKED, "5\r\nhello, world\r\n0\r\n\r\n"),
    "/negativechunk": body(CHUNKED, "-5\r\nhello\r\n0\r\n\r\n"),
    "/hugechunk": body(CHUNKED, "fffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
    "/twolengths": body(f"{LENGTH}Content-Length: 10\r\n", "helloworld"),
    "/chunkedlength": body(f"Content-Length: 3\r\n{CHUNKED}", "5\r\nhello\r\n0\r\n\r\n"),
    "/wordlength": body("Content-Length: five\r\n", "hello"),
    "/negativelength": body("Content-Length: -5\r\n", "hello"),
    "/longbody": body(LENGTH, "hello, world"),
    "/nolength": body("", "hello"),
    # The encoding of the body.
    "/badgzip": encoded("gzip", "not gzip at all!"),
    "/halfgzip": encoded("gzip", ZIPPED[:-10]),
    "/gzipsum": encoded("gzip", ZIPPED[:-8] + "\0" * 4 + ZIPPED[-4:]),
    "/baddeflate": encoded("deflate", "not deflate at all!"),
    "/halfdeflate": encoded("deflate", zlib.compress(b"hello" * 9).decode("latin-1")[:-7]),
    "/unknownencoding": encoded("nonsense", "hello"),
    "/badutf8": body("Content-Length: 4\r\n", "caf\xe9"),
    "/unknowncharset": Fault(
        f"{OK}Content-Type: text/plain; charset=nonsense\r\n{CORS}{LENGTH}\r\nhello"
    ),
    # The head.
    "/http09": Fault("hello"),
    "/statusword": Fault(f"HTTP/1.1 OK 200\r\n{COMMON}{CORS}{LENGTH}\r\nhello"),
    "/statuslow": status("99 Low"),
    "/statushigh": status("1000 High"),
    "/version": Fault(f"HTTP/9.9 200 OK\r\n{COMMON}{CORS}{LENGTH}\r\nhello"),
    "/nocolon": body(f"this is no header\r\n{LENGTH}", "hello"),
    "/nul": body(f"X-Nul: a\0b\r\n{LENGTH}", "hello"),
    "/manyheaders": body("".join(f"X-{i}: {i}\r\n" for i in range(1000)) + LENGTH, "hello"),
    "/hugeheader": body(f"X-Huge: {'x' * 2_000_000}\r\n{LENGTH}", "hello"),
    "/newlines": Fault(HELLO.replace("\r\n", "\n")),
    "/continue": Fault(f"HTTP/1.1 100 Continue\r\n\r\n{HELLO}"),
    "/earlyhints": Fault(f"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n{HELLO}"),
    "/switching": Fault(f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: none\r\n{CORS}\r\n{HELLO}"),
    "/noheaders": Fault(f"{OK}\r\nhello"),
    # Redirects.
    "/loop": redirect("Location: /loop\r\n"),
    "/nolocation": redirect(""),
    "/badlocation": redirect("Location: http://[nowhere\r\n"),
    "/toscript": redirect("Location: javascript:alert(1)\r\n"),
    "/tofile": redirect("Location: file:///etc/passwd\r\n"),
    "/todata": redirect("Location: data:text/plain,hello\r\n"),
    # The status.
    "/204body": status("204 No Content"),
    "/205body": status("205 Reset Content"),
    "/304": status("304 Not Modified", "", ""),
    "/401": status("401 Unauthorized", f'WWW-Authenticate: Basic realm="server"\r\n{LENGTH}'),
    "/407": status("407 Proxy Authentication Required", f"Proxy-Authenticate: Basic\r\n{LENGTH}"),
    # CORS.
    "/otherorigin": origin(f"{ORIGIN}: https://example.org\r\n"),
    "/twoorigins": origin(f"{ORIGIN}: *\r\n{ORIGIN}: *\r\n"),
    "/nocredentials": origin(f"{ORIGIN}: *\r\nAccess-Control-Allow-Credentials: true\r\n"),
    # The paths start with "/preflight": these are the responses to OPTIONS, too.
    "/preflight-404": status("404 Not Found"),
    "/preflight-headers": Fault(f"HTTP/1.1 204 No Content\r\n{CORS}\r\n"),
    "/preflight-redirect": redirect("Location: /elsewhere\r\n"),
    "/preflight-reset": Fault(then="reset"),
    "/preflight-hang": Fault(then="hang"),
}
