"""`@in_page`: the body of a test runs as Python inside the page.

The tree of the function, its assertions rewritten by pytest, is sent as a pickle: that keeps lines
and names as they are in the file. guest.py runs it; what it raises comes back as text and values.
"""

from __future__ import annotations

import ast
import base64
import builtins
import dis
import functools
import inspect
import pickle
import textwrap
import traceback
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any, overload

import pytest
from _pytest.assertion.rewrite import rewrite_asserts
from _pytest.assertion.util import format_explanation

from pyodide_browser_testing.errors import NotSendable, PageError
from pyodide_browser_testing.page import GUEST, PythonPage

BLANK = "<!doctype html><title>in_page</title><body></body>"
RUN = """
    const [guest, sent, end] = arguments;
    const { pyodide } = pyodideBrowser, state = pyodideBrowserTesting;
    if (!state.guest) {
        state.guest = pyodide.toPy({ __name__: "guest" });
        pyodide.runPython(guest, { globals: state.guest });
    }
    const run = state.guest.get("run_body");
    run(sent).then((told) => end(told?.toJs({ dict_converter: Object.fromEntries }) ?? null),
                   (error) => end({ broken: String(error) }));
"""

Test = Callable[..., Any]


@overload
def in_page(page: Test) -> Test: ...
@overload
def in_page(page: str) -> Callable[[Test], Test]: ...


def in_page(page: Test | str) -> Any:
    """Runs a test's body in the page: `@in_page("shop.html")` opens that first, as
    `python_page.open` does; `@in_page` takes the page that a fixture has opened, or a blank one.

    The body imports what it needs itself. Its arguments are fixtures, whose values must pickle. A
    body that cannot be sent raises NotSendable, before the page is opened.
    """
    if isinstance(page, str):
        return functools.partial(_sent, page)
    return _sent("", page)


def _sent(path: str, function: Test) -> Test:
    filename = inspect.getfile(function)
    parameters = inspect.signature(function).parameters
    if "self" in parameters:
        what = "a method cannot be sent to the page: make it a function"
        raise NotSendable(f"{_where(function)}: {what}")

    @functools.wraps(function)
    def test(python_page: PythonPage, pytestconfig: pytest.Config, **arguments: Any) -> None:
        tree = _tree(function)
        if path or not python_page.url:
            python_page.open(path or BLANK)
        try:
            sent = pickle.dumps((tree, filename, function.__name__, arguments))
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            what = f"an argument cannot be sent to the page ({error})"
            raise NotSendable(f"{_where(function)}: {what}") from None
        told = python_page.run_async(RUN, GUEST, base64.b64encode(sent).decode())
        python_page.check()
        if told is not None:
            raise PageError(_failure(pytestconfig, told))

    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    own = [inspect.Parameter(name, kind) for name in ("python_page", "pytestconfig")]
    test.__signature__ = inspect.Signature([*own, *parameters.values()])  # type: ignore[attr-defined]
    return test


def _tree(function: Test) -> ast.Module:
    if function.__code__.co_freevars:
        names = ", ".join(function.__code__.co_freevars)
        what = f"the body uses {names} of the function around it"
        raise NotSendable(f"{_where(function)}: {what}: pass it as a fixture")
    outside = sorted(set(_global_names(function.__code__)) & set(function.__globals__))
    if "python_page" in inspect.signature(function).parameters:
        raise NotSendable(f"{_where(function)}: the body is in the page, it has no python_page")
    if outside:
        what = f"the body uses {', '.join(outside)} of its module, which is not in the page"
        raise NotSendable(f"{_where(function)}: {what}: import or define it in the body")
    try:
        source = textwrap.dedent(inspect.getsource(function))
    except OSError:
        what = "its source is not in a file, so it cannot be sent to the page"
        raise NotSendable(f"{_where(function)}: {what}") from None
    tree = ast.parse(source)
    (definition,) = tree.body
    assert isinstance(definition, (ast.FunctionDef, ast.AsyncFunctionDef))
    definition.decorator_list = []
    definition.returns = None
    arguments = definition.args
    for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        argument.annotation = None
    rewrite_asserts(tree, source.encode(), inspect.getfile(function))
    # The imports that pytest has put first name modules that the page does not have.
    tree.body = [node for node in tree.body if isinstance(node, type(definition))]
    ast.increment_lineno(tree, function.__code__.co_firstlineno - 1)
    return tree


def _global_names(code: CodeType) -> Iterator[str]:
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            name = str(instruction.argval)
            if not hasattr(builtins, name) and not name.startswith("@"):  # those are pytest's
                yield name
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _global_names(constant)


def _failure(config: pytest.Config, told: dict[str, Any]) -> str:
    if "broken" in told:
        return str(told["broken"])
    frames = [traceback.FrameSummary(file, line, name) for file, line, name in told["frames"]]
    said = told["said"]
    if told["is_assertion"]:
        said = format_explanation(_compared(config, said, told["compared"]))
    lines = ["Traceback (most recent call last), in the page:\n"]
    lines += traceback.StackSummary.from_list(frames).format()
    return "".join([*lines, f"{told['kind']}: {said}" if said else told["kind"]])


def _compared(config: pytest.Config, said: str, compared: list[str] | None) -> str:
    """What pytest would say of two values, where their reprs are values here, too."""
    if compared is None:
        return said
    operator, *reprs = compared
    try:
        left, right = map(ast.literal_eval, reprs)
    except (ValueError, SyntaxError):
        return said
    hook = config.hook.pytest_assertrepr_compare
    found = [lines for lines in hook(config=config, op=operator, left=left, right=right) if lines]
    return "\n~".join([said, *found[0][1:]]) if found else said


def _where(function: Test) -> str:
    return f"{inspect.getfile(function)}:{function.__code__.co_firstlineno} {function.__name__}"
