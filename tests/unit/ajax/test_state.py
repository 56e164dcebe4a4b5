"""The state of a request, and the parts of `Ajax` that share it."""

import ast
from inspect import get_annotations
from pathlib import Path

import pytest

from browser import ajax
from browser.ajax._listeners import Listeners
from browser.ajax._result import Result
from browser.ajax._settings import Settings
from browser.ajax._state import State

FOLDER = Path(ajax.__file__).parent


def test_a_new_request_stores_nothing_but_its_listeners():
    assert vars(ajax.Ajax()) == {"_listeners": {}}


def test_instances_do_not_share_headers_or_listeners():
    one, two = ajax.Ajax(), ajax.Ajax()
    one.set_header("X-One", "1")
    one.bind("complete", print)
    assert (two._headers, two._listeners) == ({}, {})


@pytest.mark.parametrize("part", [Listeners, Settings, Result, ajax.Ajax])
def test_all_state_is_declared_in_one_place(part):
    declared = set(State.__annotations__)
    own = {name for name in vars(part) if name in declared}
    assert own == set()
    assert set(get_annotations(part)) & declared == set()


def test_a_second_request_begins_without_what_the_first_left(server):
    server.on("GET", "/x", status=404, body="gone")
    req = ajax.Ajax()
    req.mode = "binary"
    req.open("GET", "/x")
    req.set_header("X-One", "1")
    req.send()
    server.run()
    assert (req.status, req.read(), req.readyState) == (404, b"gone", 4)
    req.open("GET", "/y")
    assert (req.status, req.read(), req.readyState, req.error) == (0, b"", 1, None)
    assert (req._headers, req.mode) == ({}, "binary")


def imports() -> dict[str, set[str]]:
    """Module of `browser.ajax` → the modules of this package that it imports, also for types."""
    found = {}
    for path in FOLDER.glob("*.py"):
        names = set()
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module == "browser.ajax":
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.removeprefix("browser.ajax."))
        found[path.stem] = names
    return {module: names & set(found) for module, names in found.items()}


@pytest.mark.parametrize("module", sorted(set(imports())))
def test_no_module_imports_itself_by_way_of_others(module):
    graph, seen, waiting = imports(), set(), [module]
    while waiting:
        for name in graph[waiting.pop()] - seen:
            assert name != module
            seen.add(name)
            waiting.append(name)
