"""Values between Python and JavaScript, with a stand-in for js_shim/bridge/dom.ts."""

import asyncio
import subprocess
import sys
from array import array
from types import MappingProxyType

import pytest

from browser import _bridge, _given, _handles, _report
from browser._bridge import Wrapper, copied, stored, to_js, to_python


class Proxy:
    """A JavaScript object; `identify` returns its `kind`."""

    def __init__(self, kind=0):
        self.kind = kind


class Wrapped(Wrapper):
    __slots__ = ()

    def __init__(self, js):
        self._js = js


class Deferred:
    def __init__(self):
        self.ended = []

    def succeed(self, value):
        self.ended.append(("succeeded", value))

    def fail(self, text):
        self.ended.append(("failed", text))


NULL = object()


@pytest.fixture(autouse=True)
def javascript(monkeypatch):
    connected = {
        "_shim": None,
        "JsProxy": Proxy,
        "null": NULL,
        "copy": lambda value, **options: ("copy", value),
        "identify": lambda value: value.kind,
        "functionOf": lambda number: ("function", number),
        "opaque": lambda text, number: ("opaque", text, number),
        "give": lambda raw, number: ("given", raw, number),
        "objectOf": lambda *entries: ("object", *entries),
        "deferred": Deferred,
    }
    for name, value in connected.items():
        monkeypatch.setitem(_bridge.bridge.__dict__, name, value)
    monkeypatch.setattr(_bridge, "_wrappers", {})
    for name in ("values", "_numbers"):
        monkeypatch.setattr(_given, name, {})
    monkeypatch.setattr(_handles, "_release", lambda *handles: None)
    monkeypatch.setattr(_handles, "_release_later", lambda: None)


@pytest.mark.parametrize("value", ["text", "", 0, 5, 1.5, True, False])
def test_plain_values_cross_as_they_are(value):
    assert to_python(value) is value
    assert to_js(value) is value


def test_null_is_none():
    assert to_python(None) is None
    assert to_python(NULL) is None
    assert to_js(None) is NULL
    assert to_js(NULL) is NULL


def test_what_python_gave_comes_back_as_itself():
    values = [object(), object()]
    numbers = [to_js(value)[2] for value in values]
    assert [to_python(Proxy(-100 - number)) for number in numbers] == values
    _given.release(numbers[0])
    with pytest.raises(KeyError):
        to_python(Proxy(-100 - numbers[0]))


def test_each_kind_has_its_wrapper():
    _bridge.wraps(-3, lambda value: ("event", value))
    _bridge.wraps(0, lambda value: ("object", value))
    event, thing = Proxy(-3), Proxy(0)
    assert to_python(event) == ("event", event)
    assert to_python(thing) == ("object", thing)


def test_a_wrapper_is_imported_when_it_is_first_needed(monkeypatch, tmp_path):
    register = "from browser import _bridge\n_bridge.wraps(-3, lambda value: ('late', value))\n"
    (tmp_path / "late_wrapper.py").write_text(register)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(_bridge._MODULES, -3, "late_wrapper")
    event = Proxy(-3)
    assert to_python(event) == ("late", event)


def test_the_named_modules_register_every_kind():
    code = (
        "from browser import _bridge\n"
        "for module in _bridge._MODULES.values(): __import__(module)\n"
        "assert set(_bridge._wrappers) == set(_bridge._MODULES)"
    )
    subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": "src"}, check=True)


def test_wrappers_and_proxies_go_as_what_they_wrap():
    raw = Proxy()
    assert to_js(Wrapped(raw)) is raw
    assert to_js(raw) is raw


@pytest.mark.parametrize("value", [[1, None], (1, None), range(2), frozenset({1})])
def test_sequences_and_sets_are_copied(value):
    kind, items = to_js(value)
    assert kind == "copy"
    assert items == [NULL if item is None else item for item in value]


def test_mappings_and_bytes_are_copied():
    assert to_js(MappingProxyType({1: None, "b": "x"})) == ("object", "1", NULL, "b", "x")
    for value in (b"ab", bytearray(b"ab"), memoryview(b"ab")):
        assert to_js(value) == ("copy", value)


def test_a_function_is_the_same_each_time():
    class Page:
        def method(self):
            pass

    page = Page()
    assert to_js(page.method) == to_js(page.method)
    assert to_js(print) == to_js(print) == ("function", _given.known_number(print))
    assert to_js(print) != to_js(len)
    _given.release(to_js(print)[1])
    assert _given.known_number(print) == 0


def test_a_function_that_cannot_be_hashed_is_called_by_each_of_its_numbers():
    class Unhashable:
        __hash__ = None

        def __call__(self):
            return 5

    function = Unhashable()
    first, second = to_js(function), to_js(function)
    assert first != second
    assert _bridge._dispatch(first[1]) == 5
    _given.release(first[1])
    assert _bridge._dispatch(second[1]) == 5


def test_a_list_that_is_stored_is_remembered_itself():
    value = [1]
    kind, raw, number = stored(value)
    assert (kind, raw) == ("given", ("copy", [1]))
    assert _given.values[number] is value
    assert stored({"a": 1})[0] == stored((1,))[0] == "given"
    assert stored("text") == "text"
    assert stored(b"ab") == ("copy", b"ab")


def test_arguments():
    assert _bridge.raw_arguments((1, None, "x")) == [1, NULL, "x"]


def test_handles_among_the_arguments_are_marked():
    thing = Thing()
    _handles.adopt(thing, 15)
    assert _bridge.arguments((1, thing, None, thing), None) == [0b1010, 1, 15, NULL, 15]
    thing._js = Proxy()
    many = _bridge.arguments((thing,) * 40, None)
    assert many[0] == 2**30 - 1
    assert many[1:] == [15] * 30 + [thing._js] * 10


def test_copied_values_are_pythons_own():
    class Plain(Proxy):
        def to_py(self):
            return {"list": [1, NULL, memoryview(b"ab")], "deep": {"x": None}}

    assert copied(Plain()) == {"list": [1, None, b"ab"], "deep": {"x": None}}
    assert copied("text") == "text"


def test_javascript_calls_a_function():
    number = to_js(lambda *values: list(values))[1]
    assert _bridge._dispatch(number, 1, NULL, "x") == ("copy", [1, NULL, "x"])
    assert _bridge._dispatch(to_js(lambda: None)[1]) is None
    wrapped = Wrapped(Proxy())
    assert _bridge._dispatch(to_js(lambda: wrapped)[1]) is wrapped._js


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_error_in_a_function_is_reported(monkeypatch, error):
    reported = []
    monkeypatch.setattr(_report, "report", reported.append)

    def broken():
        raise error

    number = to_js(broken)[1]
    if error is KeyboardInterrupt:
        with pytest.raises(KeyboardInterrupt):
            _bridge._dispatch(number)
    else:
        assert _bridge._dispatch(number) is None
    assert [type(found) for found in reported] == [error]


def test_a_coroutine_becomes_a_promise(monkeypatch):
    monkeypatch.setattr(_report, "report", lambda error: None)

    async def result(value):
        await asyncio.sleep(0)
        if isinstance(value, Exception):
            raise value
        return value

    async def main():
        number = to_js(result)[1]
        given = to_js(ValueError("mine"))[2]
        promises = [
            _bridge._dispatch(number, 5),
            _bridge._dispatch(number, NULL),
            _bridge._dispatch(number, "x"),
            _bridge._dispatch(number, Proxy(-100 - given)),
        ]
        slow = to_js(lambda: asyncio.sleep(9))[1]
        promises.append(_bridge._dispatch(slow))
        await asyncio.sleep(0)
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            if "sleep" in str(task.get_coro()):
                task.cancel()
        for _ in range(4):
            await asyncio.sleep(0)
        return [promise.ended for promise in promises]

    assert asyncio.run(main()) == [
        [("succeeded", 5)],
        [("succeeded", None)],
        [("succeeded", "x")],
        [("failed", "ValueError: mine")],
        [("failed", "cancelled")],
    ]


def test_a_positive_kind_is_a_node(monkeypatch):
    monkeypatch.setattr(_handles, "node", lambda handle: ("node", handle))
    assert to_python(Proxy(4)) == ("node", 4)


def written(*numbers):
    """What JavaScript writes before it returns `undefined` for an object."""
    _bridge.cells[: len(numbers)] = memoryview(array("i", numbers))


@pytest.fixture
def nodes(monkeypatch):
    monkeypatch.setattr(_handles, "node", lambda handle: ("node", handle))


class Thing(Wrapper):
    __slots__ = ()


def test_an_object_arrives_as_kind_and_handle(nodes, monkeypatch):
    _bridge.wraps(0, Thing)
    written(1, 0, 7)
    thing = to_python(None)
    assert (type(thing), thing._id) == (Thing, 7)
    assert to_python(None) is None
    written(1, 0, 7)
    assert to_python(None) is thing
    written(1, 4, 0)
    assert to_python(None) == ("node", 4)
    given = object()
    number = to_js(given)[2]
    written(1, -100 - number, 0)
    assert to_python(None) is given


def test_several_objects_arrive_at_once(nodes):
    _bridge.wraps(-1, Thing)
    written(4, 0, -1, 9, 6, 0)
    first, thing, last = _bridge.several(3)
    assert (first, thing._id, last) == (("node", 4), 9, ("node", 6))
    assert to_python(None) is None
    assert _bridge.several([1, NULL, "x"]) == [1, None, "x"]
    assert _bridge.several(0) == []


def test_a_proxy_of_an_object_becomes_its_one_wrapper(monkeypatch):
    _bridge.wraps(0, Thing)
    monkeypatch.setitem(_bridge.bridge.__dict__, "holdOnce", lambda value: 15)
    thing = to_python(Proxy())
    assert (type(thing), thing._id) == (Thing, 15)
    assert to_python(Proxy()) is thing


@pytest.mark.parametrize("convert", [to_js, copied])
def test_a_value_that_contains_itself_is_an_error(convert):
    items, pairs = [], {}
    items.append(items)
    pairs["self"] = pairs
    for value in (items, pairs):
        with pytest.raises(ValueError, match="the value contains itself"):
            convert(value)


def test_a_wrapper_makes_what_it_lacks(monkeypatch):
    raw = Proxy()
    monkeypatch.setitem(_bridge.bridge.__dict__, "hold", lambda value: 11 if value is raw else 0)
    monkeypatch.setitem(_bridge.bridge.__dict__, "objectAt", lambda handle: raw)
    with_raw, with_handle, empty = Wrapped(raw), Thing(), Thing()
    _handles.adopt(with_handle, 13)
    assert _bridge.missing(with_raw, "_id") == with_raw._id == 11
    assert _bridge.missing(with_handle, "_js") is with_handle._js is raw
    with pytest.raises(AttributeError):
        _bridge.missing(empty, "_js")


def test_a_name_gets_one_number_and_no_more_than_fit(monkeypatch):
    numbers = iter(range(100, 200))
    monkeypatch.setitem(_bridge.bridge.__dict__, "numberOfName", lambda name: next(numbers))
    monkeypatch.setattr(_bridge, "_MOST_NAMES", 2)
    names = _bridge._Names()
    assert [names[name] for name in ("a", "b", "a", "c")] == [100, 101, 100, "c"]
