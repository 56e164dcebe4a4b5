"""Which wrappers only listeners refer to, with a stand-in for js_shim/bridge/handles.ts."""

import weakref
from functools import partial
from itertools import count

import pytest

from browser import _bridge, _given, _handles
from browser._bridge import Wrapper
from browser.page import _cycles

new_handle = count(2, 2).__next__


class Node(Wrapper):
    pass


class View:
    def __init__(self):
        self.box, self.button = node(), node()
        self.me = self

    def clicked(self, event):
        self.box, self.button = event


def node():
    wrapper = Node.__new__(Node)
    _handles.adopt(wrapper, new_handle())
    return wrapper


class Shim:
    """The listeners of nodes outside the page, and what has been handed over."""

    def __init__(self):
        self.listeners = []
        self.groups = []

    def bind(self, function):
        self.listeners.append(_given.number_of(function))
        return self.listeners[-1]

    def listenersOutside(self):
        return self.listeners

    def copy(self, values):
        return list(values)

    def heldBy(self, numbers, handles):
        self.groups.append((sorted(numbers), sorted(handles)))


@pytest.fixture(autouse=True)
def shim(monkeypatch):
    shim = Shim()
    monkeypatch.setattr(_cycles, "bridge", shim)
    monkeypatch.setattr(_handles, "_wrappers", {})
    monkeypatch.setattr(_handles, "_release_later", lambda: None)
    yield shim
    for number in shim.listeners:
        _given.release(number)
    _handles.unused.clear()


def closure(shim, *nodes):
    return shim.bind(lambda event: nodes)


def handed_over(shim):
    _cycles.hand_over(shim.listenersOutside())
    return shim.groups


def test_a_node_that_only_its_listener_refers_to(shim):
    handle = (one := node())._id
    number = closure(shim, one)
    del one
    assert handed_over(shim) == [([number], [handle])]


def test_a_node_that_the_program_refers_to_stays(shim):
    one = node()
    closure(shim, one)
    assert handed_over(shim) == []
    assert one._id


def test_a_node_that_an_object_of_the_program_refers_to_stays(shim):
    view = View()
    shim.bind(view.clicked)
    assert handed_over(shim) == []
    assert view.box


def test_methods_of_an_object_that_only_they_refer_to(shim):
    view = View()
    handles = [view.box._id, view.button._id]
    numbers = [shim.bind(view.clicked), shim.bind(partial(View.clicked, view))]
    del view
    assert handed_over(shim) == [(numbers, handles)]


def test_listeners_without_common_nodes_are_handed_over_apart(shim):
    first, second = (one := node())._id, (other := node())._id
    numbers = [closure(shim, one), closure(shim, other)]
    del one, other
    assert sorted(handed_over(shim)) == [([numbers[0]], [first]), ([numbers[1]], [second])]


def test_a_listener_that_the_program_refers_to_holds_its_nodes(shim):
    one = node()
    kept = partial(print, one)
    shim.bind(kept)
    del one
    assert handed_over(shim) == []
    assert kept


def test_part_of_what_a_listener_refers_to_may_stay(shim):
    kept, handle = node(), (one := node())._id
    number = closure(shim, one, kept)
    del one
    assert handed_over(shim) == [([number], [handle])]


def test_what_a_function_that_javascript_holds_elsewhere_refers_to_stays(shim):
    elsewhere = _given.number_of(partial(print, one := node()))
    closure(shim, one)
    del one
    assert handed_over(shim) == []
    _given.release(elsewhere)


def test_weak_references_of_the_program_count(shim):
    reference = weakref.ref(one := node())
    closure(shim, one)
    del one
    assert handed_over(shim) == []
    assert reference() is not None


def test_a_suspended_generator_counts(shim):
    def steps():
        one = node()
        closure(shim, one)
        yield
        assert one

    running = steps()
    next(running)
    assert handed_over(shim) == []
    assert list(running) == []


def test_modules_classes_and_globals_are_not_followed(shim, monkeypatch):
    monkeypatch.setattr(_cycles, "MOST", 20)
    handle = (one := node())._id
    number = closure(shim, one, pytest, View)
    del one
    assert handed_over(shim) == [([number], [handle])]


def test_with_too_many_objects_nothing_is_handed_over(shim, monkeypatch):
    monkeypatch.setattr(_cycles, "MOST", 20)
    closure(shim, *[node() for _ in range(30)])
    assert handed_over(shim) == []


def test_a_raw_value_is_made_again_when_it_is_used(shim):
    one = node()
    _bridge.set_raw(one, object())
    assert _bridge.has_raw(one)
    _bridge.forget_raw(one)
    _bridge.forget_raw(one)
    assert not _bridge.has_raw(one)
    assert one._id
