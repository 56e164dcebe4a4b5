"""TEMPORARY: replaced by the DOM half."""

from typing import Any


def to_python(value: Any) -> Any:
    if type(value).__name__ in ("JsNull",):
        return None
    return value
