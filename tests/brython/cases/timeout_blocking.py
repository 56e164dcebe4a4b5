"""Browsers have no timeout for a blocking request in a window."""

from browser import ajax
from notes import done

ajax.get("/text", blocking=True, timeout=5, oncomplete=done)
