"""What the quick start changes in Pyodide's Python: the start and asyncio import less.

src/browser/page/_late.py imports whole modules late; these files use something of them at once.
"""

Patch = tuple[str, str]
"""A text that occurs once in the file, and its replacement."""

SIGNATURE = """\
    code = func.__code__
    total = code.co_argcount + code.co_kwonlyargcount
    names = list(code.co_varnames[: total + 2])
    defaults = func.__defaults__ or ()
    values = dict(zip(names[code.co_argcount - len(defaults) : code.co_argcount], defaults))
    values |= func.__kwdefaults__ or {}
    shown = [f"{name}={values[name]!r}" if name in values else name for name in names]
    parts = shown[: code.co_argcount]
    if code.co_posonlyargcount:
        parts.insert(code.co_posonlyargcount, "/")
    if code.co_flags & 4:
        parts.append(f"*{names[total]}")
    elif code.co_kwonlyargcount:
        parts.append("*")
    parts += shown[code.co_argcount : total]
    if code.co_flags & 8:
        parts.append(f"**{names[total + (code.co_flags >> 2 & 1)]}")
    sig = f"({', '.join(parts)})"
"""
"""The signature of a Python function, without its annotations."""

LATE_IN_ASYNCIO = """\
_LATE = {
    "graph": (
        "capture_call_graph", "format_call_graph", "print_call_graph",
        "FrameCallGraphEntry", "FutureCallGraph",
    ),
    "streams": (
        "StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
    ),
    "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
    "unix_events": ("SelectorEventLoop", "EventLoop"),
}
__all__ += tuple(name for names in _LATE.values() for name in names)

def __getattr__(name: str):
    for module, names in _LATE.items():
        if name == module or name in names:
            from importlib import import_module
            found = import_module(f"asyncio.{module}")
            if name != module:
                found = globals()[name] = getattr(found, name)
            return found
    import warnings
"""
"""What asyncio imports for sockets and processes, which no browser has, and for debugging."""

LATE_LOGGER = """\
class _Logger:
    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger({name}), name)
{variable} = _Logger()
"""

SLEEP = "@wraps(_orig_sleep, assigned=('__module__', '__name__', '__qualname__'))\n"
SLEEP_DOCUMENTATION = """\
    _sleep.__doc__ = (
        "sleep(seconds)\\n\\nDelay execution for a given number of seconds.  The argument may be\\n"
        "a floating-point number for subsecond precision."
    )
"""

PATCHES: dict[str, list[Patch]] = {
    "asyncio/__init__.py": [
        ("from .graph import *\n", ""),
        ("from .streams import *\nfrom .subprocess import *\n", ""),
        ("           graph.__all__ +\n", ""),
        ("           streams.__all__ +\n           subprocess.__all__ +\n", ""),
        (
            """\
else:
    from .unix_events import *  # pragma: no cover
    __all__ += unix_events.__all__
""",
            "",
        ),
        ("def __getattr__(name: str):\n    import warnings\n", LATE_IN_ASYNCIO),
        (
            "            return unix_events._DefaultEventLoopPolicy\n",
            "            return __getattr__('unix_events')._DefaultEventLoopPolicy\n",
        ),
    ],
    "asyncio/base_events.py": [
        ("_HAS_IPv6 = hasattr(socket, 'AF_INET6')\n", "_HAS_IPv6 = True\n"),
        ("if hasattr(socket, 'TCP_NODELAY'):\n", "if True:\n"),
    ],
    "asyncio/futures.py": [
        ("import logging\n", ""),
        ("STACK_DEBUG = logging.DEBUG - 1 ", "STACK_DEBUG = 9 "),
    ],
    "asyncio/log.py": [
        ("import logging\n", ""),
        (
            "logger = logging.getLogger(__package__)\n",
            LATE_LOGGER.format(variable="logger", name="'asyncio'"),
        ),
    ],
    "concurrent/futures/_base.py": [
        ("import logging\n", ""),
        (
            'LOGGER = logging.getLogger("concurrent.futures")\n',
            LATE_LOGGER.format(variable="LOGGER", name="'concurrent.futures'"),
        ),
    ],
    # Of JsProxy's methods: the snapshot has no docstrings.
    "_pyodide/docstring.py": [
        (
            """\
    from inspect import _empty, signature

    sig = signature(func)
    # remove param and return annotations and
    for param in sig.parameters.values():
        param._annotation = _empty  # type: ignore[attr-defined]
    sig._return_annotation = _empty  # type: ignore[attr-defined]
""",
            SIGNATURE,
        ),
        ('dedent_docstring(func.__doc__) if func.__doc__ is not None else ""', '""'),
    ],
    # The default policy is in asyncio.unix_events. A warning, also one that is not shown, needs the
    # number of its line, which comes with the deferred WebAssembly file, as C's documentation does.
    "pyodide/webloop.py": [
        (
            "class WebLoopPolicy(asyncio.DefaultEventLoopPolicy):",
            "class WebLoopPolicy(asyncio.events._BaseDefaultEventLoopPolicy):",
        ),
        (
            "    asyncio.set_event_loop_policy(policy)\n",
            "    asyncio.events._set_event_loop_policy(policy)\n",
        ),
        ("@wraps(_orig_sleep)\n", SLEEP),
        ("    time.sleep = _sleep\n", "    time.sleep = _sleep\n" + SLEEP_DOCUMENTATION),
    ],
    # Signatures of JavaScript functions: needs `inspect` for those that a program declares.
    "_pyodide/jsbind.py": [
        (
            """\
from inspect import (
    Parameter,
    getattr_static,
    isclass,
    iscoroutinefunction,
    ismethod,
    signature,
)
""",
            "",
        ),
        (
            "    res_attr = getattr_static(sig, attr, None)\n",
            "    from inspect import getattr_static\n\n"
            "    res_attr = getattr_static(sig, attr, None)\n",
        ),
        ("no_default = Parameter.empty\n", "class no_default: ...\n"),
        (
            '    cache_name = "_js_sig"\n',
            '    from inspect import isclass, ismethod\n\n    cache_name = "_js_sig"\n',
        ),
        (
            "    sig = signature(f)\n",
            "    from inspect import Parameter, iscoroutinefunction, signature\n\n"
            "    sig = signature(f)\n",
        ),
        (
            "kwparam_defaults.append(p.default)",
            "kwparam_defaults.append(no_default if p.default is Parameter.empty else p.default)",
        ),
        (
            "default_signature = func_to_sig_inner(_default_sig_stencil, None)\n",
            "default_signature = JsFuncSignature(_default_sig_stencil, False, 0, (), (),"
            " py2js_default, (), (), (), py2js_default, js2py_default_call_result)\n",
        ),
    ],
}


def patched(files: dict[str, bytes]) -> dict[str, bytes]:
    """Returns the changed files. Raises ValueError that lists all patches that do not match."""
    changed, problems = {}, []
    for name, patches in PATCHES.items():
        source = files.get(name, b"").decode()
        for text, replacement in patches:
            if source.count(text) != 1:
                problems.append(f"{name}: {source.count(text)} matches instead of 1: {text!r}")
            source = source.replace(text, replacement)
        changed[name] = source.encode()
    if problems:
        raise ValueError("\n".join(["Pyodide's Python does not match:", *problems]))
    return changed
