"""Runs scripts of the page in workers, as in Brython's documentation.

``worker.create_worker("sums", onready=f, onmessage=g)`` starts
``<script type="text/python" class="webworker" id="sums">``. That script imports
`from browser import bind, self` and uses ``@bind(self, "message")`` and ``self.send(value)``.
"""

from collections.abc import Callable

from browser import _host
from browser._bridge import to_python
from browser._objects import JSObject
from browser.dom._events import DOMEvent
from browser.page._options import as_json

__all__ = ["Worker", "create_worker"]


def create_worker(
    id: str,
    onready: Callable[[JSObject], object] | None = None,
    onmessage: Callable[[DOMEvent], object] | None = None,
    onerror: Callable[[Exception], object] | None = None,
) -> None:
    """Starts the script with this id in a new worker.

    onready(worker): the script has run; `worker.send(value)` sends plain data to it.
    onmessage(ev): the script has sent `ev.data`.
    onerror(error): the script has raised; the text of `error` is its traceback.
    Raises RuntimeError if the page has no such script."""
    worker = Worker(id)
    if onready is not None:
        worker.bind("pyodide-browser:ready", lambda event: onready(event.target))
    if onmessage is not None:
        worker.bind("message", onmessage)
    if onerror is not None:
        worker.bind("error", lambda event: onerror(RuntimeError(event.message)))


def Worker(id: str) -> JSObject:
    """Starts the script in a new worker and returns the worker at once. Messages to it wait until
    the script has run."""
    workers = _host.js_shim().workers
    if not workers.has(id):
        raise RuntimeError(f'no script of class "webworker" has the id {id!r}')
    return to_python(workers.create(id, as_json()))  # type: ignore[no-any-return]
