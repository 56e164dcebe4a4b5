"""Random data, compressed responses and broken ones arrive correctly."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def round_trips(selenium, mappings, bodies):
    from urllib.parse import parse_qsl

    from browser import ajax

    for mapping in mappings:
        pairs = [[name, value] for name, value in mapping.items()]
        sent = ajax.post("/form", data=mapping, blocking=True)
        assert sent.json["form"] == pairs, mapping
        asked = ajax.get("/echo#fragment", data=mapping, cache=True, blocking=True)
        query = asked.json["url"].partition("?")[2]
        assert [list(pair) for pair in parse_qsl(query, keep_blank_values=True)] == pairs
    for body in bodies:
        assert ajax.post("/raw", data=body, mode="binary", blocking=True).read() == body


def test_any_mapping_and_any_bytes_survive_the_trip_to_the_server_and_back(selenium):
    text = st.text(st.characters(codec="utf-8"), max_size=20)
    mappings = []
    bodies = []

    @settings(
        max_examples=150,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.dictionaries(text.filter(bool), text, min_size=1), st.binary())
    def draw(mapping, body):
        mappings.append(mapping)
        bodies.append(body)

    draw()
    round_trips(selenium, mappings, bodies)


@pytest.mark.parametrize("blocking", [False, True], ids=["callback", "blocking"])
@run_in_pyodide
async def test_compressed_responses_arrive_decompressed(selenium, blocking):
    from guest import got

    assert len((await got("/compressed?encoding=gzip&size=5000", blocking)).text) == 5000


@run_in_pyodide
async def status_and_error(selenium, url):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.get(url, oncomplete=done))
    return req.status, type(req.error).__name__


@pytest.mark.parametrize("path", ["/badchunk?cors=star", "/badgzip?cors=star"])
def test_badly_encoded_responses_are_network_errors_but_webkit_takes_them(selenium, urls, path):
    taken = selenium.browser == "safari"
    expected = (200, "NoneType") if taken else (0, "NetworkError")
    assert status_and_error(selenium, urls["raw"] + path) == expected
