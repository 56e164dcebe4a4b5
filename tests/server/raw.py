"""The server of broken responses, with raw sockets: HTTP libraries do not send them."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

from tests.server.faults import CORS, FAULTS, HEAD, PREFLIGHT, Fault
from tests.server.log import Log, Record

RESET_AFTER = 0.05
"""Seconds: a reset at once would overtake what was sent."""


@dataclass
class Exchange:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    query: dict[str, str]

    async def send(self, *texts: str) -> None:
        for text in texts:
            self.writer.write(text.encode("latin-1"))
        await self.writer.drain()


def reset(exchange: Exchange) -> None:
    """Sends RST: with a linger time of 0, close() resets the connection."""
    sock: socket.socket = exchange.writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.writer.transport.abort()


async def bad_status(exchange: Exchange) -> None:
    line = exchange.query.get("line", "NONSENSE what is this")
    await exchange.send(f"{line}\r\n{CORS}Content-Length: 5\r\n\r\nhello")


async def slow_headers(exchange: Exchange) -> None:
    await exchange.send(HEAD)
    for index in range(int(exchange.query.get("count", "10"))):
        await asyncio.sleep(float(exchange.query.get("interval", "0.1")))
        await exchange.send(f"X-Slow-{index}: {index}\r\n")
    await exchange.send("Connection: close\r\nContent-Length: 5\r\n\r\nhello")


async def send_fault(exchange: Exchange, fault: Fault) -> None:
    await exchange.send(fault.sent)
    if fault.then == "hang":
        await asyncio.Event().wait()
    elif fault.then == "reset":
        await asyncio.sleep(RESET_AFTER)
        reset(exchange)


RESPONSES: dict[str, Callable[[Exchange], Awaitable[None]]] = {
    "/badstatus": bad_status,
    "/slowheaders": slow_headers,
    **{path: functools.partial(send_fault, fault=fault) for path, fault in FAULTS.items()},
}


class RawServer:
    """Serves one request per connection. The path selects the broken response."""

    def __init__(self, log: Log, port: int) -> None:
        self.log = log
        self.port = port
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_stopping = False

    def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_stopping:  # Firefox repeats a request whose connection ends
            writer.transport.abort()
            return
        task = asyncio.create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        self._is_stopping = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError, EOFError, ValueError, asyncio.LimitOverrunError):
                await self._exchange(reader, writer)
        except asyncio.CancelledError:
            writer.transport.abort()
            raise
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        record = await self._read(reader)
        path, _, query = record.target.partition("?")
        exchange = Exchange(reader, writer, {k: v[-1] for k, v in parse_qs(query).items()})
        if record.method == "OPTIONS" and not path.startswith("/preflight"):
            await exchange.send(PREFLIGHT, "\r\n")
        elif path not in RESPONSES:
            await exchange.send(f"HTTP/1.1 404 Not Found\r\n{CORS}Content-Length: 0\r\n\r\n")
        elif await self._left_during(RESPONSES[path](exchange), reader):
            self.log.finish(record, completed=False)
        self.log.finish(record, completed=True)  # no effect if the record is finished

    async def _read(self, reader: asyncio.StreamReader) -> Record:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.removesuffix("\r\n\r\n").split("\r\n")
        method, target, _version = first.split(" ")
        pairs = [line.partition(":") for line in lines]
        headers = [(name, value.strip()) for name, _, value in pairs]
        record = self.log.add(method, target, headers, self.port)
        remaining = int(record.header("content-length") or 0)
        try:
            while remaining:
                data = await reader.read(min(remaining, 65536))
                if not data:
                    raise EOFError
                remaining -= len(data)
                self.log.append_body(record, data)
        except (EOFError, OSError):
            self.log.finish(record, completed=False)
            raise
        return record

    async def _left_during(self, response: Awaitable[None], reader: asyncio.StreamReader) -> bool:
        """Sends a response; returns whether the client left before its end."""
        sending = asyncio.ensure_future(response)
        leaving = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
            return not sending.done() or isinstance(sending.exception(), OSError)
        finally:
            sending.cancel()
            leaving.cancel()
            await asyncio.gather(sending, leaving, return_exceptions=True)
