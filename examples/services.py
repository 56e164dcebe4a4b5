"""The services of the larger demo pages: to-do lists, a login, a log and a chat. They store
everything in memory, and respond to errors with plain text."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
from collections.abc import MutableMapping
from itertools import count
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

Json = dict[str, Any]

PASSWORDS = {"ada": "lovelace", "grace": "hopper"}
MAX_ENTRIES = 1000  # lists, sessions: removes the oldest first
MAX_ITEMS = 200
MAX_TITLE = 200
MAX_NAME = 40
MAX_MESSAGE = 1000


async def json_object(request: Request) -> Json:
    """Returns the body, parsed as JSON. Raises HTTPException if it is not a JSON object."""
    try:
        body = parsed(await request.body())
    except (ValueError, RecursionError):
        raise HTTPException(400, "the body is not JSON") from None
    if not isinstance(body, dict):
        raise HTTPException(400, "the body is not a JSON object")
    return body


def parsed(text: str | bytes) -> Any:
    """Returns the value of a JSON text. Raises ValueError if it has half a character, which no
    response can send: "\\ud800"."""
    value = json.loads(text)
    json.dumps(value, ensure_ascii=False).encode()
    return value


def store(entries: MutableMapping[str, Any], key: str, value: Any) -> None:
    """Adds an entry. Removes the oldest entry if there are too many."""
    if key not in entries and len(entries) >= MAX_ENTRIES:
        del entries[next(iter(entries))]
    entries[key] = value


class TodoLists:
    """To-do lists. The page chooses the id of a list. Items have `id`, `title` and `done`."""

    def __init__(self) -> None:
        self._lists: dict[str, dict[int, Json]] = {}
        self._ids = count(1)

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/todo/{list_id}", self.show, methods=["GET"]),
            Route("/api/todo/{list_id}", self.add, methods=["POST"]),
            Route("/api/todo/{list_id}/{item_id}", self.change, methods=["PATCH"]),
            Route("/api/todo/{list_id}/{item_id}", self.delete, methods=["DELETE"]),
        ]

    async def show(self, request: Request) -> Response:
        items = self._lists.get(request.path_params["list_id"], {})
        return JSONResponse({"items": list(items.values())})

    async def add(self, request: Request) -> Response:
        title = (await json_object(request)).get("title")
        if not isinstance(title, str) or not 0 < len(title.strip()) <= MAX_TITLE:
            raise HTTPException(400, f"a title must have 1 to {MAX_TITLE} characters")
        list_id = request.path_params["list_id"]
        items = self._lists.get(list_id)
        if items is None:
            items = {}
            store(self._lists, list_id, items)
        if len(items) >= MAX_ITEMS:
            raise HTTPException(409, f"a list can have at most {MAX_ITEMS} items")
        item: Json = {"id": next(self._ids), "title": title.strip(), "done": False}
        items[item["id"]] = item
        return JSONResponse(item, 201)

    async def change(self, request: Request) -> Response:
        done = (await json_object(request)).get("done")
        if not isinstance(done, bool):
            raise HTTPException(400, "done must be true or false")
        item = self._item(request)
        item["done"] = done
        return JSONResponse(item)

    async def delete(self, request: Request) -> Response:
        item = self._item(request)
        del self._lists[request.path_params["list_id"]][item["id"]]
        return Response(status_code=204)

    def _item(self, request: Request) -> Json:
        items = self._lists.get(request.path_params["list_id"], {})
        try:
            return items[int(request.path_params["item_id"])]
        except (KeyError, ValueError):
            raise HTTPException(404, "no such item") from None


class Accounts:
    """A login with CSRF protection, as in many frameworks. A POST request must repeat in a header
    the token of a cookie. Pages of other origins cannot read the cookie."""

    CSRF_COOKIE, SESSION_COOKIE = "csrftoken", "session"

    def __init__(self) -> None:
        self._sessions: dict[str, str] = {}

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/session", self.session, methods=["GET"]),
            Route("/api/login", self.login, methods=["POST"]),
            Route("/api/greeting", self.greeting, methods=["GET"]),
            Route("/api/logout", self.logout, methods=["POST"]),
        ]

    async def session(self, request: Request) -> Response:
        """Returns the user, or null, and sets the cookie with the token."""
        response = JSONResponse({"user": self._user(request)})
        if self.CSRF_COOKIE not in request.cookies:
            response.set_cookie(self.CSRF_COOKIE, secrets.token_urlsafe(24), samesite="strict")
        return response

    async def login(self, request: Request) -> Response:
        self._check_token(request)
        async with request.form() as form:
            user, password = (str(form.get(field, "")) for field in ("user", "password"))
        expected = PASSWORDS.get(user, "")
        right = secrets.compare_digest(password.encode(), expected.encode())
        if not (expected and right):
            raise HTTPException(403, "wrong name or password")
        session = secrets.token_urlsafe(24)
        store(self._sessions, session, user)
        response = JSONResponse({"user": user})
        response.set_cookie(self.SESSION_COOKIE, session, httponly=True, samesite="strict")
        return response

    async def greeting(self, request: Request) -> Response:
        user = self._user(request)
        if user is None:
            raise HTTPException(401, "log in first")
        return JSONResponse({"greeting": f"Hello, {user.capitalize()}!"})

    async def logout(self, request: Request) -> Response:
        self._check_token(request)
        self._sessions.pop(request.cookies.get(self.SESSION_COOKIE, ""), None)
        response = Response(status_code=204)
        response.delete_cookie(self.SESSION_COOKIE)
        return response

    def _user(self, request: Request) -> str | None:
        return self._sessions.get(request.cookies.get(self.SESSION_COOKIE, ""))

    def _check_token(self, request: Request) -> None:
        cookie = request.cookies.get(self.CSRF_COOKIE, "")
        header = request.headers.get("x-csrftoken", "")
        if not cookie or not secrets.compare_digest(cookie.encode(), header.encode()):
            raise HTTPException(403, "the CSRF token is missing or wrong")


class Log:
    """A log that grows by one line every 400 ms."""

    SECONDS, AT_ONCE = 0.4, 50
    TASKS = ("index pages", "send mail", "resize images", "check links", "rotate keys")

    def __init__(self) -> None:
        self._start = time.monotonic() - 10 * self.SECONDS

    def routes(self) -> list[BaseRoute]:
        return [Route("/api/log", self.lines, methods=["GET"])]

    async def lines(self, request: Request) -> Response:
        """Returns the lines after number `after`; by default, the latest five. `last` is the number
        for the next request."""
        now = int((time.monotonic() - self._start) / self.SECONDS)
        try:
            after = int(request.query_params.get("after", now - 5))
        except ValueError:
            raise HTTPException(400, "after must be a line number") from None
        first = max(after + 1, now - self.AT_ONCE + 1, 1)
        lines = [self._line(number) for number in range(first, now + 1)]
        return JSONResponse({"lines": lines, "last": now})

    def _line(self, number: int) -> Json:
        level = "warning" if number % 7 == 0 else "info"
        task = self.TASKS[number * 3 % len(self.TASKS)]
        text = f"{task}: {'slow, ' if level == 'warning' else ''}{number * 37 % 90 + 10} ms"
        return {"number": number, "level": level, "text": text}


class ChatRooms:
    """A chat over WebSocket. Sends each message ``{"name": …, "text": …}`` to all in the room."""

    def __init__(self) -> None:
        self._rooms: dict[str, set[WebSocket]] = {}

    def routes(self) -> list[BaseRoute]:
        return [WebSocketRoute("/api/chat/{room:path}", self.chat)]

    async def chat(self, socket: WebSocket) -> None:
        await socket.accept()
        name = socket.path_params["room"]
        room = self._rooms.setdefault(name, set())
        room.add(socket)
        try:
            await self._send(room, {"people": len(room)})
            while (event := await socket.receive())["type"] == "websocket.receive":
                message = self._message(event.get("text") or "")
                if message is None:
                    await self._send({socket}, {"error": "a message must have a name and a text"})
                else:
                    await self._send(room, message)
        except WebSocketDisconnect:
            pass
        finally:
            room.discard(socket)
            if room:
                await self._send(room, {"people": len(room)})
            elif self._rooms.get(name) is room:
                del self._rooms[name]

    @staticmethod
    def _message(text: str) -> Json | None:
        try:
            message = parsed(text)
            name, text = message["name"].strip(), message["text"].strip()
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
            return None
        if not (0 < len(name) <= MAX_NAME and 0 < len(text) <= MAX_MESSAGE):
            return None
        return {"name": name, "text": text}

    @staticmethod
    async def _send(sockets: set[WebSocket], message: Json) -> None:
        async def send(socket: WebSocket) -> None:
            # A socket that has just closed: its own task handles it.
            with contextlib.suppress(WebSocketDisconnect, RuntimeError):
                await socket.send_json(message)

        await asyncio.gather(*map(send, tuple(sockets)))
