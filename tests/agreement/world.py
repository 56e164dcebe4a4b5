"""The environment of a body; it is sent to the page with the bodies."""

import asyncio
import traceback


class World:
    """`raw` is the origin of the broken responses, `file(content, name, type)` makes a File,
    `console()` returns what was written to the console since its last call: a list of str."""

    def __init__(self, raw, file, console):
        self.raw, self.file, self.console = raw, file, console

    def reported(self):
        """The last line of each text on the console since the last call."""
        return [text.splitlines()[-1] for text in self.console()]

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
        """Returns the finished request of `ajax.get(...)` and the like."""
        event = await self.completed(lambda done: function(*arguments, onloadend=done, **keywords))
        return event.target

    async def patiently(self, check):
        """Awaits `check(seconds)`, with more seconds each time it fails.

        For what holds only if the machine does something within `seconds`: a slow machine gets
        more of them, wrong code fails with any number.
        """
        for seconds in (0.1, 0.5, 2.5):
            try:
                return await check(seconds)
            except AssertionError:
                continue
        return await check(10)

    async def both(self, function, *arguments, **keywords):
        """Sends the same request with a callback and blocking."""
        return (
            await self.ended(function, *arguments, **keywords),
            function(*arguments, blocking=True, **keywords),
        )

    def raises(self, error, text, function, *arguments, **keywords):
        """Checks that the function raises this class, with this text. Returns the error."""
        try:
            function(*arguments, **keywords)
        except Exception as raised:
            return _checked(raised, error, text)
        raise AssertionError(f"not raised: {text}")

    async def rejects(self, error, text, coroutine):
        """The same for a coroutine."""
        try:
            await coroutine
        except Exception as raised:
            return _checked(raised, error, text)
        raise AssertionError(f"not raised: {text}")


def _checked(raised, error, text):
    assert type(raised) is error, repr(raised)
    assert text in str(raised), str(raised)
    return raised


def bodies(module):
    return {
        name: body
        for name, body in vars(module).items()
        if asyncio.iscoroutinefunction(body) and not name.startswith("_")
    }


async def failures(module, world):
    """Runs all bodies of a module. Returns the tracebacks of those that fail."""
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

    def console():
        texts = [str(text) for text in list(js.logs)[seen[0] :]]
        seen[0] = len(js.logs)
        return texts

    return World(raw, file, console)
