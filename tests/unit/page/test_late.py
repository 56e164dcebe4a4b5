"""Late modules import themselves on first use."""

import _thread
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from queue import SimpleQueue
from types import ModuleType, SimpleNamespace

import pytest

from browser.page import _late, _tasks
from browser.page._late import LateModule


@pytest.fixture
def late(tmp_path, monkeypatch):
    """A late module `later`, a package."""
    folder = tmp_path / "later"
    folder.mkdir()
    (folder / "__init__.py").write_text("x = 1\ndef f(): return x\n")
    (folder / "inner.py").write_text("import later\ny = later.x\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    monkeypatch.setattr(time, "sleep", time.sleep)
    monkeypatch.setattr(_late, "_ATTRIBUTES", {"later": {"early": 3, "x": "early"}})
    _late.install()
    return folder


def module():
    return sys.modules["later"]


@pytest.fixture
def log(late, monkeypatch):
    """Adds fake late modules asyncio and pyodide.webloop. Returns a list of what they do."""
    sources = {
        "asyncio/__init__": "def get_event_loop(): return 'loop'\n"
        "def _set_running_loop(loop): print(f'running {loop}')\n",
        "pyodide/webloop": "import time\n"
        "def _initialize_event_loop(): print('started')\n"
        "def sleep(seconds): print(f'slept {seconds}')\n"
        "time.sleep = sleep\n",
        "another": "x = 1\n",
    }
    for name, source in sources.items():
        file = late.parent / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(source)
    names = {"asyncio": {"get_event_loop": _late._get_event_loop}, "pyodide.webloop": {}}
    monkeypatch.setattr(_late, "_ATTRIBUTES", names | {"another": {}})
    _late.install()
    entries = []
    monkeypatch.setattr("builtins.print", entries.append)
    js = SimpleNamespace(queueMicrotask=lambda function: (print("queued"), function()))
    ffi = SimpleNamespace(can_run_sync=lambda: True, create_once_callable=lambda function: function)
    monkeypatch.setattr(_tasks, "watch", lambda: print("watching tasks"))
    fakes = {"pyodide": ModuleType("pyodide"), "pyodide.ffi": ffi, "js": js}
    for name, fake in fakes.items():
        monkeypatch.setitem(sys.modules, name, fake)
    return entries


STARTED = ["started", "watching tasks", "queued", "running loop"]


def test_the_first_use_of_asyncio_starts_the_loop(log):
    assert sys.modules["another"].x == 1
    assert log == []
    asyncio = sys.modules["asyncio"]
    assert asyncio.get_event_loop() == "loop"
    assert asyncio.get_event_loop() == "loop"
    assert log == STARTED


def test_the_first_use_of_the_loops_module_starts_the_loop(log):
    assert callable(sys.modules["pyodide.webloop"].sleep)
    assert type(sys.modules["asyncio"]) is ModuleType
    assert log == STARTED


def test_sleep_starts_the_loop_whose_sleep_it_is(log):
    time.sleep(3)
    time.sleep(4)
    assert log == [*STARTED, "slept 3", "slept 4"]


def test_where_python_cannot_suspend_callbacks_have_the_loop_already(log):
    sys.modules["pyodide.ffi"].can_run_sync = lambda: False
    time.sleep(3)
    assert log == ["started", "watching tasks", "slept 3"]


def in_a_thread(function, monkeypatch):
    """Returns the error of the function, which has no caller in its thread."""
    ended = SimpleQueue()
    monkeypatch.setattr(sys, "unraisablehook", lambda found: ended.put(found.exc_value))
    _thread.start_new_thread(function, ())
    return ended.get(timeout=60)


def test_before_python_code_runs_there_is_no_loop(log, monkeypatch):
    error = in_a_thread(_late._get_event_loop, monkeypatch)
    assert str(error) == "asyncio is not loaded yet"
    assert log == []


def test_python_code_that_waits_has_the_loop(log, monkeypatch):
    def waits():
        raise LookupError(_late._get_event_loop())

    assert in_a_thread(waits, monkeypatch).args == ("loop",)


def test_a_late_module_that_is_no_package_has_no_path(log):
    another = sys.modules["another"]
    assert not hasattr(another, "__path__")
    assert type(another) is LateModule
    with pytest.raises(ModuleNotFoundError, match="'another' is not a package"):
        import another.inner
    assert type(another) is LateModule
    assert another.x == 1
    assert not hasattr(another, "__path__")


def test_a_given_attribute_does_not_import_it(late):
    import later

    assert later.early == 3
    assert later.x == "early"
    assert later.__name__ == "later"
    assert not hasattr(later, "__warningregistry__")
    assert type(later) is LateModule


@pytest.mark.parametrize("use", ["import later; later.f", "from later import f", "later.__file__"])
def test_another_attribute_imports_it_in_place(late, use):
    before = module()
    exec(use, {"later": before})
    assert module() is before
    assert type(before) is ModuleType
    assert (before.x, before.f()) == (1, 1)
    assert before.__path__ == [str(late)]


def test_its_submodule_imports_it(late):
    import later.inner

    assert later.inner.y == 1
    assert type(later) is ModuleType


def test_a_late_submodule_is_its_attribute(late, monkeypatch):
    monkeypatch.setattr(_late, "_ATTRIBUTES", {"later": {}, "later.inner": {}})
    _late.install()
    assert type(module().inner) is LateModule
    assert module().inner.y == 1


def test_dir_imports_it(late):
    assert "f" in dir(module())


def test_a_failed_import_is_tried_again(late):
    (late / "__init__.py").write_text("1 / 0")
    with pytest.raises(ZeroDivisionError):
        module().f()
    assert type(module()) is LateModule
    assert module().x == "early"
    (late / "__init__.py").write_text("def f(): return 'now it works'\n")
    assert module().f() == "now it works"


def test_what_is_missing_after_the_import_is_missing(late):
    with pytest.raises(AttributeError, match="missing"):
        print(module().missing)
    assert type(module()) is ModuleType


def test_coroutine_functions_are_known_without_inspect():
    class Callable:
        async def method(self): ...
        def other(self): ...

    async def function(): ...

    known = [function, Callable().method, len, Callable().other, lambda: 0]
    assert [_late._is_coroutine_function(it) for it in known] == [True, True, False, False, False]


def test_a_traceback_without_colors():
    theme = _late._no_colors(force_no_color=True).traceback
    assert f"{theme.line_no}{theme.reset}" == ""


def test_what_is_given_is_what_the_import_would_give():
    given = _late._ATTRIBUTES["subprocess"]
    assert given == {name: getattr(subprocess, name) for name in given}
    import socket

    given = _late._ATTRIBUTES["socket"]
    assert given == {name: getattr(socket, name) for name in given}


def test_packages_are_installed_where_python_looks_for_them():
    folder = Path(sysconfig.get_path("purelib"))
    given = _late._ATTRIBUTES["pyodide._package_loader"]
    assert str(given["SITE_PACKAGES"]) == f"/lib/{folder.parent.name}/{folder.name}"


def test_there_are_no_colors():
    assert not _late._ATTRIBUTES["_colorize"]["can_colorize"](file=sys.stdout)


def test_ast_parses_without_ast():
    import ast

    assert ast.dump(_late._parse("x = 1")) == ast.dump(ast.parse("x = 1"))
