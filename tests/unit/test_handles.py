"""The wrappers of JavaScript's objects, with a stand-in for js_shim/bridge/handles.ts."""

import gc
from itertools import count

import pytest

from browser import _handles
from browser._bridge import Wrapper
from browser.dom._lists import Nodes


class Node(Wrapper):
    pass


class Shim:
    """Records what is released; `wait` is the end of a turn of the event loop."""

    def __init__(self):
        self.released = []
        self.is_later = 0

    def release(self, *handles):
        self.released += handles

    def release_later(self):
        self.is_later += 1

    def wait(self):
        self.is_later = 0
        _handles.waits()


@pytest.fixture(autouse=True)
def shim(monkeypatch):
    monkeypatch.setattr(_handles, "_wrappers", {})
    monkeypatch.setattr(_handles, "_node_class", None)
    monkeypatch.setattr(_handles, "_is_later", False)
    monkeypatch.setattr(_handles, "_release", None)
    monkeypatch.setattr(_handles, "_release_later", None)
    _handles.unused.clear()
    _handles.nodes_are(Node)
    shim = Shim()
    _handles.connect(shim.release, shim.release_later)
    yield shim
    _handles._recent.clear()
    _handles.unused.clear()


def test_a_node_has_one_wrapper_while_somebody_holds_it(shim):
    node = _handles.node(4)
    assert type(node) is Node
    assert node._id == 4
    assert _handles.node(4) is node
    assert _handles.node(6) is not node
    del node
    shim.wait()
    gc.collect()
    assert _handles._wrappers == {}
    assert _handles.node(4)._id == 4


def test_the_living_wrapper_of_an_object():
    assert _handles.living(7) is None
    wrapper = adopted(7)
    assert _handles.living(7) is wrapper
    del wrapper
    gc.collect()
    assert _handles.living(7) is None


def test_a_node_that_was_adopted_anew_is_not_forgotten_with_the_old_wrapper(shim):
    old = _handles.node(4)
    new = Node.__new__(Node)
    _handles.adopt(new, 4)
    del old
    shim.wait()
    gc.collect()
    assert _handles.node(4) is new
    assert shim.released == []


def test_a_handle_is_released_when_the_program_waits(shim):
    wrapper = Node.__new__(Node)
    _handles.adopt(wrapper, 5)
    assert shim.is_later == 0
    del wrapper
    gc.collect()
    assert (shim.released, shim.is_later) == ([], 1)
    shim.wait()
    assert shim.released == [5]


def test_a_wrapper_that_was_just_made_lives_until_the_program_waits(shim):
    first = _handles.node(4)
    again = id(first)
    del first
    gc.collect()
    assert id(_handles.node(4)) == again
    assert shim.released == []


def test_many_unused_handles_are_released_at_once_but_not_before_settle(shim):
    wrappers = [Node.__new__(Node) for _ in range(_handles.MANY)]
    for handle, wrapper in enumerate(wrappers):
        _handles.adopt(wrapper, handle)
    del wrapper
    wrappers.pop()
    wrappers.clear()
    gc.collect()
    assert shim.released == []
    _handles.settle()
    assert sorted(shim.released) == list(range(_handles.MANY))


def test_fewer_are_not_released_at_once(shim):
    for handle in range(_handles.MANY - 1):
        _handles.adopt(Node.__new__(Node), handle)
    gc.collect()
    _handles.settle()
    assert shim.released == []
    assert shim.is_later == 1


@pytest.mark.parametrize("use", [_handles.node, lambda handle: adopted(handle)])
def test_a_handle_that_is_used_again_is_not_released(shim, use):
    _handles.adopt(Node.__new__(Node), 8)
    gc.collect()
    wrapper = use(8)
    shim.wait()
    assert shim.released == []
    assert _handles._wrappers[8]() is wrapper


class Searches(list):
    """How many wrappers there were at each search, which leaves `in_use` to Python."""

    in_use = 0

    def __call__(self):
        self.append(len(_handles._wrappers))
        return self.in_use


@pytest.fixture
def searches(shim, monkeypatch):
    monkeypatch.setattr(_handles, "_in_use", 0)
    monkeypatch.setattr(_handles, "_searched", 0)
    monkeypatch.setattr(_handles, "_search", None)
    searches = Searches()
    _handles.search_with(searches)
    return searches


def test_many_wrappers_start_a_search(shim, searches):
    new = count(2, 2)
    wrappers = [adopted(next(new)) for _ in range(_handles.MANY_WRAPPERS)]
    shim.wait()
    assert searches == []
    wrappers.append(adopted(next(new)))
    shim.wait()
    shim.wait()
    assert searches == [101]


def test_the_more_wrappers_stay_in_use_the_later_is_the_next_search(shim, searches):
    searches.in_use = 150
    new = count(2, 2)
    wrappers = [adopted(next(new)) for _ in range(151)]
    shim.wait()
    wrappers += [adopted(next(new)) for _ in range(149)]
    shim.wait()
    assert searches == [151]
    wrappers += [adopted(next(new)) for _ in range(2)]
    shim.wait()
    assert searches == [151, 302]
    wrappers.clear()
    gc.collect()
    shim.wait()
    wrappers += [adopted(next(new)) for _ in range(101)]
    shim.wait()
    assert searches == [151, 302, 101]


def test_wrappers_that_wait_for_javascripts_garbage_collector_delay_no_search(shim, searches):
    """Handed over, they are not in use; the same number of new ones is searched at once."""
    new = count(2, 2)
    wrappers = [adopted(next(new)) for _ in range(600)]
    shim.wait()
    shim.wait()
    assert searches == [600]
    newer = [adopted(next(new)) for _ in range(600)]
    wrappers.clear()
    gc.collect()
    shim.wait()
    assert searches == [600, 600]
    assert len(newer) == 600


def adopted(handle):
    wrapper = Node.__new__(Node)
    _handles.adopt(wrapper, handle)
    return wrapper


def test_a_list_keeps_its_handle_until_javascript_has_released_it(shim):
    nodes = Nodes()
    _handles.watch(nodes, 9)
    _handles.disown(9)
    del nodes
    gc.collect()
    shim.wait()
    assert shim.released == []


def test_engines_limit_the_number_of_arguments(shim, monkeypatch):
    calls = []
    monkeypatch.setattr(_handles, "_release", lambda *handles: calls.append(len(handles)))
    _handles.unused.update(range(2500))
    _handles.release()
    assert calls == [1000, 1000, 500]
