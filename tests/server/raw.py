"""The server of broken responses, with raw sockets: HTTP libraries do not send them."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

from tests.server.log import Log, Record

CORS = "Access-Control-Allow-Origin: *\r\nAccess-Control-Expose-Headers: *\r\n"
HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nCache-Control: no-store\r\n" + CORS
PREFLIGHT = (
    "HTTP/1.1 204 No Content\r\nConnection: close\r\nAccess-Control-Allow-Methods: *\r\n"
    "Access-Control-Allow-Headers: *, Authorization\r\nAccess-Control-Max-Age: 0\r\n" + CORS
)


@dataclass
class Exchange:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    query: dict[str, str]

    async def send(self, *texts: str) -> None:
        for text in texts:
            self.writer.write(text.encode("latin-1"))
        await self.writer.drain()


async def reset(exchange: Exchange) -> None:
    """Sends RST: with a linger time of 0, close() resets the connection."""
    sock: socket.socket = exchange.writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.writer.transport.abort()


async def half(exchange: Exchange) -> None:
    await exchange.send(HEAD, "Content-Length: 100\r\n\r\n", "x" * 50)


async def half_chunked(exchange: Exchange) -> None:
    await exchange.send(HEAD, "Transfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\n")


async def bad_chunk(exchange: Exchange) -> None:
    await exchange.send(HEAD, "Transfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\nZZ\r\nworld\r\n")


async def bad_status(exchange: Exchange) -> None:
    line = exchange.query.get("line", "NONSENSE what is this")
    await exchange.send(f"{line}\r\n{CORS}Content-Length: 5\r\n\r\nhello")


async def bad_gzip(exchange: Exchange) -> None:
    await exchange.send(
        HEAD, "Content-Encoding: gzip\r\nContent-Length: 16\r\n\r\n", "not gzip at all!"
    )


async def two_lengths(exchange: Exchange) -> None:
    await exchange.send(HEAD, "Content-Length: 5\r\nContent-Length: 10\r\n\r\n", "helloworld")


async def empty(exchange: Exchange) -> None:
    """Closes the connection without a response."""


async def hang(exchange: Exchange) -> None:
    await asyncio.Event().wait()


async def slow_headers(exchange: Exchange) -> None:
    await exchange.send(HEAD)
    for index in range(int(exchange.query.get("count", "10"))):
        await asyncio.sleep(float(exchange.query.get("interval", "0.1")))
        await exchange.send(f"X-Slow-{index}: {index}\r\n")
    await exchange.send("Connection: close\r\nContent-Length: 5\r\n\r\nhello")


RESPONSES: dict[str, Callable[[Exchange], Awaitable[None]]] = {
    "/reset": reset,
    "/half": half,
    "/half-chunked": half_chunked,
    "/badchunk": bad_chunk,
    "/badstatus": bad_status,
    "/badgzip": bad_gzip,
    "/twolengths": two_lengths,
    "/empty": empty,
    "/hang": hang,
    "/slowheaders": slow_headers,
}


class RawServer:
    """Serves one request per connection. The path selects the broken response."""

    def __init__(self, log: Log, port: int) -> None:
        self.log = log
        self.port = port
        self._tasks: set[asyncio.Task[None]] = set()

    def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
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
        if record.method == "OPTIONS":
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
