"""The wrappers of nodes."""

import gc

import pytest

from browser import _node_table
from browser._bridge import Wrapper


class Node(Wrapper):
    pass


@pytest.fixture(autouse=True)
def nodes(monkeypatch):
    monkeypatch.setattr(_node_table, "_nodes", {})
    monkeypatch.setattr(_node_table, "_node_class", None)
    _node_table.nodes_are(Node)


def test_a_node_has_one_wrapper_while_somebody_holds_it():
    raw = object()
    node = _node_table.wrapper_of(raw, 4)
    assert type(node) is Node
    assert node._js is raw
    assert _node_table.wrapper_of(raw, 4) is node
    assert _node_table.wrapper_of(object(), 6) is not node
    del node
    gc.collect()
    assert _node_table._nodes == {}
    assert _node_table.wrapper_of(raw, 4)._js is raw


def test_a_node_that_was_adopted_anew_is_not_forgotten_with_the_old_wrapper():
    raw = object()
    old = _node_table.wrapper_of(raw, 4)
    new = Node.__new__(Node)
    _node_table.adopt(new, raw, 4)
    del old
    gc.collect()
    assert _node_table.wrapper_of(raw, 4) is new


def test_numbers_of_pythons_nodes_are_odd():
    first, second = _node_table.next_node_id(), _node_table.next_node_id()
    assert (first % 2, second - first) == (1, 2)
