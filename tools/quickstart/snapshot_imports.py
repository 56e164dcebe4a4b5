"""Imports the modules that pages use, in the Pyodide of the memory snapshot
(tools/quickstart/snapshot.mjs). The snapshot fails if Python then refers to a JavaScript object."""

import gc
import json
import os
import re
import sys
import zipimport
from _thread import _local
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import FrozenImporter
from types import CodeType, FunctionType, ModuleType

from browser.page import _late, _library

MODULES = """
    contextlib json re urllib.parse js pyodide.ffi
    browser._arrays browser._objects browser._window browser.ajax
    browser.dom._bind browser.dom._content browser.dom._errors browser.dom._events
    browser.dom._measures browser.dom._node browser.html
    browser.page._runner browser.page._start browser.timer
"""
FOLDER = "/early"
"""It has this module and sitecustomize, which snapshot.mjs writes."""

PACKAGE = "/lib/pyodide_browser.zip"
OURS = ("browser", "javascript")
HAS_DOCSTRING = 0x4000000  # inspect.CO_HAS_DOCSTRING, new in Python 3.13
LOAD_CONST = (lambda: "").__code__.co_code[2]  # after RESUME; `dis` would stay in the snapshot


def main(zips: str, tables: str) -> str:
    """Returns the names of the modules that the snapshot has, and writes addresses.json.
    `tables` are those of tools/quickstart/groups.py, by the names in `zips`, which has their paths.
    """
    # Before browser._json limits its depth with JavaScript functions.
    paths, found = json.loads(zips), json.loads(tables)
    for name in MODULES.split():
        import_module(name)
    _late.bind(sys.modules["pyodide"])
    # Their code comes with the deferred WebAssembly file; the library has these modules, too.
    sys.meta_path.remove(FrozenImporter)
    # The run of the first script finds it in the cache of `re`.
    re.compile("__main__")
    # Pyodide looks for it before each script.
    _local().__dict__  # noqa: B018
    if "random" in sys.modules:
        raise RuntimeError("each page must seed its own random numbers")
    modules = [name for name, it in sys.modules.items() if type(it) is not _late.LateModule]
    forget_early_modules()
    _library.install({paths[name]: table for name, table in found.items()})
    _late.find()
    drop_docstrings()
    gc.collect()
    sys._clear_internal_caches()  # type: ignore[attr-defined]  # new in Python 3.14
    write_addresses()
    return " ".join(modules)


def forget_early_modules() -> None:
    """Leaves `sys` as it is in a Python that did not start from /early."""
    sys.path[:] = [path for path in sys.path if path not in (FOLDER, PACKAGE)] + [PACKAGE]
    for name in ("PYTHONPATH", "PYTHONHASHSEED"):
        del os.environ[name]
    for name in ("sitecustomize", __name__):
        del sys.modules[name]
    zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]


def drop_docstrings() -> None:
    """Removes the docstrings of the standard library, a tenth of the snapshot, and those of ours
    that `help` shows nobody."""
    for found in gc.get_objects():
        module = getattr(found, "__module__", found.__name__ if type(found) is ModuleType else "")
        name = found.__qualname__ if isinstance(found, FunctionType | type) else module
        if not isinstance(module, str) or is_public(name, module):
            continue
        if isinstance(found, FunctionType):
            found.__code__ = undocumented(found.__code__)
        if isinstance(found, FunctionType | ModuleType | type) and found.__doc__:
            try:
                found.__doc__ = None
            except (AttributeError, TypeError):  # a type written in C
                continue


def is_public(name: str, module: str) -> bool:
    """Whether a program of a page uses this. Private modules have public classes, too."""
    if module.partition(".")[0] not in OURS or module.startswith("browser.page."):
        return False
    return not any(part.startswith("_") for part in name.split("."))


def undocumented(code: CodeType) -> CodeType:
    constants = [undocumented(it) if isinstance(it, CodeType) else it for it in code.co_consts]
    flags = code.co_flags
    steps = zip(code.co_code[::2], code.co_code[1::2], strict=True)
    used = (LOAD_CONST, 0) in steps
    if flags & HAS_DOCSTRING and not used:
        constants[0] = None
        flags &= ~HAS_DOCSTRING
    return code.replace(co_consts=tuple(constants), co_flags=flags)


def write_addresses() -> None:
    """Writes the addresses of the line tables of all functions, [address, length] of each `bytes`
    object, and where in it the content begins; of an object that Python never frees; of the
    pointers of the garbage collector at an object in its list; and of the type `str`."""
    tables = {id(code.co_linetable): len(code.co_linetable) for code in all_code()}
    pointers = sys.getsizeof([]) - [].__sizeof__()
    found = {
        "lineTables": [table for table in tables.items() if table[1] > 1],
        "contentAt": sys.getsizeof(b"") - 1,
        "immortal": id(None),
        "member": id(sys.modules) - pointers,
        "strType": id(str),
    }
    with open(f"{FOLDER}/addresses.json", "w") as file:
        json.dump(found, file)


def all_code() -> Iterator[CodeType]:
    found = [it.__code__ for it in gc.get_objects() if isinstance(it, FunctionType)]
    while found:
        code = found.pop()
        yield code
        found.extend(it for it in code.co_consts if isinstance(it, CodeType))
