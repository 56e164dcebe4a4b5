import warnings

import pytest

from browser.ajax._headers import drop_forbidden, set_header, set_headers

GET = ("GET", "/x")


def test_the_last_one_of_a_name_wins_whatever_its_case():
    headers = {}
    set_header(headers, "X-One", "1", *GET)
    set_header(headers, "x-one", "2", *GET)
    assert headers == {"x-one": ("x-one", "2")}


def test_numbers_become_str_and_blanks_around_a_value_go():
    headers = {}
    set_headers(headers, {"A": 1, "B": 1.5, "C": " x\t"}, *GET)
    assert [value for _, value in headers.values()] == ["1", "1.5", "x"]


@pytest.mark.parametrize("name", ["", "a b", "a:b", "é", "a\r\nb", "a\0"])
def test_bad_names(name):
    with pytest.raises(ValueError, match=r"bad header name .*: GET /x"):
        set_header({}, name, "1", *GET)


@pytest.mark.parametrize("value", ["a\rb", "a\nb", "a\0b", "a\r\nX-Injected: 1", "\u2713"])
def test_bad_values_are_not_shown(value):
    with pytest.raises(ValueError, match=r"value of header 'Authorization' holds .*: GET /x") as e:
        set_header({}, "Authorization", value, *GET)
    assert value not in str(e.value)


@pytest.mark.parametrize(("name", "value"), [(1, "x"), (b"x", "x"), ("x", None), ("x", b"x")])
def test_wrong_types(name, value):
    with pytest.raises(TypeError, match="GET /x"):
        set_header({}, name, value, *GET)


@pytest.mark.parametrize("headers", ["X: 1", [("X", "1")], 1])
def test_headers_must_be_a_mapping(headers):
    with pytest.raises(TypeError, match="must be a mapping"):
        set_headers({}, headers, *GET)


def test_forbidden_headers_are_dropped_with_one_warning():
    headers = {}
    names = ("Cookie", "Host", "Sec-X", "Proxy-Y", "X-Fine")
    set_headers(headers, dict.fromkeys(names, "1"), *GET)
    with pytest.warns(RuntimeWarning, match="Cookie, Host, Sec-X, Proxy-Y: GET /x") as seen:
        kept = drop_forbidden(headers, *GET)
    assert list(kept) == ["x-fine"]
    assert len(seen) == 1


def test_method_override_is_forbidden_for_forbidden_methods_only():
    headers = {}
    set_header(headers, "X-HTTP-Method-Override", "PATCH", *GET)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert drop_forbidden(headers, *GET) is headers
    set_header(headers, "X-HTTP-Method-Override", "TRACE", *GET)
    with pytest.warns(RuntimeWarning):
        assert drop_forbidden(headers, *GET) == {}
