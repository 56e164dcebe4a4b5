"""Progress bars of requests: with tqdm, in marimo, and without either."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from tqdm import std

from browser import ajax
from browser.ajax import _progress

LONG = b"x" * 100_000
KNOWN = {"Content-Length": "100000"}


class Bar:
    """A bar of tqdm, or marimo's progress bar; it records its life."""

    bars = []  # noqa: RUF012

    def __init__(self, desc="", total=None, **style):
        self.name, self.total, self.style = desc, total, style
        self.counts, self.closed = [], 0
        self.bars.append(self)

    def update(self, count):
        assert not self.closed
        self.counts.append(count)

    def close(self):
        self.closed += 1


@pytest.fixture
def bars(monkeypatch):
    monkeypatch.setattr(std, "tqdm", Bar)
    monkeypatch.setattr(_progress, "find_spec", lambda name: None)
    Bar.bars = []
    return Bar.bars


def described(bars):
    assert all(bar.closed == 1 for bar in bars)
    return [(bar.name, bar.total, sum(bar.counts)) for bar in bars]


def test_a_download_has_a_bar_of_its_bytes(server, bars):
    server.on("GET", "/folder/data.csv", body=LONG, headers=KNOWN)
    ajax.get("/folder/data.csv?token=secret", progress=True)
    server.run()
    assert described(bars) == [("GET data.csv", len(LONG), len(LONG))]
    assert bars[0].style == {"unit": "B", "unit_scale": True, "unit_divisor": 1024}
    assert bars[0].monitor_interval == 0


def test_an_unknown_length_is_no_total(server, bars):
    server.on("GET", "/x", body="onetwo", headers={"Content-Length": "?"})
    ajax.get("/x", progress=True)
    server.run()
    assert described(bars) == [("GET x", None, 6)]


@pytest.mark.parametrize("function", [ajax.post, ajax.put, ajax.patch])
def test_an_upload_has_a_bar_of_what_is_sent(server, bars, function):
    server.on("*", "/x", body=LONG * 2)
    function("/x", data=LONG, progress=True)
    server.run()
    assert described(bars) == [(f"{function.__name__.upper()} x", len(LONG), len(LONG))]


def test_a_file_is_an_upload(server, bars):
    ajax.file_upload("/files/", LONG, progress=True)
    server.run()
    assert described(bars)[0][0] == "POST files"
    assert sum(bars[0].counts) > len(LONG)


def test_a_failed_request_closes_its_bar(server, bars):
    server.on("GET", "/x", body="123", chunks=3, network_error=True)
    ajax.get("/x", progress=True)
    server.run()
    assert described(bars) == [("GET x", 3, 3)]


def test_the_next_request_of_the_same_object_has_the_next_bar(server, bars):
    server.on("GET", "/x", body="123")
    seen = []
    ajax.get("/x", progress=True, oncomplete=seen.append)
    server.run()
    seen[0].open("GET", "/x")
    seen[0].send()
    server.run()
    assert described(bars) == [("GET x", 3, 3)] * 2


def test_callbacks_are_called_too(server, bars):
    server.on("GET", "/x", body=LONG, headers=KNOWN)
    seen = []
    ajax.get("/x", progress=True, onprogress=lambda event: seen.append(event.loaded))
    server.run()
    assert seen[-1] == len(LONG)
    assert len(bars) == 1


@pytest.mark.parametrize("keywords", [{}, {"progress": False}])
def test_no_bar_unless_asked_for(server, bars, keywords):
    ajax.get("/x", **keywords)
    assert bars == []


def test_without_a_library_nothing_is_shown_and_nothing_listened_to(
    server, bars, sent, monkeypatch
):
    monkeypatch.setitem(sys.modules, "tqdm.std", None)
    ajax.post("/x", data=LONG, progress=True)
    server.run()
    assert bars == []
    assert sent[0].wanted == 0  # a listener of the upload needs a preflight


def test_progress_is_a_bool(server):
    with pytest.raises(TypeError, match=r"progress must be True or False, not str: GET /x"):
        ajax.get("/x", progress="yes")


def test_ipywidgets_make_widgets(server, bars, monkeypatch):
    imported = []

    def import_module(name):
        imported.append(name)
        return SimpleNamespace(tqdm=Bar)

    monkeypatch.setattr(_progress, "import_module", import_module)
    monkeypatch.setattr(_progress, "find_spec", lambda name: name == "ipywidgets")
    ajax.get("/x", progress=True)
    server.run()
    assert imported == ["tqdm.auto"]


class Marimo:
    """`marimo`, as far as bars need it."""

    def __init__(self, in_notebook):
        self.running_in_notebook = lambda: in_notebook
        self.status, self.spinners = self, []

    def progress_bar(self, title, total, show_rate):
        assert show_rate is False
        return SimpleNamespace(progress=Bar(f"marimo: {title}", total))

    def spinner(self, title):
        life = self.spinners
        return SimpleNamespace(
            __enter__=lambda: life.append(title), __exit__=lambda *error: life.append(error)
        )


def test_marimo_has_its_own_bars(server, bars, monkeypatch):
    marimo = Marimo(in_notebook=True)
    monkeypatch.setitem(sys.modules, "marimo", marimo)
    server.on("GET", "/x", body=LONG, headers=KNOWN)
    ajax.get("/x", progress=True)
    server.run()
    assert described(bars) == [("marimo: GET x", len(LONG), len(LONG))]
    server.on("GET", "/y", body="onetwo", headers={"Content-Length": "?"})
    ajax.get("/y", progress=True)
    server.run()
    assert marimo.spinners == ["GET y", (None, None, None)]


def test_marimo_in_a_program_has_no_bars(server, bars, monkeypatch):
    monkeypatch.setitem(sys.modules, "marimo", Marimo(in_notebook=False))
    server.on("GET", "/x", body=LONG, headers=KNOWN)
    ajax.get("/x", progress=True)
    server.run()
    assert described(bars) == [("GET x", len(LONG), len(LONG))]


def test_the_real_tqdm_writes_the_bytes(server, monkeypatch, capsys):
    monkeypatch.setattr(_progress, "find_spec", lambda name: None)
    server.on("GET", "/data.csv", body=LONG, headers=KNOWN)
    ajax.get("/data.csv", progress=True)
    server.run()
    assert "GET data.csv: 100%" in (shown := capsys.readouterr().err)
    assert "97.7k/97.7k" in shown


def test_nothing_is_imported_before_it_is_used():
    program = (
        "import sys; from browser import aio, ajax; print('browser.ajax._progress' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"
