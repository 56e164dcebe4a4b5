"""Scripts of class "webworker", and the wheel in a worker that the page starts."""

import ast

import pytest


def test_scripts_of_class_webworker_run_in_workers(visit):
    (unnamed,) = visit.open("/pages/webworker.html")
    assert "needs an id" in unnamed
    visit.wait(lambda: visit.js("return globalThis.answers && globalThis.early"))
    about, *others = ast.literal_eval(visit.js("return answers"))
    assert about == ["echo", ["a", "b"], True, "beside"]
    others.remove(["1", [0, 255]])  # it comes when its request has ended
    assert others == [
        {"got": {"a": [1, 2.5, None, True, {"b": "é"}]}, "kind": "dict"},
        {"got": [b"\x00\xff", []], "kind": "list"},
        {"got": 5, "kind": "int"},
        {"got": "text", "kind": "str"},
    ]
    assert visit.js("return early") == "{'got': 'sent at once', 'kind': 'str'}"
    assert visit.js("return missing") == "no script of class \"webworker\" has the id 'nope'"


def test_an_error_in_a_worker_is_told_to_the_page(visit):
    visit.open("/pages/webworker.html")
    visit.wait(lambda: visit.js("return globalThis.failed"))
    failed = visit.js("return failed")
    assert failed.startswith("RuntimeError: Traceback")
    assert failed.endswith("ValueError: in a module")
    assert 'File "raising.py", line 2, in fail' in failed
    assert visit.said["log"] == []


@pytest.mark.parametrize(
    ("query", "relative"),
    [
        ("", "'None'"),
        # A worker from a blob: it has an origin, but no folder.
        ("?blob", "the URL is not valid: GET beside.py?"),
    ],
)
def test_the_wheel_sets_itself_up_in_a_worker_which_says_what_is_not_there(visit, query, relative):
    visit.open(f"/pages/worker.html{query}")
    answer = visit.global_("result")
    assert "['café ✓', 'café ✓', True, True, 'RequestTimeout', 'NetworkError'" in answer
    assert "a worker has no document: send a message to the page" in answer
    assert "a worker has no localStorage: use it in the page" in answer
    assert answer.endswith("True]")
    assert relative in answer


def test_install_makes_the_wheel_work_under_a_strict_policy(visit):
    visit.open("/pages/host.html?install")
    assert visit.global_("result") == "answered"


def test_where_the_policy_forbids_the_wheel_to_set_itself_up_the_error_says_what_to_do(visit):
    visit.open("/pages/host.html")
    assert "install(pyodide)" in visit.global_("result")
