"""A request as notebooks show it."""

import json

import pytest

from browser import ajax


def html_of(server, *, mode="text", url="/x", **response):
    server.on("GET", "/x", **response)
    request = ajax.get(url, mode=mode, blocking=True, cache=True)
    return request._repr_html_()


def test_status_url_headers_and_text(server):
    shown = html_of(server, url="/x?token=secret&a=1", body="a < b", headers={"X-One": "<1>"})
    assert "<b>200 OK</b> GET /x?token=***&amp;a=1" in shown
    assert "<tr><th>x-one<td>&lt;1&gt;" in shown.lower()
    assert "<pre>a &lt; b</pre>" in shown


def test_secrets_of_headers_are_hidden(server):
    link = "<https://ann:hidden@host/>; rel=next"
    to = "https://host/?token=hidden"
    shown = html_of(server, headers={"X-Api-Key": "hidden", "Link": link, "Content-Location": to})
    assert "hidden" not in shown
    assert shown.count("***") == 3


def test_json_is_a_tree_in_every_mode(server):
    value = {"<name>": [1, "two & three", None], "empty": {}}
    for mode in ("json", "text"):
        shown = html_of(server, mode=mode, json=value)
        assert "<details open><summary>2 names</summary>" in shown
        assert "<b>&lt;name&gt;</b>: <details><summary>3 items</summary>" in shown
        assert "<code>&quot;two &amp; three&quot;</code>" in shown
        assert "<b>empty</b>: <code>{}</code>" in shown


def test_large_values_are_cut(server):
    assert html_of(server, body="x" * 3000).endswith(f"{'x' * 2000}…</pre>")
    assert html_of(server, json=list(range(200))).count("<li>") == 101
    deep = json.loads("[" * 50 + "]" * 50)
    assert html_of(server, json=deep).count("<details>") == 8  # headers, and seven closed levels


def test_what_is_not_json_is_text(server):
    shown = html_of(server, mode="json", body="<oops>")
    assert "<pre>&lt;oops&gt;</pre>" in shown


@pytest.mark.parametrize("mode", ["text", "binary"])
def test_a_picture(server, mode):
    shown = html_of(server, mode=mode, body=b"\x89PNG", headers={"Content-Type": "image/png"})
    assert shown.endswith('<img src="data:image/png;base64,iVBORw==" alt="the response">')


def test_bytes(server):
    shown = html_of(server, mode="binary", body=b"x" * 1500)
    assert shown.endswith("<p>1,500 bytes</p>")


def test_before_and_without_a_response(server):
    request = ajax.Ajax()
    request.open("GET", "/x?pw=secret")
    assert request._repr_html_() == "<p>GET /x?pw=***: no response yet</p>"
    server.on("GET", "/x", network_error=True)
    failed = ajax.get("/x", blocking=True, cache=True)
    assert "network error: GET /x" in failed._repr_html_()


def test_one_is_not_plural(server):
    shown = html_of(server, json={"a": [1]})
    assert "<summary>1 name</summary>" in shown
    assert "<summary>1 item</summary>" in shown
