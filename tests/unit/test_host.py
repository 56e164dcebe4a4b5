"""What the host can do, with both results."""

import sys
from types import SimpleNamespace

import pytest

from browser import _host


@pytest.fixture(autouse=True)
def forget():
    _host.in_worker.cache_clear()
    yield
    _host.in_worker.cache_clear()


class Shim:
    def __init__(self, in_worker):
        self.inWorker = in_worker


@pytest.mark.parametrize("in_worker", [True, False])
def test_in_a_browser_the_shim_says_whether_it_is_a_worker(monkeypatch, in_worker):
    monkeypatch.setattr(_host, "in_pyodide", lambda: True)
    monkeypatch.setattr(_host, "js_shim", lambda: Shim(in_worker))
    assert _host.in_worker() is in_worker
    assert _host.has_document() is not in_worker


@pytest.mark.parametrize("can", [True, False])
def test_python_can_suspend_where_pyodide_says_so(monkeypatch, can):
    monkeypatch.setattr(_host, "in_pyodide", lambda: True)
    monkeypatch.setitem(sys.modules, "pyodide.ffi", SimpleNamespace(can_run_sync=lambda: can))
    monkeypatch.setitem(sys.modules, "pyodide", SimpleNamespace())
    assert _host.can_suspend() is can


def test_outside_of_a_browser_there_is_nothing():
    assert not _host.in_pyodide()
    assert not _host.in_worker()
    assert not _host.has_document()
    assert not _host.can_suspend()
