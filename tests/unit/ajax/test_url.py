from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.ajax._url import cache_parameter, is_http, merge_query, redact


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
    ("url", "shown"),
    [
        ("https://ann:secret@host/x", "https://***@host/x"),
        ("https://ann:secret@secret@host/x", "https://***@host/x"),
        ("//ann:secret@host/x", "//***@host/x"),
        ("/x?token=secret&n=1", "/x?token=***&n=1"),
        ("/x?access_token=secret#frag", "/x?access_token=***#frag"),
        ("/x?n=1&API-Key=secret", "/x?n=1&API-Key=***"),
        ("/x#id_token=secret&n=1", "/x#id_token=***&n=1"),
        ("/x?csrfmiddlewaretoken=secret", "/x?csrfmiddlewaretoken=***"),
        ("/x?next=/y?token=secret", "/x?next=/y?token=***"),
        ("/x?next=/y?n=1", "/x?next=/y?n=1"),
        ("/x?keyboard=us&author=me", "/x?keyboard=us&author=me"),
        ("/mail@host?to=a@b", "/mail@host?to=a@b"),
        (" https://ann:secret@host/", "https://***@host/"),
        ("http:ann:secret@host/", "http:***@host/"),
        ("\\\\ann:secret@host/", "\\\\***@host/"),
        ("/x?%74oken=secret", "/x?%74oken=***"),
        ("/x?access[token]=secret&n=a%20b", "/x?access[token]=***&n=a%20b"),
        ("/x;token=secret", "/x;token=***"),
        ("/x?to=https%3A%2F%2Fann%3Asecret%40host%2F", "/x?to=https://***@host/"),
    ],
)
def test_redact(url, shown):
    assert redact(url) == shown
    assert "secret" not in redact(url)


SECRETS = st.sampled_from(
    [
        *[
            "https://MARKED@host/",
            "http:/\\a:MARKED@host/x?n=1",
            "//a:MARKED@host",
            "ws:a:MARKED@h",
        ],
        *[
            "/x?token=MARKED",
            "/x;jwt=MARKED",
            "#access%5Ftoken=MARKED&n=1",
            "?n=1&login[pin]=MARKED",
        ],
    ]
)
NESTED = st.recursive(
    SECRETS,
    lambda urls: st.one_of(
        urls.map(lambda url: f"/y?n=1&next={quote(url, safe='')}&m=2"),
        urls.map(lambda url: f"/y?next={url}"),
        urls.map(lambda url: f"  {url}\n"),
    ),
    max_leaves=3,
)


@given(NESTED)
def test_a_marked_secret_is_never_shown(url):
    assert "MARKED" not in redact(url)


@given(st.text(st.sampled_from("ab:/\\@?&;#=% \n25t")))
def test_any_text_may_be_redacted(text):
    once = redact(text)
    assert redact(once) == once


def test_a_url_with_many_others_in_it():
    redact("?a=" * 5000 + "%25" * 5000)


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
