"""Makes new what a memory snapshot keeps: it was taken on another machine at another time."""

import os
import random
import sys
import time
import zipimport
import zlib

_zips: dict[str, int] = {}
"""The checksum of the directory of each zip that Python imported from before the snapshot."""


def keep_zips() -> None:
    """Before a snapshot: later imports need not read again what lies in the zips."""
    _zips.update((path, _directory(path)) for path in _cache())
    sys.path_importer_cache.clear()


def renew(language: str) -> None:
    """After restoring: other random numbers, the page's own time zone and language, and no zip
    that is another one now."""
    for path, directory in _zips.items():
        if _directory(path) != directory:
            del _cache()[path]
    random.seed()
    os.environ["LANG"] = f"{language.replace('-', '_')}.UTF-8"
    _renew_time_zone()


def _cache() -> dict[str, object]:
    return zipimport._zip_directory_cache  # type: ignore[attr-defined,no-any-return]


def _directory(path: str) -> int:
    """It ends a zip, and has the checksum of each file."""
    try:
        with open(path, "rb") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - 65_536))
            return zlib.crc32(file.read(), end)
    except OSError:
        return -1


def _renew_time_zone() -> None:
    """Does what the import of `time` does; `localtime` is right without it."""
    year = time.gmtime().tm_year
    winter, summer = (
        time.localtime(time.mktime((year, month, 1, 12, 0, 0, 0, 0, -1))) for month in (1, 7)
    )
    if winter.tm_gmtoff > summer.tm_gmtoff:
        winter, summer = summer, winter
    time.timezone, time.altzone = -winter.tm_gmtoff, -summer.tm_gmtoff
    time.daylight = int(winter.tm_gmtoff != summer.tm_gmtoff)
    time.tzname = (winter.tm_zone, summer.tm_zone)
