import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.ajax.response import charset_of, check_encoding, decode, decode_json


@pytest.mark.parametrize(
    ("content_type", "codec"),
    [
        ("text/plain", None),
        ("text/plain; charset=utf-8", "utf-8"),
        ('text/plain; charset="UTF-8"', "utf-8"),
        ("text/plain;charset='utf8'", "utf-8"),
        ("text/plain; format=flowed; Charset=ISO-8859-15", "iso-8859-15"),
        ("text/plain; charset=iso-8859-1", "cp1252"),
        ("text/plain; charset=Shift_JIS", "cp932"),
        ("text/plain; charset=klingon", None),
        ("text/plain; charset=", None),
        ("text/plain; charset=base64", None),
    ],
)
def test_charset_of(content_type, codec):
    assert charset_of(content_type) == codec


def test_the_given_encoding_comes_before_the_responses_charset():
    assert decode("é".encode("cp1252"), "cp1252", "text/plain; charset=utf-8") == "é"


def test_the_responses_charset_comes_before_utf_8():
    assert decode("é".encode("cp1252"), None, "text/plain; charset=windows-1252") == "é"
    assert decode("é".encode(), None, "text/plain") == "é"


def test_a_byte_order_mark_comes_before_the_charset():
    assert decode(b"\xef\xbb\xbf\xc3\xa9", None, "text/plain; charset=iso-8859-1") == "é"
    assert decode("é".encode("utf-16"), None, "text/plain") == "é"


def test_what_is_no_utf_8_is_replaced():
    assert decode(b"a\xffb", None, "") == "a\ufffdb"


def test_latin_1_means_windows_1252_as_in_browsers():
    every_byte = bytes(range(256))
    text = decode(every_byte, None, "text/plain; charset=latin1")
    assert (text[0x80], text[0x81], text[0xE9]) == ("€", "\x81", "é")
    assert len(text) == 256


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_survives_utf_8(text):
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), None, "text/plain; charset=utf-8") == text


@given(st.binary(), st.sampled_from(["cp1252", "koi8-r", "shift_jis", "gb18030", "utf-16-le"]))
def test_any_text_of_a_charset_survives_it(drawn, charset):
    text = drawn.decode(charset, "ignore")
    assert decode(text.encode(charset), charset, "") == text


@given(st.binary(), st.sampled_from(["utf-8", "latin1", "utf-16", "gbk", "ascii", "nonsense"]))
def test_any_bytes_become_a_str(body, charset):
    assert isinstance(decode(body, None, f"text/plain; charset={charset}"), str)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(json_values)
def test_any_json_comes_back_exactly(value):
    assert decode_json(json.dumps(value).encode(), None, "application/json") == value


def test_json_integers_are_exact():
    assert decode_json(b"[9007199254740993]", None, "") == [9007199254740993]


def test_bad_json_is_a_value_error():
    with pytest.raises(json.JSONDecodeError):
        decode_json(b"{", None, "")


def test_unknown_encodings_are_lookup_errors():
    with pytest.raises(LookupError, match="unknown encoding 'klingon'"):
        check_encoding("klingon")
    with pytest.raises(LookupError):
        check_encoding("base64")
    with pytest.raises(TypeError):
        check_encoding(8)
