"""Renews what a memory snapshot has from another machine and time."""

import os
import time


def renew(language: str) -> None:
    """Sets the time zone and the language of the browser."""
    os.environ["LANG"] = f"{language.replace('-', '_')}.UTF-8"
    _renew_time_zone()


def _renew_time_zone() -> None:
    """Sets the names of the time zone in `time`, as its import does."""
    year = time.gmtime().tm_year
    winter, summer = (
        time.localtime(time.mktime((year, month, 1, 12, 0, 0, 0, 0, -1))) for month in (1, 7)
    )
    if winter.tm_gmtoff > summer.tm_gmtoff:
        winter, summer = summer, winter
    time.timezone, time.altzone = -winter.tm_gmtoff, -summer.tm_gmtoff
    time.daylight = int(winter.tm_gmtoff != summer.tm_gmtoff)
    time.tzname = (winter.tm_zone, summer.tm_zone)
