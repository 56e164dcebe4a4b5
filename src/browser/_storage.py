"""The base of `local_storage` and `session_storage`."""

from collections.abc import Iterator, MutableMapping
from typing import Any

from browser._bridge import bridge
from browser._host import NoBrowserError


class Storage(MutableMapping[str, str]):
    """The browser's storage as a dict of str. JavaScript sees the same str.

    Raises TypeError for keys and values that are not str, NoBrowserError where there is none."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    @property
    def _js(self) -> Any:
        storage = bridge.storage(self._kind)
        if storage is None:
            raise NoBrowserError(f"a worker has no {self._kind}: use it in the page")
        if storage is bridge.null:
            raise NoBrowserError(f"the browser denies {self._kind}: a sandboxed frame has none")
        return storage

    def __getitem__(self, key: str) -> str:
        value = self._js.getItem(_text(key, "key"))
        if value is bridge.null:
            raise KeyError(key)
        return str(value)

    def __setitem__(self, key: str, value: str) -> None:
        self._js.setItem(_text(key, "key"), _text(value, "value"))

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._js.removeItem(key)

    def __contains__(self, key: object) -> bool:
        return self._js.getItem(_text(key, "key")) is not bridge.null

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return int(self._js.length)

    def keys(self) -> list[str]:  # type: ignore[override]
        return list(bridge.storageKeys(self._js))

    def values(self) -> list[str]:  # type: ignore[override]
        return [self[key] for key in self.keys()]

    def items(self) -> list[tuple[str, str]]:  # type: ignore[override]
        return [(key, self[key]) for key in self.keys()]

    def clear(self) -> None:
        self._js.clear()

    def __repr__(self) -> str:
        return f"<browser {self._kind}: {len(self)} items>"


def _text(value: object, what: str) -> str:
    if not isinstance(value, str):
        name = type(value).__name__
        raise TypeError(
            f"{what} must be str, not {name}: for other values use browser.object_storage"
        )
    return value
