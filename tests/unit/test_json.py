"""When the stack is limited while JSON is decoded, and that it is whole again."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser import _host, _json

LONG = " " * _json.SHORT


@pytest.fixture
def limits(monkeypatch):
    """Decodes as in Pyodide; lists the calls that limit the stack."""
    calls = []
    monkeypatch.setattr(_host, "in_pyodide", lambda: True)
    monkeypatch.setattr(_host, "limit_stack", lambda size: calls.append(size) or True)
    monkeypatch.setattr(_host, "reset_stack", lambda: calls.append("reset"))
    monkeypatch.setattr(json.JSONDecoder, "raw_decode", json.JSONDecoder.raw_decode)
    _json.limit_depth()
    return calls


def test_the_stack_is_limited_for_long_json(limits):
    assert json.loads("[1]" + LONG) == [1]
    assert limits == [_json.STACK, "reset"]


def test_short_json_needs_no_limit(limits):
    assert json.loads("[1]") == [1]
    assert limits == []


def test_the_stack_is_whole_again_after_an_error(limits, monkeypatch):
    with pytest.raises(json.JSONDecodeError):
        json.loads("[1" + LONG)
    assert limits == [_json.STACK, "reset"]
    monkeypatch.setattr(_json, "_decode_in_c", lambda *_: (_ for _ in ()).throw(RecursionError))
    with pytest.raises(RecursionError, match=r"2,000 levels"):
        json.loads("[1" + LONG)
    assert limits == [_json.STACK, "reset"] * 2


def test_where_python_has_no_such_limit(limits, monkeypatch):
    monkeypatch.setattr(_host, "limit_stack", lambda size: False)
    assert json.loads("[1]" + LONG) == [1]
    assert limits == []


def test_not_on_a_desktop(monkeypatch):
    own = json.JSONDecoder.raw_decode
    _json.limit_depth()
    assert json.JSONDecoder.raw_decode is own


@pytest.mark.parametrize(
    "hooks",
    [
        {"object_hook": dict},
        {"object_pairs_hook": dict},
        {"parse_float": lambda text: text},
        {"parse_int": lambda text: text},
    ],
    ids=lambda hooks: next(iter(hooks)),
)
def test_functions_of_python_have_the_whole_stack(limits, hooks):
    levels = _json.LEVELS
    assert json.loads("[" * levels + "]" * levels, **hooks)
    with pytest.raises(RecursionError, match=r"2,000 levels"):
        json.loads("[" * (levels + 1) + "]" * (levels + 1), **hooks)
    assert limits == []


def test_a_class_is_no_function_of_python(limits):
    assert json.loads("[1.5]" + LONG, parse_float=Decimal) == [Decimal("1.5")]
    assert limits == [_json.STACK, "reset"]


JSON = st.recursive(
    st.none() | st.integers() | st.text(st.sampled_from('[]{}"\\a')),
    lambda items: st.lists(items) | st.dictionaries(st.text(st.sampled_from('[{"\\')), items),
)


@given(JSON)
def test_depth(value):
    def depth(value):
        if isinstance(value, dict):
            value = list(value.values())
        return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0

    assert _json._depth(json.dumps(value)) == depth(value)
