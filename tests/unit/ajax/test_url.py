from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.ajax._url import cache_parameter, is_http, merge_query


@pytest.mark.parametrize(
    ("url", "query", "expected"),
    [
        ("a", "x=1", "a?x=1"),
        ("a?b=1", "x=1", "a?b=1&x=1"),
        ("a?", "x=1", "a?x=1"),
        ("a?b=1&", "x=1", "a?b=1&x=1"),
        ("a#part", "x=1", "a?x=1#part"),
        ("a?b=1#part?no=query", "x=1", "a?b=1&x=1#part?no=query"),
        ("a?b='[]\" c", "x=1", "a?b='[]\" c&x=1"),
        ("a?b=1", "", "a?b=1"),
        ("", "x=1", "?x=1"),
        ("#top", "x=1", "?x=1#top"),
    ],
)
def test_merge_query(url, query, expected):
    assert merge_query(url, query) == expected


@given(
    path=st.text("abc/é %.[]", max_size=8),
    present=st.none() | st.lists(st.tuples(st.text(min_size=1), st.text()), min_size=1),
    fragment=st.none() | st.text(max_size=5),
    added=st.lists(st.tuples(st.text(min_size=1), st.text()), min_size=1),
)
def test_merge_query_keeps_every_part_of_any_url(path, present, fragment, added):
    def encoded(pairs):
        return "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)

    url = "http://host/" + path
    url += "" if present is None else "?" + encoded(present)
    url += "" if fragment is None else "#" + quote(fragment)
    merged = urlsplit(merge_query(url, encoded(added)))
    assert merged.path == urlsplit(url).path
    assert merged.fragment == urlsplit(url).fragment
    assert parse_qsl(merged.query, keep_blank_values=True) == [*(present or []), *added]


def test_cache_parameter_never_repeats():
    drawn = [cache_parameter() for _ in range(10_000)]
    assert len(set(drawn)) == len(drawn)
    assert all(number.isdigit() for number in drawn)


@pytest.mark.parametrize(
    ("url", "http"),
    [
        ("/x?a:b", True),
        ("x", True),
        ("//host/x", True),
        ("?a=data:1", True),
        ("http://host", True),
        (" HTTPS://host", True),
        ("ht\ntps:", True),
        ("data:,a", False),
        (" Da\tta:,a", False),
        ("blob:http://host/1", False),
        ("file:///x", False),
    ],
)
def test_which_urls_get_a_cache_parameter(url, http):
    assert is_http(url) is http
