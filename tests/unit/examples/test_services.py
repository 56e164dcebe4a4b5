"""examples/services.py refuses bad requests."""

import json
import secrets

import pytest
from websockets.sync.client import connect

from examples import backend
from pyodide_browser_testing.server import Server
from tests.server.client import send

JSON = {"Content-Type": "application/json"}
LOGIN = b"user=ada&password=lovelace"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def origin():
    with Server(backend.create_app()) as server:
        yield server.origin


@pytest.fixture
def todo(origin):
    return f"{origin}/api/todo/{secrets.token_hex(8)}"


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", "{}", '{"title": 1}', '{"title": " "}', "[" * 99_999, r'{"title": "\ud800"}'],
)
def test_what_is_no_item_is_refused(todo, body):
    assert send(todo, "POST", body.encode(), JSON).status == 400
    assert send(todo).json == {"items": []}


def test_items_that_are_changed_wrongly_or_not_there(todo):
    def changed(number, **change):
        return send(f"{todo}/{number}", "PATCH", json.dumps(change).encode(), JSON).status

    number = send(todo, "POST", b'{"title": "x"}', JSON).json["id"]
    assert changed(number, done="yes") == 400
    for other in (999_999, "x", "1" * 5000):
        assert changed(other, done=True) == 404
    assert send(f"{todo}/{number}", "DELETE").status == 204
    assert send(f"{todo}/{number}", "DELETE").status == 404


def test_half_a_character_does_not_end_a_chat(origin):
    url = f"{origin.replace('http', 'ws')}/api/chat/{secrets.token_hex(8)}"
    with connect(url) as one:
        one.recv()
        one.send(r'{"name": "ann", "text": "\ud800"}')
        assert "must have a name and a text" in one.recv()
        one.send('{"name": "ann", "text": "é"}')
        assert json.loads(one.recv()) == {"name": "ann", "text": "é"}


@pytest.mark.parametrize("token", ["", "guessed", "gué"])
def test_without_the_csrf_token_nobody_gets_in(origin, token):
    answer = send(f"{origin}/api/login", "POST", LOGIN, FORM | {"X-CSRFToken": token})
    assert answer.status == 403
    assert b"CSRF token" in answer.body
    assert send(f"{origin}/api/greeting").status == 401
