"""The stand-in for the browser's TextDecoder: the labels of the standard, decoded by the codecs of
Python. Those of single bytes decode like a browser; those of several bytes lack some characters."""

import codecs
from functools import cache

from browser.ajax._content_type import extracted

_LABELS = """
    ibm866: 866 cp866 csibm866
    windows-1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100
        iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252
    iso-8859-6: arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e
        iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
    big5: big5-hkscs cn-big5 csbig5 x-x-big5
    gbk: chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk
    windows-1250: cp1250 x-cp1250
    windows-1251: cp1251 x-cp1251
    windows-1253: cp1253 x-cp1253
    windows-1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9
        iso_8859-9:1989 l5 latin5 x-cp1254
    windows-1255: cp1255 x-cp1255
    windows-1256: cp1256 x-cp1256
    windows-1257: cp1257 x-cp1257
    windows-1258: cp1258 x-cp1258
    euc-kr: cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601
        ksc_5601 windows-949
    euc-jp: cseucpkdfmtjapanese x-euc-jp
    iso-2022-jp: csiso2022jp
    replacement: csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr
    iso-8859-8: csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598
        iso_8859-8 iso_8859-8:1988 visual
    iso-8859-8-i: csiso88598i logical
    iso-8859-2: csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
    iso-8859-3: csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
    iso-8859-4: csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
    iso-8859-10: csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6
    iso-8859-15: csisolatin9 iso8859-15 iso885915 iso_8859-15 l9
    iso-8859-5: csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5
        iso_8859-5:1988
    iso-8859-7: csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597
        iso_8859-7 iso_8859-7:1987 sun_eu_greek
    koi8-r: cskoi8r koi koi8 koi8_r
    macintosh: csmacintosh mac x-mac-roman
    shift_jis: csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis
    utf-16le: csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16
    windows-874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
    gb18030:
    iso-8859-13: iso8859-13 iso885913
    iso-8859-14: iso8859-14 iso885914
    iso-8859-16:
    koi8-u: koi8-ru
    utf-8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8
    utf-16be: unicodefffe
    x-mac-cyrillic: x-mac-ukrainian
    x-user-defined:
"""
"""Encoding: its other labels (https://encoding.spec.whatwg.org/#names-and-labels)."""

_CODECS = {
    "big5": "big5hkscs",
    "euc-jp": "euc_jisx0213",
    "euc-kr": "cp949",
    "gbk": "gb18030",
    "ibm866": "cp866",
    "iso-2022-jp": "iso2022_jp_3",
    "iso-8859-8-i": "iso-8859-8",
    "macintosh": "mac-roman",
    "shift_jis": "cp932",
    "utf-16be": "utf-16-be",
    "utf-16le": "utf-16-le",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
}
"""The encodings whose codec has another name."""

_OWN_CHARACTERS = {"koi8-u": {0xAE: "\u045e", 0xBE: "\u040e"}}
_REPLACEMENT = "replacement"


class TextDecoder:
    """Like js_shim/bridge/text_decoder.ts."""

    def __init__(self, name: str) -> None:
        self.encoding = name
        if name == "x-user-defined":
            self._codec = None
        else:
            codec = _CODECS.get(name, name)
            self._codec = codecs.getincrementaldecoder(codec)("browser.testing")

    def decode(self, piece: bytes, more: bool) -> str:
        if self._codec is None:
            return "".join(chr(byte if byte < 0x80 else 0xF700 + byte) for byte in piece)
        text = self._codec.decode(piece, final=not more)
        own = _OWN_CHARACTERS.get(self.encoding, {})
        if own:
            pairs = zip(text, piece, strict=True)
            text = "".join(own.get(byte, char) for char, byte in pairs)
        return text


def text_decoder(label: str) -> TextDecoder | None:
    """Returns None for a label that TextDecoder does not know."""
    name = _encodings().get(label.strip("\t\n\f\r ").lower(), _REPLACEMENT)
    return None if name == _REPLACEMENT else TextDecoder(name)


def codec_of(content_type: str) -> str:
    """The codec of Python for text with this Content-Type; UTF-8 if there is no charset."""
    decoder = text_decoder(extracted(content_type)[1] or "")
    name = decoder.encoding if decoder else "utf-8"
    return _CODECS.get(name, name)


def labels() -> list[str]:
    """All labels of the standard."""
    return list(_encodings())


@cache
def _encodings() -> dict[str, str]:
    """Label → encoding."""
    found: dict[str, str] = {}
    name = ""
    for word in _LABELS.split():
        name = word[:-1] if word.endswith(":") else name
        found[word.removesuffix(":")] = name
    return found


def _like_browsers(error: UnicodeError) -> tuple[str, int]:
    """Single bytes that mean nothing to Python are control characters up to 9F."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start]
    control = error.encoding == "charmap" and byte < 0xA0
    return (chr(byte) if control else "\ufffd"), error.end


codecs.register_error("browser.testing", _like_browsers)
