"""What bodies have of the world that they run in; sent to the page with them."""

import asyncio
import traceback


class World:
    """`raw` is the origin of the peer's broken answers, `file(content, name, type)` makes a File,
    `reported()` tells the last lines of the tracebacks on the console since it was last asked."""

    def __init__(self, raw, file, reported):
        self.raw, self.file, self.reported = raw, file, reported

    async def completed(self, start):
        """Calls `start(done)` and waits until it calls `done(request)`."""
        future = asyncio.get_running_loop().create_future()

        def done(*arguments):
            if not future.done():
                future.set_result(arguments[0] if arguments else None)

        start(done)
        return await asyncio.wait_for(future, 15)

    async def finished(self, request):
        """Waits for the end of a request, however it ends."""
        return await self.completed(
            lambda done: request.bind("loadend", lambda event: done(request))
        )

    async def ended(self, function, *arguments, **keywords):
        """The request of `ajax.get(...)` and the like, when it has ended."""
        event = await self.completed(lambda done: function(*arguments, onloadend=done, **keywords))
        return event.target

    async def both(self, function, *arguments, **keywords):
        """The same request by callback, and blocking."""
        return (
            await self.ended(function, *arguments, **keywords),
            function(*arguments, blocking=True, **keywords),
        )

    def raises(self, error, text, function, *arguments, **keywords):
        """The function raises this very class, with this text in the message."""
        try:
            function(*arguments, **keywords)
        except Exception as raised:
            assert type(raised) is error, repr(raised)
            assert text in str(raised), str(raised)
        else:
            raise AssertionError(f"not raised: {text}")


def bodies(module):
    return {
        name: body
        for name, body in vars(module).items()
        if asyncio.iscoroutinefunction(body) and not name.startswith("_")
    }


async def failures(module, world):
    """Runs all bodies of a module; the tracebacks of those that fail."""
    failed = []
    for name, body in bodies(module).items():
        try:
            await body(world)
            assert world.reported() == [], "reported, and not asked for"
        except Exception:
            failed.append(f"{name}\n{traceback.format_exc()}")
    return failed


def in_page(raw):
    """The World of a page, with a File as from a file chooser."""
    import js
    from pyodide.ffi import to_js

    seen = [len(js.logs)]

    def file(content, name, type=""):
        options = js.JSON.parse(f'{{"type": "{type}"}}')
        return js.File.new(to_js([to_js(content)]), name, options)

    def reported():
        lines = [str(text) for text in list(js.logs)[seen[0] :]]
        seen[0] = len(js.logs)
        return [text.splitlines()[-1] for text in lines if text.startswith("Traceback")]

    return World(raw, file, reported)
