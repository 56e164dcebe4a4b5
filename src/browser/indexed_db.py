"""The browser's database: ``store.put({"name": "Ann"}, 1)``, with callbacks or ``await``.

Not in the wheel. A request that is awaited may end its transaction, because the browser closes one
without open requests. The next request through the same `ObjectStore` then begins another one. For
several changes together, start all requests and await the last one.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any

from browser import _bridge, _window
from browser._bridge import Wrapper
from browser._host import NoBrowserError, js_exception
from browser._objects import JSObject

__all__ = ["Index", "IndexedDB", "IndexedDBError", "ObjectStore", "Request", "Transaction"]

type Listener = Callable[[Any], object]

_MODES = {"read": "readonly", "readonly": "readonly", "readwrite": "readwrite"}
_ENDED = ("TransactionInactiveError", "InvalidStateError")
"""What JavaScript says of a request to a transaction that has ended."""


class IndexedDBError(Exception):
    """A request that failed. `name` is the DOMException's: "ConstraintError", "VersionError", …"""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(f"{name}: {message}")
        self.name = name


class Request:
    """A request: `await` it for its result. `raw` is JavaScript's IDBRequest."""

    def __init__(
        self,
        raw: JSObject,
        onsuccess: Listener | None = None,
        onerror: Listener | None = None,
        convert: Callable[[Any], Any] | None = None,
    ) -> None:
        self.raw = raw
        self._convert = _plain if convert is None else convert
        self._handled = onerror is not None
        self._future: Any = None
        if onsuccess is not None:
            raw.bind("success", onsuccess)
        if onerror is not None:
            raw.bind("error", onerror)

    def __await__(self) -> Generator[Any, Any, Any]:
        import asyncio

        if self.raw.readyState != "done":
            ended = asyncio.get_running_loop().create_future()

            def end(event: Any) -> None:
                if event.type == "error":
                    event.preventDefault()  # or the transaction would be taken back
                if not ended.done():
                    ended.set_result(None)

            self.raw.bind("success", end)
            self.raw.bind("error", end)
            try:
                yield from ended
            finally:
                self.raw.unbind("success", end)
                self.raw.unbind("error", end)
        return self.result

    @property
    def result(self) -> Any:
        """The result. Raises IndexedDBError if the request failed."""
        error = self.raw.error
        if error is not None:
            raise IndexedDBError(error.name, error.message)
        return self._convert(self.raw.result)


def _plain(value: Any) -> Any:
    """The value as dicts, lists, bytes, …, as far as Python has such a type."""
    return _bridge.copied(value._js) if isinstance(value, Wrapper) else value


class IndexedDB:
    """A database. `open` it first. Raises NoBrowserError if the browser has none."""

    def __init__(self) -> None:
        self._factory: Any = getattr(_window.scope(), "indexedDB", None)
        if self._factory is None:
            raise NoBrowserError("this browser has no indexedDB")
        self._db: Any = None

    def open(
        self,
        name: str,
        onsuccess: Listener | None = None,
        version: int | None = 1,
        onerror: Listener | None = None,
        onupgradeneeded: Listener | None = None,
        onblocked: Listener | None = None,
    ) -> Request:
        """Opens or creates a database. `await` returns this IndexedDB.

        onupgradeneeded(event): creates the stores, with `create_store`. It is called if the
        database is new, or older than `version`. onblocked(event): another page has an older
        version open."""
        versions = () if version is None else (int(version),)
        raw = self._factory.open(name, *versions)

        def opened(event: Any) -> None:
            self._use(raw.result)

        raw.bind("upgradeneeded", opened)
        raw.bind("success", opened)
        for event, function in (("upgradeneeded", onupgradeneeded), ("blocked", onblocked)):
            if function is not None:
                raw.bind(event, function)
        return Request(raw, onsuccess, onerror, lambda result: self)

    def _use(self, database: Any) -> None:
        if self._db is None or self._db != database:
            self._db = database
            database.bind("versionchange", lambda event: database.close())

    @property
    def _opened(self) -> Any:
        if self._db is None:
            raise IndexedDBError("InvalidStateError", "open the database first, and wait for it")
        return self._db

    @property
    def version(self) -> int:
        """The version of the open database."""
        return int(self._opened.version)

    def stores(self) -> list[str]:
        """The names of the stores."""
        return list(self._opened.objectStoreNames)

    def create_store(
        self, name: str, key_path: str | None = None, auto_increment: bool = False
    ) -> "ObjectStore":
        """Creates a store; only in `onupgradeneeded`.

        key_path: the item of each value that is its key. auto_increment: whether the database makes
        keys 1, 2, …"""
        options: dict[str, object] = {"autoIncrement": auto_increment}
        if key_path is not None:
            options["keyPath"] = key_path
        raw = self._opened.createObjectStore(name, options)
        return ObjectStore(Transaction(self, [name], "readwrite", raw.transaction), name)

    def delete_store(self, name: str) -> None:
        """Deletes a store; only in `onupgradeneeded`."""
        self._opened.deleteObjectStore(name)

    def transaction(self, entities: str | Iterable[str], mode: str = "read") -> "Transaction":
        """Begins a transaction. entities: the names of its stores. mode: "read" or "readwrite".

        Raises ValueError for another mode."""
        if mode not in _MODES:
            raise ValueError(f'mode must be "read" or "readwrite", not {mode!r}')
        names = [entities] if isinstance(entities, str) else list(entities)
        return Transaction(self, names, _MODES[mode])

    def close(self) -> None:
        """Closes the database."""
        self._opened.close()
        self._db = None

    def delete(
        self, name: str, onsuccess: Listener | None = None, onerror: Listener | None = None
    ) -> Request:
        """Deletes a database, which must not be open."""
        return Request(self._factory.deleteDatabase(name), onsuccess, onerror)


class Transaction:
    """Requests that succeed or fail together."""

    def __init__(self, database: IndexedDB, names: list[str], mode: str, raw: Any = None) -> None:
        self._database, self._names, self._mode = database, names, mode
        self.raw: Any = raw
        if raw is None:
            self._begin()

    def _begin(self) -> None:
        self.raw = self._database._opened.transaction(self._names, self._mode)

    def objectStore(self, name: str) -> "ObjectStore":
        """One of the stores."""
        return ObjectStore(self, name)

    def abort(self) -> None:
        """Takes back all changes of the transaction."""
        self.raw.abort()


class _Records:
    """What a store and an index have in common."""

    _transaction: Transaction

    def _raw(self) -> Any:
        raise NotImplementedError

    def _request(
        self, method: str, values: tuple[Any, ...], onsuccess: Any = None, onerror: Any = None
    ) -> Request:
        try:
            raw = getattr(self._raw(), method)(*values)
        except js_exception() as error:
            if getattr(error, "name", "") not in _ENDED:
                raise
            self._transaction._begin()
            raw = getattr(self._raw(), method)(*values)
        return Request(raw, onsuccess, onerror)

    def get(
        self, key: Any, onsuccess: Listener | None = None, onerror: Listener | None = None
    ) -> Request:
        """The value of a key; None if there is none. With `await`, dicts and lists are Python's."""
        return self._request("get", (key,), onsuccess, onerror)

    def query(self, keys: Any = None, count: int | None = None) -> Request:
        """All values in the order of their keys, as a list.

        keys: a key, or a range, such as ``window.IDBKeyRange.bound(1, 5)``. count: how many."""
        return self._request("getAll", _given(keys, count))

    def keys(self, keys: Any = None, count: int | None = None) -> Request:
        """All keys, as a list; parameters as of `query`."""
        return self._request("getAllKeys", _given(keys, count))

    def count(self, keys: Any = None) -> Request:
        """How many values there are."""
        return self._request("count", _given(keys))

    def openCursor(
        self,
        keys: Any = None,
        direction: str = "next",
        onsuccess: Listener | None = None,
        onerror: Listener | None = None,
    ) -> Request:
        """Calls `onsuccess(event)` for each value: `event.target.result` is JavaScript's cursor,
        with `key`, `value`, `update(value)`, `delete()` and `continue_()`; at the end it is None.
        """
        return self._request("openCursor", (keys, direction), onsuccess, onerror)


class ObjectStore(_Records):
    """A store. Each method returns a Request, calls `onsuccess(event)` or `onerror(event)`."""

    def __init__(self, transaction: Transaction, name: str) -> None:
        self._transaction = transaction
        self.name: str = name
        self._data: list[Any] = []

    def _raw(self) -> Any:
        return self._transaction.raw.objectStore(self.name)

    def put(
        self,
        obj: Any,
        key: Any = None,
        onsuccess: Listener | None = None,
        onerror: Listener | None = None,
    ) -> Request:
        """Stores a value, also in place of another one. The result is its key."""
        return self._request("put", (obj,) if key is None else (obj, key), onsuccess, onerror)

    def add(
        self,
        obj: Any,
        key: Any = None,
        onsuccess: Listener | None = None,
        onerror: Listener | None = None,
    ) -> Request:
        """Stores a value. The request fails with a ConstraintError if its key exists."""
        return self._request("add", (obj,) if key is None else (obj, key), onsuccess, onerror)

    def delete(
        self, index: Any, onsuccess: Listener | None = None, onerror: Listener | None = None
    ) -> Request:
        """Deletes the value of a key, or the values of a range."""
        return self._request("delete", (index,), onsuccess, onerror)

    def clear(self, onsuccess: Listener | None = None, onerror: Listener | None = None) -> Request:
        """Deletes all values."""
        return self._request("clear", (), onsuccess, onerror)

    def query(self, keys: Any = None, count: int | None = None) -> Request:
        request = super().query(keys, count)
        request.raw.bind(
            "success", lambda event: self._data.__setitem__(slice(None), request.result)
        )
        return request

    query.__doc__ = _Records.query.__doc__

    def fetchall(self) -> Iterator[list[Any]]:
        """Yields the list of the last `query` that has ended."""
        yield self._data

    def create_index(
        self, name: str, key_path: str, unique: bool = False, multi_entry: bool = False
    ) -> "Index":
        """Creates an index of the values by an item of them; only in `onupgradeneeded`."""
        options = {"unique": unique, "multiEntry": multi_entry}
        self._raw().createIndex(name, key_path, options)
        return Index(self, name)

    def index(self, name: str) -> "Index":
        """An index of the store."""
        return Index(self, name)


class Index(_Records):
    """The values of a store by an item of them."""

    def __init__(self, store: ObjectStore, name: str) -> None:
        self._store = store
        self.name: str = name
        self._transaction = store._transaction

    def _raw(self) -> Any:
        return self._store._raw().index(self.name)


def _given(*values: Any) -> tuple[Any, ...]:
    """Without None at the end: JavaScript does not take null for a missing argument."""
    given = list(values)
    while len(given) > 1 and given[-1] is None:
        given.pop()
    return () if given == [None] else tuple(given)
