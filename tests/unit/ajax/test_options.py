import warnings

import pytest

from browser.ajax._arguments import UNSET, check_blocking, check_method, check_mode, milliseconds
from browser.ajax._decoding import RESPONSE_TYPES

GET = ("GET", "/x")


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(None, 0), (0, 0), (2, 2000), (0.5, 500), (0.0001, 1), (float("inf"), 0), (10**9, 0)],
)
def test_milliseconds(seconds, expected):
    assert milliseconds(seconds, *GET) == expected


@pytest.mark.parametrize("seconds", ["1", True, [1], object()])
def test_a_timeout_that_is_no_number(seconds):
    with pytest.raises(TypeError, match=r"number of seconds, not .*: GET /x"):
        milliseconds(seconds, *GET)


@pytest.mark.parametrize("seconds", [-1, -0.1, float("nan")])
def test_a_timeout_that_is_negative(seconds):
    with pytest.raises(ValueError, match=r"timeout of .*: GET /x"):
        milliseconds(seconds, *GET)


@pytest.mark.parametrize("method", ["get", "Patch", "PROPFIND", "x-custom"])
def test_methods_are_upper_cased(method):
    assert check_method(method, "/x") == method.upper()


@pytest.mark.parametrize("method", ["CONNECT", "trace", "Track"])
def test_methods_that_browsers_forbid(method):
    with pytest.raises(ValueError, match=rf"browsers do not let.*{method.upper()} /x"):
        check_method(method, "/x")


@pytest.mark.parametrize("method", ["", "GET /", "G\r\nT", "é"])
def test_what_is_no_method(method):
    with pytest.raises(ValueError, match="not an HTTP method"):
        check_method(method, "/x")


@pytest.mark.parametrize(
    ("positional", "blocking", "async_", "others", "expected"),
    [
        ((), UNSET, UNSET, {}, False),
        ((), True, UNSET, {}, True),
        ((), UNSET, False, {}, True),
        ((), UNSET, UNSET, {"async": False}, True),
        ((), UNSET, UNSET, {"async": True}, False),
        ((), True, False, {"async": False}, True),
        ((), 1, UNSET, {}, True),
    ],
)
def test_the_spellings_of_blocking(positional, blocking, async_, others, expected):
    assert check_blocking(positional, blocking, async_, others, *GET) is expected
    assert "async" not in others


def test_the_second_positional_argument_is_async_and_deprecated():
    with pytest.warns(DeprecationWarning, match="write blocking=True"):
        assert check_blocking((False,), UNSET, UNSET, {}, *GET) is True


def test_spellings_that_contradict_each_other():
    with pytest.raises(TypeError, match="blocking and async_ contradict"):
        check_blocking((), True, True, {}, *GET)


def test_too_many_positional_arguments():
    with pytest.raises(TypeError, match="3 positional arguments"):
        check_blocking((True, {}), UNSET, UNSET, {}, *GET)


def test_blocking_must_be_a_bool():
    with pytest.raises(TypeError, match="blocking must be True or False, not str: GET /x"):
        check_blocking((), "yes", UNSET, {}, *GET)


@pytest.mark.parametrize("mode", ["Text", "bytes", "", None, 1, ["text"]])
def test_unknown_modes(mode):
    with pytest.raises(ValueError, match=r"unknown mode .*text, binary, json, document"):
        check_mode(mode, None, RESPONSE_TYPES, *GET)


@pytest.mark.parametrize("mode", ["binary", "json", "document"])
def test_an_encoding_goes_with_text_only(mode):
    with pytest.raises(ValueError, match="encoding='utf-8' works in mode 'text' only"):
        check_mode(mode, "utf-8", RESPONSE_TYPES, *GET)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert check_mode("text", "utf-8", RESPONSE_TYPES, *GET) == "text"
