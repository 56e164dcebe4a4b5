import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.ajax._charset import MARKS, response_type
from browser.ajax._content_type import extracted, parsed, serialized
from browser.ajax._decoding import check_encoding, decode, decode_json
from browser.ajax._encodings import Decoder, decode_html, encoding_of
from browser.testing._encodings import labels

pytestmark = pytest.mark.usefixtures("server")


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        ("text/plain", None),
        ("text/plain; charset=utf-8", "utf-8"),
        ('text/plain; charset="UTF-8"', "utf-8"),
        ("text/plain; charset='latin1'", "'latin1'"),
        ("text/plain; charset = latin1", None),
        ('text/plain; charset=" latin1 "', " latin1 "),
        ("text/plain; charset=latin1; charset=utf-8", "latin1"),
        ("text/plain; charset=; charset=latin1", "latin1"),
        ('text/plain; charset=""; charset=latin1', ""),
        ('text/plain; charset="lat\\in1', "latin1"),
        ('text/plain; x="a;charset=utf-8"; charset=latin1', "latin1"),
        ("text/plain;charset=latin1 x", "latin1 x"),
        ("text/plain;charset=\u20ac", None),
        ("text/plain; format=flowed; Charset=ISO-8859-15 ", "iso-8859-15"),
        ("nonsense; charset=latin1", None),
        ("; charset=latin1", None),
        ("text/plain; charset=latin1, text/html", None),
        ("text/plain; charset=latin1, text/plain", "latin1"),
        ("text/plain; charset=latin1, */*, nonsense", "latin1"),
        ("text/plain; charset=latin1, text/plain;charset=utf-8", "utf-8"),
        ('text/plain; x="a,b"; charset=latin1', "latin1"),
    ],
)
def test_the_charset_of_a_content_type(content_type, charset):
    assert response_type(content_type)[1] == charset


@pytest.mark.parametrize(
    ("content_type", "mime", "essence", "charset"),
    [
        ("", "", "text/xml", None),
        ("nonsense", "", "text/xml", None),
        ("Text/HTML;charset=utf-8", "", "text/html", "utf-8"),
        ("text/plain; charset=latin1", "text/html", "text/html", "latin1"),
        ("text/plain; charset=latin1", "text/html;charset=utf-8", "text/html", "utf-8"),
        ("text/plain; charset=latin1", "nonsense", "application/octet-stream", "latin1"),
    ],
)
def test_overrideMimeType_and_the_content_type(content_type, mime, essence, charset):
    assert response_type(content_type, mime) == (essence, charset)


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("", ("", None)),
        ("text", ("", None)),
        ("charset=koi8-r", ("", None)),
        ("Text/HTML", ("text/html", None)),
        (" text/html ; Charset=KOI8-R", ("text/html", "KOI8-R")),
        ("text/html; charset=koi8-r, text/html", ("text/html", "koi8-r")),
        ("text/html; charset=koi8-r, text/plain", ("text/plain", None)),
        ("text/plain, text/html; charset=koi8-r", ("text/html", "koi8-r")),
        ("text/html; charset=koi8-r, text/html; charset=utf-8", ("text/html", "utf-8")),
        ("a/b; charset=x, a/b; charset=y, a/b", ("a/b", "x")),
        ("text/html; charset=koi8-r, */*", ("text/html", "koi8-r")),
        ("text/html; charset=koi8-r,, text", ("text/html", "koi8-r")),
        ('text/html; a="x, text/plain"; charset=koi8-r', ("text/html", "koi8-r")),
        (r'text/html; a="\", text/plain"; charset=koi8-r', ("text/html", "koi8-r")),
        ('text/html; a="x, text/plain', ("text/html", None)),
    ],
)
def test_of_several_content_types_the_last_counts(content_type, expected):
    assert extracted(content_type) == expected


tokens = st.text("abcXYZ09-+.", min_size=1)


@given(
    tokens,
    tokens,
    st.dictionaries(
        tokens.map(str.lower),
        st.text(st.characters(max_codepoint=126, min_codepoint=32), min_size=1),
    ),
)
def test_any_media_type_survives(kind, subtype, parameters):
    essence = f"{kind}/{subtype}".lower()
    assert parsed(serialized(essence, parameters)) == (essence, parameters)
    assert extracted(serialized(essence, parameters)) == (essence, parameters.get("charset"))


def test_labels_are_those_of_the_standard():
    assert len(labels()) == 228
    for label in labels():
        assert encoding_of(f" {label.upper()}\n") == encoding_of(label) is not None
    for name in ("utf-7", "unicode_escape", "cp037", "rot13", "base64", "mbcs", "utf_8", "latin-1"):
        assert encoding_of(name) is None


def test_a_charset_that_is_no_label_is_utf_8():
    assert decode("é".encode(), None, "text/plain; charset=cp037") == "é"
    assert decode(b"+ADw-script+AD4-", None, "text/html; charset=utf-7") == "+ADw-script+AD4-"


def test_an_encoding_of_which_nothing_is_decoded():
    assert decode(b"<script>", None, "text/html; charset=hz-gb-2312") == "\ufffd"
    assert decode(b"", None, "text/html; charset=hz-gb-2312") == ""


def test_the_program_may_name_codecs_of_python_and_labels_of_the_web():
    assert decode(b"\x81", check_encoding("cp037"), "") == "a"
    assert decode(b"\x80", check_encoding("latin1"), "") == "\x80"
    assert decode(b"\xe9", check_encoding("x-user-defined"), "") == "\uf7e9"
    assert decode(b"\xe9", check_encoding("csisolatin9"), "") == "é"


XML = "<?xml version='1.0' encoding='{}'?><a>é</a>"


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (XML.format("latin1"), "text/xml", "é"),
        (XML.format("latin1"), "", "é"),
        (XML.format("latin1"), "image/svg+xml; charset=nonsense", "é"),
        (XML.format("utf-16"), "text/xml", "\ufffd"),
        (XML.format(" latin1 "), "text/xml", "\ufffd"),
        (XML.format("nonsense"), "text/xml", "\ufffd"),
        (XML.format("latin1"), "text/plain", "\ufffd"),
        (XML.format("latin1"), "text/xml; charset=utf-8", "\ufffd"),
        (" " + XML.format("latin1"), "text/xml", "\ufffd"),
        ("<a>é</a>", "text/xml", "\ufffd"),
    ],
)
def test_the_encoding_that_xml_declares(body, content_type, text):
    assert decode(body.encode("latin1"), None, content_type) == body.replace("é", text)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_xml_in_utf_16_without_a_byte_order_mark(codec):
    text = "<?xml version='1.0'?><a>é</a>"
    assert decode(text.encode(codec), None, "text/xml") == text


class Meta:
    def __init__(self, charset=None, equiv="", content=""):
        self.charset, self.httpEquiv, self.content = charset, equiv, content

    def getAttribute(self, name):
        return self.charset


@pytest.mark.parametrize(
    ("metas", "charset", "text"),
    [
        ([], None, "\ufffd"),
        ([Meta("latin1")], None, "é"),
        ([Meta("nonsense"), Meta("latin1"), Meta("utf-8")], None, "é"),
        ([Meta("utf-16")], None, "\ufffd"),
        ([Meta("x-user-defined")], None, "é"),
        ([Meta(None, "Content-Type", "text/html; charset = 'latin1'")], None, "é"),
        ([Meta(None, "refresh", "charset=latin1")], None, "\ufffd"),
        ([Meta(None, "content-type", "text/html")], None, "\ufffd"),
        ([Meta("latin1")], "utf-8", "\ufffd"),
        ([Meta("latin1")], "nonsense", "é"),
    ],
)
def test_the_encoding_that_html_declares(metas, charset, text):
    class Document:
        def querySelectorAll(self, selector):
            return metas

    assert decode_html(b"\xe9", charset, lambda source: Document()) == text
    assert decode_html(b"\xef\xbb\xbf\xc3\xa9", charset, None) == "é"


@given(
    st.lists(st.binary(max_size=5) | st.sampled_from([*MARKS])),
    st.sampled_from(["utf-8", "utf-16", "sjis", "windows-1252", "hz-gb-2312", "nonsense"]),
    st.sampled_from(
        [None, None, "utf-8", "utf-16", "utf-16-be", "utf-32", "cp437", "x-mac-ukrainian"]
    ),
)
def test_pieces_decode_like_the_whole(pieces, charset, encoding):
    content_type = f"text/plain; charset={charset}"
    decoder = Decoder(encoding, content_type)
    texts = [decoder.decode(piece, more=True) for piece in pieces]
    texts.append(decoder.decode(b"", more=False))
    assert "".join(texts) == decode(b"".join(pieces), encoding, content_type)


@pytest.mark.parametrize("encoding", [None, "utf-8", "utf-16", "utf-16-le"])
def test_text_has_no_byte_order_mark(encoding):
    body = "\ufeffé\ufeff".encode(encoding or "utf-8")
    assert decode(body, encoding, "text/plain").removeprefix("é") == "\ufeff"


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
    assert decode_json(json.dumps(value).encode()) == value


def test_json_integers_are_exact():
    assert decode_json(b"[9007199254740993]") == [9007199254740993]


def test_json_is_utf_8_unless_the_program_says_otherwise():
    assert decode_json('\ufeff"é"'.encode()) == "é"
    assert decode_json(b'"\xe9"', "latin1") == "é"


def test_bad_json_is_a_value_error():
    with pytest.raises(json.JSONDecodeError):
        decode_json(b"{")


def test_unknown_encodings_are_lookup_errors():
    with pytest.raises(LookupError, match="unknown encoding 'klingon'"):
        check_encoding("klingon")
    for name in ("base64", "rot13", "idna", "undefined"):
        with pytest.raises(LookupError):
            check_encoding(name)
    with pytest.raises(TypeError):
        check_encoding(8)
