"""What `brython(options)`, `<brython-options>` and scripts may say."""

import json
import warnings
from dataclasses import dataclass, field
from typing import Any

_WITHOUT_MEANING = frozenset(
    {"cache", "debug", "indexeddb", "js_tab", "static_stdlib_import", "args", "python_paths"}
)
"""Brython's options that say how to translate Python to JavaScript, or where to keep it."""


@dataclass
class Options:
    pythonpath: list[str] = field(default_factory=list)
    """Where imports look after the page's own folder: URLs, relative to the page."""
    ids: list[str] | None = None
    """The scripts to run, by id; None: all."""


options = Options()


def configure(attributes: str) -> None:
    """Takes options as JSON, in Brython's names; warns of one that is unknown."""
    for name, value in json.loads(attributes).items():
        if name == "pythonpath":
            options.pythonpath = _words(value)
        elif name == "ids":
            options.ids = _words(value)
        elif name.lower() not in _WITHOUT_MEANING:
            known = "pythonpath, ids, debug, cache, args, indexedDB"
            message = f"brython(): unknown option {name!r}; known: {known}"
            warnings.warn(message, RuntimeWarning, stacklevel=2)


def as_json() -> str:
    """What `configure` takes, for a worker."""
    return json.dumps({"pythonpath": options.pythonpath})


def _words(value: Any) -> list[str]:
    return value.split() if isinstance(value, str) else [str(word) for word in value]
