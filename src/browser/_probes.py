"""What the place we run in can do: one tiny function a question, so that a test can force each."""

from functools import cache

from browser import _host


@cache
def in_worker() -> bool:
    """Asked of the global scope: in a PyScript worker `js.document` exists all the same."""
    return _host.in_pyodide() and bool(_host.js_shim().inWorker)


def has_document() -> bool:
    return _host.in_pyodide() and not in_worker()


def can_suspend() -> bool:
    """Whether Python can wait here for a promise while the page goes on (JSPI): in the body of a
    page's script, not in a callback, and not in every engine."""
    if not _host.in_pyodide():
        return False
    from pyodide.ffi import can_run_sync

    return bool(can_run_sync())
