"""`storage`: a dict of str that stays in this browser, for all pages of this origin."""

from browser._storage import Storage

__all__ = ["LocalStorage", "storage"]


class LocalStorage(Storage):
    storage_type = "local_storage"

    def __init__(self) -> None:
        super().__init__("localStorage")


storage = LocalStorage()
