"""Modules that the memory snapshot has as names only. Their first use imports them.

Pyodide imports asyncio, inspect and others at its start, and uses them later or never. asyncio
imports modules for sockets and processes, which it does not use in a browser.
tools/quickstart/snapshot.mjs calls `install` before Pyodide imports them.
"""

import sys
import time
from importlib.machinery import ModuleSpec, PathFinder
from types import FunctionType, MethodType, ModuleType, SimpleNamespace
from typing import Any

_ASKED_OF_ALL = frozenset({"__warningregistry__"})
"""Attributes that the standard library looks for in each module."""

_CO_COROUTINE = 128
"""`inspect.CO_COROUTINE`."""

_original_sleep = time.sleep


class LateModule(ModuleType):
    """Imports itself when a program asks for an attribute that it does not have yet."""

    def __getattr__(self, name: str) -> Any:
        if name in _ASKED_OF_ALL or (name == "__path__" and not _is_package(self)):
            raise AttributeError(name)
        load(self)
        return getattr(self, name)

    def __dir__(self) -> list[str]:
        load(self)
        return dir(self)


def install() -> None:
    """Adds the late modules to `sys.modules`, with the attributes that Pyodide reads at its start.
    Their import replaces these."""
    for name, attributes in _ATTRIBUTES.items():
        sys.modules[name] = LateModule(name)
        sys.modules[name].__dict__.update(attributes)
    find()
    time.sleep = sleep  # type: ignore[assignment]


def find() -> None:
    """Finds out how to import the late modules. Called again when `sys.path_hooks` has changed."""
    for name in _ATTRIBUTES:
        module = sys.modules[name]
        if type(module) is LateModule:
            spec = _spec(name)
            module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent


def bind(package: ModuleType) -> None:
    """Makes late modules attributes of their package, as their import does."""
    for name in _ATTRIBUTES:
        parent, _, child = name.rpartition(".")
        if parent == package.__name__:
            setattr(package, child, sys.modules[name])


def _spec(name: str) -> ModuleSpec:
    """Finds a module without importing its package."""
    package = name.rpartition(".")[0]
    spec = PathFinder.find_spec(name, [f"{path}/{package}" for path in sys.path])
    assert spec is not None, name
    return spec


def load(module: ModuleType) -> None:
    """Imports a late module in place. If that fails, its next use tries again."""
    if type(module) is not LateModule:
        return
    if module.__name__ == "pyodide.webloop":
        load(sys.modules["asyncio"])  # which loads it
        return
    _execute(module)
    if module.__name__ == "asyncio":
        _start_loop(module)


def _is_package(module: ModuleType) -> bool:
    spec = module.__spec__
    return spec is not None and spec.submodule_search_locations is not None


def sleep(seconds: float, /) -> None:
    """`time.sleep` until asyncio is loaded: Pyodide's event loop has its own."""
    load(sys.modules["asyncio"])
    time.sleep(seconds)


def _execute(module: ModuleType) -> None:
    spec = module.__spec__
    assert spec is not None
    assert spec.loader is not None
    before = dict(module.__dict__)
    module.__class__ = ModuleType
    module.__file__ = spec.origin
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    try:
        spec.loader.exec_module(module)
        bind(module)
    except BaseException:
        module.__dict__.clear()
        module.__dict__.update(before)
        module.__class__ = LateModule
        raise


def _start_loop(asyncio: ModuleType) -> None:
    """As `import pyodide` does."""
    time.sleep = _original_sleep
    webloop = sys.modules["pyodide.webloop"]
    _execute(webloop)
    webloop._initialize_event_loop()
    from browser.page._tasks import watch

    watch()
    _make_it_run_in_callbacks(asyncio)


def _make_it_run_in_callbacks(asyncio: ModuleType) -> None:
    """A script that can be suspended runs in a thread state of its own; callbacks run in that of
    the page. Each has its own running loop."""
    from pyodide.ffi import can_run_sync, create_once_callable

    if not can_run_sync():
        return
    from js import queueMicrotask

    loop = asyncio.get_event_loop()
    queueMicrotask(create_once_callable(lambda: asyncio._set_running_loop(loop)))


def _refer_to_callbacks() -> None:
    """A snapshot of Pyodide has references to certain JavaScript objects, in a certain order."""
    from pyodide_js._api import scheduleCallback  # type: ignore[import-not-found]

    vars(sys.modules["pyodide.webloop"])["scheduleCallback"] = scheduleCallback
    from pyodide_js import loadedPackages

    vars(sys.modules["pyodide._package_loader"])["loadedPackages"] = loadedPackages


def _get_event_loop() -> Any:
    """Pyodide calls it before each script, where an error means that there is no loop, and when
    Python code waits."""
    try:
        sys._getframe(1)
    except ValueError:
        raise RuntimeError("asyncio is not loaded yet") from None
    asyncio = sys.modules["asyncio"]
    load(asyncio)
    return asyncio.get_event_loop()


def _parse(source: str) -> Any:
    from _ast import PyCF_ONLY_AST

    return compile(source, "<unknown>", "exec", PyCF_ONLY_AST)


def _is_coroutine_function(function: object) -> bool:
    """Pyodide keeps a reference to it for good."""
    if type(function) is MethodType:
        function = function.__func__
    if type(function) is FunctionType:
        return bool(function.__code__.co_flags & _CO_COROUTINE)
    return bool(sys.modules["inspect"].iscoroutinefunction(function))


class _Colorless:
    def __getattr__(self, name: str) -> str:
        return ""


def _no_colors(**_options: bool) -> SimpleNamespace:
    """The theme of a traceback."""
    return SimpleNamespace(traceback=_Colorless())


class _Folder:
    """Its path, for Pyodide."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


def _print_exception(*arguments: Any, **options: Any) -> None:
    """Pyodide makes it `sys.excepthook`."""
    traceback = sys.modules["traceback"]
    load(traceback)
    traceback.print_exception(*arguments, **options)


_PYTHON = f"python{sys.version_info[0]}.{sys.version_info[1]}"
_ATTRIBUTES: dict[str, dict[str, object]] = {
    "_colorize": {"can_colorize": lambda **_: False, "get_theme": _no_colors},
    "ast": {"parse": _parse},
    "asyncio.sslproto": {},
    "asyncio": {"get_event_loop": _get_event_loop},
    "ipaddress": {},
    "inspect": {"iscoroutinefunction": _is_coroutine_function},
    "signal": {},
    "socket": {"AF_UNSPEC": 0, "AI_PASSIVE": 1, "SOCK_STREAM": 1},
    "ssl": {},
    "subprocess": {"PIPE": -1, "STDOUT": -2, "DEVNULL": -3},
    "tokenize": {},
    "traceback": {"print_exception": _print_exception},
    "pyodide._package_loader": {
        "SITE_PACKAGES": _Folder(f"/lib/{_PYTHON}/site-packages"),
        "DSO_DIR": _Folder("/usr/lib"),
    },
    "pyodide.code": {},
    "pyodide.webloop": {"_initialize_event_loop": _refer_to_callbacks},
}
