"""`storage`: a dict of str that the browser keeps until this tab closes."""

from browser._storage import Storage

__all__ = ["SessionStorage", "storage"]


class SessionStorage(Storage):
    storage_type: str = "session_storage"

    def __init__(self) -> None:
        super().__init__("sessionStorage")


storage: SessionStorage = SessionStorage()
