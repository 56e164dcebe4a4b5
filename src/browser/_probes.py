"""What the host can do: one small function a question, so that tests can force each answer."""

from functools import cache

from browser import _host


@cache
def in_worker() -> bool:
    """Asks the global scope, because `js.document` exists in a PyScript worker."""
    return _host.in_pyodide() and bool(_host.js_shim().inWorker)


def has_document() -> bool:
    return _host.in_pyodide() and not in_worker()


def can_suspend() -> bool:
    """Whether Python can wait here for a promise while the page stays alive (JSPI): in the body of
    a script, not in a callback, and not in every browser."""
    return _host.in_pyodide() and _host.can_run_sync()
