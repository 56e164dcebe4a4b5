"""Runs in the Pyodide of which a memory snapshot is taken (tools/snapshot.mjs): imports what pages
use. Nothing here may leave a reference to a JavaScript object behind, or the snapshot fails."""

import dis
import gc
import random
import re
import sys
from importlib import import_module
from types import CodeType, FunctionType, ModuleType

MODULES = """
    asyncio json re urllib.parse js pyodide.code pyodide.ffi
    browser._objects browser._storage browser._window browser.ajax browser.dom.content
    browser.dom.errors browser.dom.events browser.dom.measures browser.dom.node browser.html
    browser.page.runner browser.page.start browser.timer javascript
"""

sys.path.append("/lib/pyodide_browser.zip")
for name in MODULES.split():
    import_module(name)
# What the run of the first script looks for in the cache of `re`.
re.compile("__main__")

generators = [found for found in gc.get_objects() if type(found) is random.Random]
if generators != [random._inst]:
    raise RuntimeError("browser.page.start reseeds only one random.Random, and here are more")

# What Python knows of its zips stays in another cache.
sys.path_importer_cache.clear()


OURS = ("browser", "javascript")
HAS_DOCSTRING = 0x4000000  # inspect.CO_HAS_DOCSTRING, new in Python 3.13


def undocumented(code: CodeType) -> CodeType:
    constants = [undocumented(it) if isinstance(it, CodeType) else it for it in code.co_consts]
    flags = code.co_flags
    used = any(step.opname == "LOAD_CONST" and step.arg == 0 for step in dis.get_instructions(code))
    if flags & HAS_DOCSTRING and not used:
        constants[0] = None
        flags &= ~HAS_DOCSTRING
    return code.replace(co_consts=tuple(constants), co_flags=flags)


def drop_docstrings() -> None:
    """Of the standard library: a tenth of the snapshot, which each page would load."""
    for found in gc.get_objects():
        module = getattr(found, "__module__", found.__name__ if type(found) is ModuleType else "")
        if not isinstance(module, str) or module.partition(".")[0] in OURS:
            continue
        if isinstance(found, FunctionType):
            found.__code__ = undocumented(found.__code__)
        if isinstance(found, FunctionType | ModuleType | type) and found.__doc__:
            try:
                found.__doc__ = None
            except (AttributeError, TypeError):  # of a type written in C
                continue


def blank(most: int = 3 << 20) -> None:
    """Overwrites what Python has freed with zeros, which take no room in the snapshot."""
    header = sys.getsizeof(b"")
    for size in range(32, 513, 16):
        blocks = [bytes(size - header) for _ in range(most // size)]
        del blocks


drop_docstrings()
gc.collect()
blank()
