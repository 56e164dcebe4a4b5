"""What reached the peer: a log which tests read while the server writes it."""

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
    """The request target as received, query included, nothing decoded."""
    headers: list[tuple[str, str]]
    """As received: order, case and repetitions kept."""
    port: int
    """The server's port: tells which origin was asked."""
    received: bytearray = field(default_factory=bytearray, repr=False)
    """The body as far as it has come."""
    completed: bool = False
    """The server did all it meant to do (a broken answer counts) before the client left.

    Set before the client can have read the last byte, except of streams, broken answers
    and web sockets: for those, ``Log.wait_for`` it.
    """
    disconnected: bool = False
    """The client left before the end of the answer."""

    @property
    def body(self) -> bytes:
        return bytes(self.received)

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    def header(self, name: str) -> str | None:
        """The value of a header, repeated ones joined, or None when it was not sent."""
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
    """A thread-safe list of records; ids go on increasing when it is cleared."""

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
        """Settle a record, once: what comes after is ignored."""
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
        """The requests whose target starts with a prefix and whose id is above ``since``."""
        with self._changed:
            return [
                record
                for record in self._records
                if record.id > since and record.target.startswith(path_prefix)
            ]

    def wait_for(self, predicate: Callable[[Record], bool], timeout: float = 5.0) -> Record:
        """The first record which satisfies the predicate, now or within the timeout."""
        deadline = time.monotonic() + timeout
        with self._changed:
            while True:
                for record in self._records:
                    if predicate(record):
                        return record
                if not self._changed.wait(max(0.0, deadline - time.monotonic())):
                    seen = [f"{record.method} {record.target}" for record in self._records]
                    raise TimeoutError(f"no such request within {timeout:g} s; seen: {seen}")
