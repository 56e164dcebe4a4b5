"""`storage`: a dict of str that lasts as long as this tab."""

from browser._storage import Storage

__all__ = ["SessionStorage", "storage"]


class SessionStorage(Storage):
    storage_type = "session_storage"

    def __init__(self) -> None:
        super().__init__("sessionStorage")


storage = SessionStorage()
