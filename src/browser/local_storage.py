"""`storage`: a dict of str that all pages of this origin share; the browser keeps it."""

from browser._storage import Storage

__all__ = ["LocalStorage", "storage"]


class LocalStorage(Storage):
    storage_type: str = "local_storage"

    def __init__(self) -> None:
        super().__init__("localStorage")


storage: LocalStorage = LocalStorage()
