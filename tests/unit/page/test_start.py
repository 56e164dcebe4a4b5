"""Time zone and language are renewed after a snapshot was restored."""

import os
import time

import pytest

from browser.page._start import renew


@pytest.fixture(autouse=True)
def restored(monkeypatch):
    names = ("timezone", "altzone", "daylight", "tzname")
    before = {name: getattr(time, name) for name in names}
    monkeypatch.setitem(os.environ, "LANG", "C")
    monkeypatch.setitem(os.environ, "TZ", os.environ.get("TZ", ""))
    yield
    monkeypatch.undo()
    time.tzset()
    for name in names:
        setattr(time, name, before[name])


@pytest.mark.parametrize(
    "zone",
    ["UTC0", "CET-1CEST,M3.5.0,M10.5.0", "EST5EDT,M3.2.0,M11.1.0", "NZST-12NZDT,M9.5.0,M4.1.0/3"],
)
def test_the_time_zone_is_what_an_import_of_time_says(zone):
    os.environ["TZ"] = zone
    time.tzset()
    expected = (time.timezone, time.altzone, time.daylight, time.tzname)
    time.timezone, time.altzone, time.daylight, time.tzname = 1, 2, 3, ("x", "y")
    renew("en-US")
    assert (time.timezone, time.altzone, time.daylight, time.tzname) == expected


def test_the_language():
    renew("pt-BR")
    assert os.environ["LANG"] == "pt_BR.UTF-8"
