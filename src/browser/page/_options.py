"""The options of `brython(options)`, `<brython-options>` and script elements."""

import json
import warnings
from typing import Any

_WITHOUT_MEANING = frozenset(
    {"cache", "debug", "indexeddb", "js_tab", "static_stdlib_import", "args", "python_paths"}
)
"""Options for Brython's translation of Python to JavaScript, and for its storage: ignored."""


class Options:
    def __init__(self) -> None:
        self.pythonpath: list[str] = []
        """Folders for imports, after the folder of the page: URLs, relative to the page."""

        self.ids: list[str] | None = None
        """The ids of the scripts to run; None for all."""


options = Options()


def configure(attributes: str) -> None:
    """Sets options from JSON, with Brython's names. Warns about unknown ones."""
    for name, value in json.loads(attributes).items():
        if name == "pythonpath":
            options.pythonpath = words(value)
        elif name == "ids":
            options.ids = words(value)
        elif name.lower() not in _WITHOUT_MEANING:
            known = "pythonpath, ids, debug, cache, args, indexedDB"
            message = f"brython(): unknown option {name!r}; known: {known}"
            warnings.warn(message, RuntimeWarning, stacklevel=2)


def as_json() -> str:
    """The options for `configure` in a worker."""
    return json.dumps({"pythonpath": options.pythonpath})


def words(value: Any) -> list[str]:
    return value.split() if isinstance(value, str) else [str(word) for word in value]
