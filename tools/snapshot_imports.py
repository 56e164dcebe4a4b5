"""Runs in the Pyodide of which a memory snapshot is taken (tools/snapshot.mjs): imports what pages
use. Nothing here may leave a reference to a JavaScript object behind, or the snapshot fails."""

import gc
import random
import re
import sys
from importlib import import_module

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


def blank(most: int = 3 << 20) -> None:
    """Overwrites what Python has freed with zeros, which take no room in the snapshot."""
    header = sys.getsizeof(b"")
    for size in range(32, 513, 16):
        blocks = [bytes(size - header) for _ in range(most // size)]
        del blocks


gc.collect()
blank()
