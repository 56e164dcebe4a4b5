"""`pytest --page-artifacts`: files about the page of a failed test, without secrets."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from browser._secrets import is_secret_parameter, redact, redact_urls
from pyodide_browser_testing.page import PythonPage

HEADER = re.compile(
    r"(\b[\w-]*(?:authenticat|authori[sz]ation|cookie)[\w-]*: *)(?![ \"'])[^\n]+", re.I
)
"""A header with its whole value: `Authorization: Bearer abc`, `Cookie: a=1; b=2`."""

TOKEN = re.compile(
    r"\b((?i:basic|bearer|negotiate)\s+)(?=\S*[\dA-Z=])[\w.~+/-]{6,}=*|\beyJ[\w-]{5,}\.[\w.-]+"
)
"""A value of `Authorization`, or a JSON Web Token, wherever it is."""

NAME = re.compile(
    r"""(?<![\w.-])([\w.-]++)
    (\]?\\*["']?\s*[:=]\s*(?=\S)           # name=value, "name": value
    |\\*["']\s*,\s*(?=[a-z]{0,2}\\*["']))  # ("name", "value")""",
    re.VERBOSE | re.IGNORECASE,
)
VALUE = re.compile(
    r"""[a-z]{0,2}(\\*(?:\"{3}|\'{3}|["']))(?:\\.|.)*?(?:\1|$)
    | [\[{(].*
    | [^\s"'&]+""",
    re.VERBOSE | re.IGNORECASE,
)
MICROSECONDS = 1000
"""In a millisecond: the unit of the Trace Event Format."""


def save(page: PythonPage, folder: Path) -> None:
    """Writes screenshot.png, console.txt, network.har and trace.json."""
    folder.mkdir(parents=True, exist_ok=True)
    record = page.record()
    lines, requests = record["lines"], record["requests"]
    texts = [f"{line['level']}: {without_secrets(line['text'])}\n" for line in lines]
    (folder / "console.txt").write_text("".join(texts), encoding="utf-8")
    write_json(folder / "network.har", har(requests))
    write_json(folder / "trace.json", trace(lines, requests))
    page.driver.save_screenshot(str(folder / "screenshot.png"))


def write_json(file: Path, content: object) -> None:
    file.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def without_secrets(text: str) -> str:
    """Returns a text with `***` instead of the secrets in its URLs, and of values that the text
    assigns to secret names.

    >>> without_secrets("GET https://ada:pw@host/?token=1 password=2")
    'GET https://***@host/?token=*** password=***'
    """
    text = HEADER.sub(r"\1***", redact_urls(text))
    text = TOKEN.sub(lambda found: f"{found[1] or ''}***", text)
    parts, end = [], 0
    for found in NAME.finditer(text):
        if found.start() < end or not is_secret_parameter(found[1]):
            continue
        value = VALUE.match(text, found.end())
        shown = value[0] if value else ""
        quote = (value and value[1]) or ""
        parts.append(f"{text[end : found.end()]}{quote}***{quote}")
        end = found.end() + len(shown if quote else shown.rstrip(",;.)]}"))
    return "".join([*parts, text[end:]])


def har(requests: list[dict[str, Any]]) -> dict[str, object]:
    """Returns the requests as an HTTP Archive 1.2, which developer tools open. It has no headers
    and no bodies."""
    creator = {"name": "pyodide-browser-testing", "version": "1"}
    return {"log": {"version": "1.2", "creator": creator, "entries": list(map(entry, requests))}}


def entry(request: dict[str, Any]) -> dict[str, object]:
    """Returns one entry of a HAR. The status of a pending request is 0, as that of a failed one."""
    duration = (request["ended"] or request["started"]) - request["started"]
    started = datetime.fromtimestamp(request["started"] / 1000, UTC)
    empty = {"cookies": [], "headers": [], "headersSize": -1, "bodySize": -1}
    asked = {"method": request["method"], "url": redact(request["url"]), "queryString": []}
    got = {"status": request["status"] or 0, "statusText": "", "redirectURL": ""}
    content = {"size": -1, "mimeType": ""}
    return {
        "startedDateTime": started.isoformat(timespec="milliseconds"),
        "time": duration,
        "request": {**asked, **empty, "httpVersion": ""},
        "response": {**got, **empty, "httpVersion": "", "content": content},
        "cache": {},
        "timings": {"send": 0, "wait": duration, "receive": 0},
    }


def trace(lines: list[dict[str, Any]], requests: list[dict[str, Any]]) -> dict[str, object]:
    """Returns the lines of the console and the requests over time, in the Trace Event Format, which
    Chromium's performance panel and ui.perfetto.dev show."""
    events: list[dict[str, object]] = []
    for line in lines:
        text = without_secrets(line["text"])
        point = {"ph": "i", "s": "t", "cat": "console", "args": {"text": text}}
        time = line["time"] * MICROSECONDS
        events.append({"name": f"{line['level']}: {text[:80]}", "ts": time, **point})
    for request in requests:
        start = request["started"]
        duration = ((request["ended"] or start) - start) * MICROSECONDS
        name = f"{request['method']} {redact(request['url'])}"
        span = {"ph": "X", "cat": "request", "args": {"status": request["status"]}}
        events.append({"name": name, "ts": start * MICROSECONDS, "dur": duration, **span})
    return {"traceEvents": [{"pid": 1, "tid": 1, **event} for event in events]}
