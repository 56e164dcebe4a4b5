"""Which files `open` asks the server for, and what it does with them."""

import builtins
import io
import sys
from types import SimpleNamespace

import pytest

from browser import _host, _report, ajax
from browser.page import _builtins, _files


@pytest.fixture
def server(monkeypatch, tmp_path):
    """Responds with `status`; `asked` lists the URLs."""
    responses = SimpleNamespace(status=200, asked=[])

    def get(url, **keywords):
        responses.asked.append(url)
        assert keywords == {"blocking": True, "mode": "binary", "cache": True}
        error = None if responses.status == 200 else OSError(responses.status)

        def raise_for_status():
            if error:
                raise error

        return SimpleNamespace(
            status=responses.status,
            url=url,
            raise_for_status=raise_for_status,
            read=lambda: "é\r\n".encode(),
        )

    shim = SimpleNamespace(files=SimpleNamespace(base=lambda: "http://host/folder/page.html"))
    monkeypatch.setattr(_host, "js_shim", lambda: shim)
    monkeypatch.setattr(ajax, "get", get)
    monkeypatch.setattr(_builtins, "read_over_http", set())
    monkeypatch.chdir(tmp_path)
    return responses


def test_a_file_that_is_not_in_memory_comes_from_the_server(server):
    with _builtins.open("data.txt") as file:
        assert (file.read(), file.name, file.mode) == ("é\n", "data.txt", "r")
    with _builtins.open("data.txt", "rb") as file:
        assert (file.read(), file.name, file.mode) == ("é\r\n".encode(), "data.txt", "rb")
    with _builtins.open("http://other/x", newline="") as file:
        assert file.read() == "é\r\n"
    url = "http://host/folder/data.txt"
    assert server.asked == [url, url, "http://other/x"]


def test_a_file_in_memory_does_not(server, tmp_path):
    with _builtins.open("own.txt", "w") as file:
        file.write("own")
    with _builtins.open(tmp_path / "own.txt") as file:
        assert file.read() == "own"
    assert server.asked == []


def test_an_absolute_path_only_for_the_program(server, monkeypatch):
    with _builtins.open("/no/such/file") as file:
        assert file.read() == "é\n"
    monkeypatch.setattr(_report, "is_users", lambda name: False)
    with pytest.raises(FileNotFoundError):
        _builtins.open("/no/such/other")
    assert server.asked == ["http://host/no/such/file"]


@pytest.mark.parametrize(
    ("status", "error"), [(404, FileNotFoundError), (410, FileNotFoundError), (500, OSError)]
)
def test_a_failure_is_an_os_error(server, status, error):
    server.status = status
    with pytest.raises(OSError, match=str(status)) as caught:
        _builtins.open("data.txt")
    assert type(caught.value) is error
    assert _builtins.read_over_http == set()


@pytest.mark.parametrize("mode", ["r+", "rb+"])
def test_a_file_on_the_server_cannot_be_written(server, mode):
    with pytest.raises(io.UnsupportedOperation, match="cannot write"):
        _builtins.open("data.txt", mode)
    with pytest.raises(io.UnsupportedOperation, match="http://other/x: send the content"):
        _builtins.open("http://other/x", "w")
    assert server.asked == []
    _builtins.open("data.txt").close()
    with pytest.raises(io.UnsupportedOperation, match="cannot write"):
        _builtins.open("data.txt", "w")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [(("x",), ValueError), (("rb", -1, "utf-8"), ValueError), (("r", -1, "no-such"), LookupError)],
)
def test_wrong_arguments_are_errors_before_the_request(server, arguments, error):
    with pytest.raises(error):
        _files.opened("data.txt", *(("rt b",) if arguments == ("x",) else arguments))
    assert server.asked == []


def test_a_line_without_an_end_is_written_at_once(monkeypatch):
    synced = []
    stream = SimpleNamespace(write=lambda text: None, flush=lambda: None, fileno=lambda: 1)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "__stdout__", stream)
    monkeypatch.setattr(_builtins, "os", SimpleNamespace(fsync=synced.append))
    _builtins.print("a line")
    _builtins.print("a line", end="\n")
    _builtins.print("a line", end=None)
    _builtins.print("elsewhere", end="", file=io.StringIO())
    assert synced == []
    _builtins.print("a part", end="")
    assert synced == [1]


def test_install(monkeypatch):
    for module, name in ((builtins, "print"), (builtins, "input"), (builtins, "open")):
        monkeypatch.setattr(module, name, getattr(module, name))
    monkeypatch.setattr(io, "open", io.open)
    _builtins.install()
    assert io.open is builtins.open is _builtins.open
    assert builtins.print is _builtins.print
