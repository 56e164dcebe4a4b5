"""Scripts of the page that run beside it, in a worker (Brython's page on browser.worker).

``<script type="text/python" class="webworker" id="sums">`` is started by
``worker.create_worker("sums", onready=f, onmessage=g)``. There `from browser import bind, self`
gives ``bind(self, "message")`` and ``self.send(value)``.
"""

from collections.abc import Callable
from typing import Any

from browser import _host
from browser._js import to_python
from browser.page.options import as_json

__all__ = ["Worker", "create_worker"]


def create_worker(
    id: str,
    onready: Callable[[Any], Any] | None = None,
    onmessage: Callable[[Any], Any] | None = None,
    onerror: Callable[[Exception], Any] | None = None,
) -> None:
    """Starts the script in a new worker. `onready(worker)`: it has run; `worker.send(value)` sends
    it plain data. `onmessage(ev)`: it has sent `ev.data`. `onerror(error)`: an exception with its
    traceback as text. Raises RuntimeError when the page has no such script."""
    worker = Worker(id)
    if onready is not None:
        worker.bind("pyodide-browser:ready", lambda event: onready(worker))
    if onmessage is not None:
        worker.bind("message", onmessage)
    if onerror is not None:
        worker.bind("error", lambda event: onerror(RuntimeError(event.message)))


def Worker(id: str) -> Any:
    """The worker, at once; what is sent to it waits until its script has run."""
    workers = _host.js_shim().workers
    if not workers.isKept(id):
        raise RuntimeError(f'no script of class "webworker" has the id {id!r}')
    return to_python(workers.create(id, as_json()))
