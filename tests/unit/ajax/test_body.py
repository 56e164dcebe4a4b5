from collections import ChainMap, OrderedDict
from decimal import Decimal
from types import MappingProxyType
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.ajax._body import encode_body, encode_form, encode_query

URLENCODED = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("data", "encoded"),
    [
        ({}, ""),
        ({"x": 0, "y": 1}, "x=0&y=1"),
        ({"x": [1, 2], "y": ("a", "b")}, "x=1&x=2&y=a&y=b"),
        ({"x": []}, ""),
        ({"a b": "c&d=e"}, "a%20b=c%26d%3De"),
        ({"x": "é✓+"}, "x=%C3%A9%E2%9C%93%2B"),
        ({1: 2, 1.5: 3}, "1=2&1.5=3"),
        ({"n": None, "t": True, "d": Decimal("0.10")}, "n=None&t=True&d=0.10"),
        ({"b": b"\xff\x00"}, "b=%FF%00"),
        ({"x": "!'()*-._~"}, "x=!'()*-._~"),
        (OrderedDict(b=1, a=2), "b=1&a=2"),
        (MappingProxyType({"x": 1}), "x=1"),
        (ChainMap({"x": 1}, {"x": 2, "y": 3}), "x=1&y=3"),
    ],
)
def test_mappings_are_url_encoded(data, encoded):
    assert sorted(encode_form(data).split("&")) == sorted(encoded.split("&"))
    assert encode_query(data) == encode_form(data)
    body, content_type = encode_body(data, "")
    assert (body, content_type) == (encode_form(data), URLENCODED)


values = st.text(st.characters(codec="utf-8")) | st.integers() | st.booleans() | st.none()


@given(
    st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), values | st.lists(values))
)
def test_any_mapping_survives(data):
    expected = [
        (name, str(item))
        for name, value in data.items()
        for item in (value if isinstance(value, list) else [value])
    ]
    assert parse_qsl(encode_form(data), keep_blank_values=True) == expected


def test_str_goes_out_as_it_is():
    assert encode_body("x=1&y=%20", "") == ("x=1&y=%20", URLENCODED)
    assert encode_body("é", "") == ("é".encode(), URLENCODED)
    assert encode_body("x" * 5000, "") == (b"x" * 5000, URLENCODED)


@pytest.mark.parametrize("data", [b"\x00\xff", bytearray(b"ab")])
def test_bytes_go_out_as_they_are_without_a_content_type(data):
    body, content_type = encode_body(data, "")
    assert body is data
    assert content_type == ""


@given(st.binary(), st.none() | st.integers(-9, 9), st.sampled_from([None, -3, -1, 1, 2]))
def test_any_view_of_memory_is_its_bytes(content, start, step):
    view = memoryview(content)[start::step]
    body, _ = encode_body(view, "")
    assert (type(body), body) == (bytes, view.tobytes())


@given(st.text())
def test_any_text_is_well_formed(text):
    body, _ = encode_body(text, "")
    found = body.decode() if isinstance(body, bytes) else body
    for char, sent in zip(
        text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), found, strict=True
    ):
        assert char == sent
    assert parse_qsl(encode_form({"x": text}), keep_blank_values=True) == [("x", found)]


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("\ud800", "\ufffd"),
        ("a\udfffb", "a\ufffdb"),
        ("\ud83d\ude00", "😀"),
        ("\ude00\ud83d", "\ufffd" * 2),
    ],
)
def test_lone_surrogates(text, sent):
    assert encode_body(text, "") == (sent.encode(), URLENCODED)


def test_no_data():
    assert encode_body(None, "") == (None, "")
    assert encode_query(None) == ""


def test_a_str_query_cannot_become_a_fragment():
    assert encode_query("x=1#2") == "x=1%232"


@pytest.mark.parametrize("data", [1, 1.5, True, [("x", 1)], {"x"}, object(), print])
def test_other_types_are_type_errors_that_say_what_to_do(data):
    for encode in (encode_query, lambda data: encode_body(data, "")):
        with pytest.raises(TypeError, match=r"data must be a mapping, str, bytes.*json\.dumps"):
            encode(data)
