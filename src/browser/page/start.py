"""Makes new what a memory snapshot keeps: it was taken on another machine at another time."""

import os
import random
import sys
import time
import zipimport


def renew(language: str) -> None:
    """After restoring: other random numbers, the page's own time zone and language."""
    random.seed()
    os.environ["LANG"] = f"{language.replace('-', '_')}.UTF-8"
    _renew_time_zone()


def forget(path: str) -> None:
    """What is known of a zip that is another one now."""
    sys.path_importer_cache.pop(path, None)
    zipimport._zip_directory_cache.pop(path, None)  # type: ignore[attr-defined]


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
