"""Progress bars of requests; `progress=True` loads this module.

The bars are those of marimo, else of tqdm, elsewhere there are none.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.ajax._request import Ajax


def show(request: Ajax, is_upload: bool) -> None:
    """Shows how much of the request body or of the response is there."""
    make = _maker()
    if make is None:
        return  # without a listener of the upload, which needs a CORS preflight
    name = request.url.partition("?")[0].rstrip("/").rpartition("/")[2]
    bar = _Bar(make, f"{request.method} {name:.40}")
    prefix = "upload" if is_upload else ""
    request.bind(f"{prefix}progress", bar.move)
    request.bind(f"{prefix}loadend", bar.close)


class _Bar:
    """A bar that is made at the first event, which knows the number of bytes."""

    def __init__(self, make: Callable[[str, int], Any], name: str) -> None:
        self._make, self._name = make, name
        self._bar: Any = None
        self._at = 0

    def move(self, event: Any) -> None:
        if self._bar is None:
            self._bar, self._at = self._make(self._name, event.total), 0
        self._bar.update(event.loaded - self._at)
        self._at = event.loaded

    def close(self, event: Any) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def _maker() -> Callable[[str, int], Any] | None:
    marimo: Any = sys.modules.get("marimo")
    if marimo is not None and marimo.running_in_notebook():
        return partial(_of_marimo, marimo.status)
    try:
        # Without ipywidgets, tqdm.auto warns in JupyterLite.
        module = import_module("tqdm.auto" if find_spec("ipywidgets") else "tqdm.std")
    except ImportError:
        return None
    # tqdm's monitor needs a thread.
    return partial(_of_tqdm, type("tqdm", (module.tqdm,), {"monitor_interval": 0}))


def _of_tqdm(tqdm: Any, name: str, total: int) -> Any:
    return tqdm(desc=name, total=total or None, unit="B", unit_scale=True, unit_divisor=1024)


def _of_marimo(status: Any, name: str, total: int) -> Any:
    if total:
        return status.progress_bar(title=name, total=total, show_rate=False).progress
    spinner = status.spinner(name)
    spinner.__enter__()
    return SimpleNamespace(update=id, close=lambda: spinner.__exit__(None, None, None))
