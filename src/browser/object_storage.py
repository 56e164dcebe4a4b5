"""Stores keys and values of all types that JSON has in a storage of str."""

import json
from collections.abc import Iterator, MutableMapping
from typing import Any

__all__ = ["ObjectStorage"]


class ObjectStorage(MutableMapping[Any, Any]):
    """``ObjectStorage(local_storage.storage)``. A value from it is a copy: store it again after a
    change. Raises TypeError for keys and values that are not JSON serializable."""

    def __init__(self, storage: MutableMapping[str, str]) -> None:
        self.storage = storage

    def __getitem__(self, key: Any) -> Any:
        try:
            return json.loads(self.storage[json.dumps(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key: Any, value: Any) -> None:
        self.storage[json.dumps(key)] = json.dumps(value)

    def __delitem__(self, key: Any) -> None:
        try:
            del self.storage[json.dumps(key)]
        except KeyError:
            raise KeyError(key) from None

    def __contains__(self, key: object) -> bool:
        return json.dumps(key) in self.storage

    def __iter__(self) -> Iterator[Any]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.storage)

    def keys(self) -> list[Any]:  # type: ignore[override]
        """A list, because keys may be lists and dicts, which are not hashable."""
        return [json.loads(key) for key in self.storage]

    def values(self) -> list[Any]:  # type: ignore[override]
        return [json.loads(value) for value in self.storage.values()]

    def items(self) -> list[tuple[Any, Any]]:  # type: ignore[override]
        return list(zip(self.keys(), self.values(), strict=True))

    def clear(self) -> None:
        self.storage.clear()
