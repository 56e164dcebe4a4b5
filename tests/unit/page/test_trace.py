"""The trace shows which line sends a request."""

import asyncio
import json
from inspect import currentframe

import pytest

from browser.page import _trace
from browser.page._trace import follow, masked, sender, without_values


def test_the_users_line_that_is_running():
    line = currentframe().f_lineno + 1
    shown = json.loads(sender("GET", "/x?token=hidden", "X-One: 1\nAuthorization:Bearer hidden"))
    assert shown["file"] == __file__
    assert shown["code"].startswith("shown = json.loads(sender(")
    assert shown["line"] == line
    assert shown["url"] == "/x?token=***"
    assert shown["requestHeaders"] == {"X-One": "1", "Authorization": "***"}
    assert "hidden" not in json.dumps(shown)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (
            "ajax.get('/x?token=a', headers={\"Authorization\": f'Bearer {b}'})",
            "ajax.get(…, headers={…: …})",
        ),
        (
            "ajax.post(url, data=b'a\\'b', timeout=1.5)  # secret",
            "ajax.post(url, data=…, timeout=…)  …",
        ),
        ('ajax.post(url, data="""secret', "ajax.post(url, data=…"),
        ("ajax.get(url1, data={x: 0x1F, 'pin': 1_234})", "ajax.get(url1, data={x: …, …: …})"),
        (
            "ajax.get(rb'a' 'b', oncomplete=lambda req: None)",
            "ajax.get(… …, oncomplete=lambda req: None)",
        ),
        ("ajax.get('secret", "ajax.get(…"),
    ],
)
def test_code_is_shown_without_what_it_contains_literally(code, shown):
    assert without_values(code) == shown


def test_the_headers_that_hold_secrets():
    names = ("Cookie", "X-CSRFToken", "X-XSRF", "X-Api-Key", "X-Session", "X-Password", "X-Secret")
    lines = "\n".join(f"{name}: hidden" for name in names)
    lines += "\nLocation: /x?token=hidden\nLink: <https://ann:hidden@host/>; rel=next"
    assert json.loads(masked(f"{lines}\n\nX-Fine: a:b")) == {
        **dict.fromkeys(names, "***"),
        "Location": "/x?token=***",
        "Link": "<https://***@host/>; rel=next",
        "X-Fine": "a:b",
    }


def test_where_the_task_was_made(monkeypatch):
    monkeypatch.setattr(_trace, "_running", lambda: None)

    async def ask():
        return json.loads(sender("GET", "/x", ""))

    async def main():
        follow(True)
        task = asyncio.get_running_loop().create_task(ask())
        shown = await task
        follow(False)
        assert asyncio.get_running_loop().get_debug() is False
        return shown

    shown = asyncio.run(main())
    assert shown["file"] == __file__
    assert shown["code"] == "task = asyncio.get_running_loop().create_task(ask())"


def test_where_nobody_is_known(monkeypatch):
    monkeypatch.setattr(_trace, "_running", lambda: None)

    async def main():
        return json.loads(sender("GET", "/x", ""))

    shown = asyncio.run(main())
    assert (shown["file"], shown["line"], shown["code"]) == ("", 0, "")
