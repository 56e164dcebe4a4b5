"""The numbers and names that Python shares with js_shim/. `python -m tools.codes` writes them to
js_shim/codes.ts."""

VERSION = "0.1.0"
"""Both halves must have the same one."""

SHIM_MODULE = "_pyodide_browser_shim"
"""The name under which Python imports js_shim/bridge/shim.ts."""

# What `identify` in js_shim/bridge/js_values.ts returns for a value. A positive number is a node's
# id; GIVEN minus n is the value that Python gave to JavaScript under the number n.
OBJECT = 0
ARRAY = -1
FUNCTION = -2
EVENT = -3
PROMISE = -4
OPTIONS = -5
COLLECTION = -6
BUFFER = -7
TYPED_ARRAY = -8
ERROR = -9
DERIVED = -10
GIVEN = -100

# The events of a request that Python wants besides its end: the bits of `wanted` in
# js_shim/bridge/xhr.ts.
LOADED = 1
INTERACTIVE = 2
PROGRESS = 4
LOADSTART = 8
UPLOAD = 16
DONE = 32
LOADEND = 64

STALE = -1
"""The status in the last events of a request that a callback has aborted or replaced meanwhile."""
