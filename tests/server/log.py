"""The log of the test server's requests. Tests read it while the server writes it."""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Record:
    """One request. The server goes on updating it until it is completed or disconnected."""

    id: int
    method: str
    target: str
    """The request target as received: with the query, not decoded."""
    headers: list[tuple[str, str]]
    """As received: in the same order and case, with repeated ones."""
    port: int
    """The port of the server, which shows the origin."""
    received: bytearray = field(default_factory=bytearray, repr=False)
    """The body so far."""
    completed: bool = False
    """Whether the server sent the complete response (even a broken one) before the client left.

    It is set before the client can read the last byte. For streams, broken responses and
    WebSockets it is set later: use ``Log.wait_for``.
    """
    disconnected: bool = False
    """Whether the client left before the end of the response."""

    @property
    def body(self) -> bytes:
        return bytes(self.received)

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    def header(self, name: str) -> str | None:
        """Returns the value of a header, with repeated ones joined, or None if it was not sent."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(values) if values else None

    @property
    def cookies(self) -> dict[str, str]:
        pairs = [item.strip().partition("=") for item in (self.header("cookie") or "").split(";")]
        return {name: value for name, sep, value in pairs if sep}

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "method": self.method,
            "target": self.target,
            "path": self.path,
            "headers": [list(pair) for pair in self.headers],
            "port": self.port,
            "body": self.body.decode("utf-8", "replace"),
            "body_base64": base64.b64encode(self.body).decode("ascii"),
            "cookies": self.cookies,
            "completed": self.completed,
            "disconnected": self.disconnected,
        }


class Log:
    """A thread-safe list of records. `clear` does not reset the ids."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._records: list[Record] = []
        self._last_id = 0

    def __iter__(self) -> Iterator[Record]:
        return iter(self.requests())

    def __len__(self) -> int:
        return len(self.requests())

    def add(self, method: str, target: str, headers: list[tuple[str, str]], port: int) -> Record:
        with self._changed:
            self._last_id += 1
            record = Record(self._last_id, method, target, headers, port)
            self._records.append(record)
            self._changed.notify_all()
        return record

    def finish(self, record: Record, *, completed: bool) -> None:
        """Marks a record as completed or disconnected. Further calls have no effect."""
        with self._changed:
            if not (record.completed or record.disconnected):
                record.completed, record.disconnected = completed, not completed
            self._changed.notify_all()

    def append_body(self, record: Record, data: bytes) -> None:
        with self._changed:
            record.received += data
            self._changed.notify_all()

    def clear(self) -> None:
        with self._changed:
            self._records = []

    def requests(self, path_prefix: str = "", since: int = 0) -> list[Record]:
        """Returns the requests with an id above ``since`` whose target starts with a prefix."""
        with self._changed:
            return [
                record
                for record in self._records
                if record.id > since and record.target.startswith(path_prefix)
            ]

    def wait_for(self, predicate: Callable[[Record], bool], timeout: float = 60) -> Record:
        """Waits for a record that satisfies the predicate, and returns the first one.

        Raises TimeoutError after `timeout` seconds.
        """
        deadline = time.monotonic() + timeout
        with self._changed:
            while True:
                for record in self._records:
                    if predicate(record):
                        return record
                if not self._changed.wait(max(0.0, deadline - time.monotonic())):
                    seen = [f"{record.method} {record.target}" for record in self._records]
                    raise TimeoutError(f"no such request within {timeout:g} s; seen: {seen}")
