"""The text of a stream → lines and server-sent events. Pure."""

from collections.abc import AsyncIterator
from types import SimpleNamespace

_DIGITS = 15
"""How many digits of `retry` count: `int` refuses thousands of them."""


class ServerSentEvent(SimpleNamespace):
    """An event of `stream(url, "events")`
    (https://html.spec.whatwg.org/multipage/server-sent-events.html).

    `id` and `retry` are the last ones that the server sent, with this event or an earlier one:
    send `id` as the header Last-Event-ID when you connect again. `retry` is the time to wait
    before that, in milliseconds; None if the server did not send it.
    """

    data: str
    event: str
    id: str
    retry: int | None

    __match_args__ = ("data", "event", "id", "retry")

    def __init__(
        self, data: str, event: str = "message", id: str = "", retry: int | None = None
    ) -> None:
        super().__init__(data=data, event=event, id=id, retry=retry)


async def lines(texts: AsyncIterator[str]) -> AsyncIterator[str]:
    """The lines without their ends: LF, CR LF or CR, also if CR and LF come in two pieces."""
    started: list[str] = []
    after_cr = False
    async for text in texts:
        if after_cr:
            text = text.removeprefix("\n")
        after_cr = text.endswith("\r")
        rest, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        started.append(rest)
        for rest in others:
            yield "".join(started)
            started = [rest]
    if last := "".join(started):
        yield last


async def events(lines: AsyncIterator[str]) -> AsyncIterator[ServerSentEvent]:
    """Drops an event that no blank line ends."""
    data: list[str] = []
    name, last_id, retry = "", "", None
    async for line in lines:
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            if data:
                yield ServerSentEvent("\n".join(data), name or "message", last_id, retry)
            data, name = [], ""
        elif field == "data":
            data.append(value)
        elif field == "event":
            name = value
        elif field == "id" and "\0" not in value:
            last_id = value
        elif field == "retry" and value.isascii() and value.isdigit():
            retry = int(value[:_DIGITS])
