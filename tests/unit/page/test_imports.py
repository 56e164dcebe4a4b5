"""Modules and packages beside the page, found over HTTP."""

import sys
import warnings
from importlib import import_module, invalidate_caches
from traceback import extract_tb
from types import SimpleNamespace

import pytest

from browser import _host, _report
from browser.page import _imports, _options
from browser.page._imports import PageFinder

BASE = "http://host/folder/page.html"


@pytest.fixture
def files(monkeypatch):
    """The files of the server, by URL; `asked` lists the requested URLs."""
    found, asked = {}, []

    def text(url):
        asked.append(url)
        return found.get(url)

    shim = SimpleNamespace(files=SimpleNamespace(text=text, base=lambda: BASE))
    monkeypatch.setattr(_host, "js_shim", lambda: shim)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    monkeypatch.setattr(_imports, "options", _options.Options())
    _imports.install()
    assert isinstance(sys.meta_path[-1], PageFinder)
    return SimpleNamespace(found=found, asked=asked)


def test_a_module_beside_the_page(files):
    files.found["http://host/folder/nearby.py"] = "x = 1\n"
    module = import_module("nearby")
    assert (module.x, module.__file__) == (1, "http://host/folder/nearby.py")
    assert module.__loader__.get_source("nearby") == "x = 1\n"
    assert not hasattr(module, "__path__")
    assert files.asked == ["http://host/folder/nearby.py"]


def test_a_package_and_its_module(files):
    files.found["http://host/folder/parcel/__init__.py"] = "from parcel import inner"
    files.found["http://host/folder/parcel/inner.py"] = "x = 1"
    package = import_module("parcel")
    assert package.inner.x == 1
    assert list(package.__path__) == ["http://host/folder/parcel/"]
    assert files.asked == [
        "http://host/folder/parcel.py",
        "http://host/folder/parcel/__init__.py",
        "http://host/folder/parcel/inner.py",
    ]


def test_a_package_with_folders_here_and_on_the_server(files):
    files.found["http://host/folder/parcel/__init__.py"] = "__path__.insert(0, '/nowhere')"
    files.found["http://host/folder/parcel/inner.py"] = "x = 1"
    assert import_module("parcel.inner").x == 1


class JsError(ConnectionError):
    """Stands for a JavaScript error."""

    def __init__(self, name):
        super().__init__(name)
        self.name = name


@pytest.fixture(params=["blocking", "suspended"])
def broken(request, files, monkeypatch):
    """Makes each request raise an error with this name, blocking or not."""

    def break_(name):
        def fail(*_):
            raise JsError(name)

        monkeypatch.setattr(_host.js_shim().files, "text", fail)
        monkeypatch.setattr(_host, "fetched", fail)
        monkeypatch.setattr(_host, "has_document", lambda: True)
        monkeypatch.setattr(_host, "can_suspend", lambda: request.param == "suspended")

    return break_


def test_a_file_that_does_not_arrive_in_time_is_an_import_error(broken):
    broken("TimeoutError")
    with pytest.raises(ImportError) as caught:
        import_module("stalled")
    url = "http://host/folder/stalled.py"
    assert str(caught.value) == f"GET {url}: the server did not respond in time"
    assert caught.value.path == url


@pytest.mark.parametrize("error", ["NetworkError", "TypeError"])
def test_a_server_that_cannot_be_reached_has_no_module(broken, error):
    broken(error)
    with pytest.raises(ModuleNotFoundError):
        import_module("unreachable")


@pytest.mark.parametrize(
    ("status", "content_type", "is_there"),
    [(200, "text/x-python", True), (200, "text/html; charset=utf-8", False), (404, "", False)],
)
def test_a_page_suspends_python_if_it_can(files, monkeypatch, status, content_type, is_there):
    limits = []

    def fetched(url, limit):
        limits.append(limit)
        return status, content_type, "x = 1"

    monkeypatch.setattr(_host, "fetched", fetched)
    monkeypatch.setattr(_host, "has_document", lambda: True)
    monkeypatch.setattr(_host, "can_suspend", lambda: True)
    needed = []
    monkeypatch.setattr(_host, "run_sync", lambda promise: promise)
    _host.js_shim().files.need = needed.append
    if is_there:
        assert import_module("nearby").x == 1
        assert needed == ["x = 1"]
        assert limits == [30_000], "milliseconds"
    else:
        with pytest.raises(ModuleNotFoundError):
            import_module("nearby")
    assert files.asked == []


@pytest.mark.parametrize("folder", ["lib", "lib/"])
def test_the_folders_of_pythonpath_come_after_the_pages_own(files, folder):
    _imports.options.pythonpath = [folder]
    files.found["http://host/folder/lib/there.py"] = "x = 1"
    assert import_module("there").x == 1
    assert files.asked[0] == "http://host/folder/there.py"


def test_what_is_missing_is_asked_for_once_until_caches_are_invalidated(files):
    for _ in range(2):
        with pytest.raises(ModuleNotFoundError, match="nowhere"):
            import_module("nowhere")
    urls = ["http://host/folder/nowhere.py", "http://host/folder/nowhere/__init__.py"]
    assert files.asked == urls
    files.found[urls[0]] = "x = 1"
    invalidate_caches()
    assert import_module("nowhere").x == 1


def test_names_of_the_standard_library_are_not_asked_for(files):
    assert PageFinder().find_spec("msvcrt", None) is None
    assert files.asked == []


def test_modules_of_packages_on_the_disk_are_not_asked_for(files):
    assert PageFinder().find_spec("email.nothing", ["/usr/lib/python3/email"]) is None
    assert files.asked == []


def test_a_traceback_shows_the_file_as_the_page_knows_it(files):
    files.found["http://host/folder/lib/broken.py"] = "1 / 0"
    files.found["http://host/folder/lib/__init__.py"] = ""
    with pytest.raises(ZeroDivisionError) as caught:
        import_module("lib.broken")
    assert extract_tb(caught.tb)[-1].filename == "lib/broken.py"


def test_a_page_runs_the_scripts_that_its_options_name(files, monkeypatch):
    with warnings.catch_warnings():
        sys.modules.pop("browser.page._runner", None)
        runner = import_module("browser.page._runner")
        assert warnings.showwarning is _report.show_warning
        options = _options.Options()
        monkeypatch.setattr(runner, "options", options)
        monkeypatch.setattr(sys, "argv", [])
        for ids, ran in ((None, True), (["one"], True), (["other"], False)):
            sys.modules.pop("one", None)
            options.ids = ids
            assert runner.run_script("one", "x = 1", "", BASE) is None
            assert ("one" in sys.modules) is ran
