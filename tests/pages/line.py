"""The connection between the examples and their back end."""

import asyncio


class Line:
    """An ASGI app that passes requests on while `state` is "whole". Otherwise a request gets half
    of a response ("cut"), which is a network error, or none ("silent")."""

    def __init__(self, app):
        self._app = app
        self._sockets = []
        self.state = "whole"

    async def __call__(self, scope, receive, send):
        if scope["type"] == "websocket":
            socket = asyncio.get_running_loop(), send
            self._sockets.append(socket)
            try:
                await self._app(scope, receive, send)
            finally:
                self._sockets.remove(socket)
        elif self.state == "cut":
            headers = [(b"content-length", b"1000")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
        elif self.state == "silent":
            while (await receive())["type"] != "http.disconnect":
                pass
        else:
            await self._app(scope, receive, send)

    def hang_up(self):
        """Closes the web sockets that are open."""
        for loop, send in list(self._sockets):
            closing = send({"type": "websocket.close", "code": 1001})
            asyncio.run_coroutine_threadsafe(closing, loop).result()
