"""Makes new what a memory snapshot keeps: it was taken on another machine at another time."""

import os
import random
import sys
import time


def renew(language: str) -> None:
    """After restoring: other random numbers, and the page's own time zone and language."""
    random.seed()
    if "ssl" in sys.modules:
        sys.modules["ssl"].RAND_add(os.urandom(32), 32.0)
    os.environ["LANG"] = f"{language.replace('-', '_')}.UTF-8"
    _renew_time_zone()


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
