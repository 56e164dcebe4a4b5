"""`@in_page`: runs the body of a test as Python inside the page.

Pytest rewrites the assertions in the syntax tree of the function. A pickle of the tree is sent to
the page, to preserve line numbers and names. guest.py runs it, and returns a description of its
error.
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

from pyodide_browser_testing.errors import InPageUsageError, PageError
from pyodide_browser_testing.page import GUEST, PythonPage

BLANK = "<!doctype html><title>in_page</title><body></body>"
RUN = """
    const [guest, payload, end] = arguments;
    const { pyodide } = pyodideBrowser, state = pyodideBrowserTesting;
    if (!state.guest) {
        state.guest = pyodide.toPy({ __name__: "guest" });
        pyodide.runPython(guest, { globals: state.guest });
    }
    const run = state.guest.get("run_body");
    run(payload).then((error) => end(error?.toJs({ dict_converter: Object.fromEntries }) ?? null),
                      (error) => end({ broken: String(error) }));
"""

Test = Callable[..., Any]


@overload
def in_page(page: Test) -> Test: ...
@overload
def in_page(page: str) -> Callable[[Test], Test]: ...


def in_page(page: Test | str) -> Any:
    """Runs the body of a test in the page.

    `@in_page("shop.html")` opens the page first, as `python_page.open` does. `@in_page` uses the
    page that a fixture opened, or an empty one. The body must import the modules that it uses. Its
    arguments are fixtures, whose values must pickle.

    Raises InPageUsageError, before the page is opened, if the body cannot run in the page.
    """
    if isinstance(page, str):
        return functools.partial(_wrapped, page)
    return _wrapped("", page)


def _wrapped(path: str, function: Test) -> Test:
    filename = inspect.getfile(function)
    parameters = inspect.signature(function).parameters
    if "self" in parameters:
        what = "a method cannot be sent to the page: make it a function"
        raise InPageUsageError(f"{_where(function)}: {what}")

    @functools.wraps(function)
    def test(python_page: PythonPage, pytestconfig: pytest.Config, **arguments: Any) -> None:
        tree = _tree(function)
        if path or not python_page.url:
            python_page.open(path or BLANK)
        try:
            payload = pickle.dumps((tree, filename, function.__name__, arguments))
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            what = f"an argument cannot be sent to the page ({error})"
            raise InPageUsageError(f"{_where(function)}: {what}") from None
        failure = python_page.run_async(RUN, GUEST, base64.b64encode(payload).decode())
        python_page.check()
        if failure is not None:
            raise PageError(_message(pytestconfig, failure))

    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    own = [inspect.Parameter(name, kind) for name in ("python_page", "pytestconfig")]
    test.__signature__ = inspect.Signature([*own, *parameters.values()])  # type: ignore[attr-defined]
    return test


def _tree(function: Test) -> ast.Module:
    if function.__code__.co_freevars:
        names = ", ".join(function.__code__.co_freevars)
        what = f"the body uses {names} from the function around it"
        raise InPageUsageError(f"{_where(function)}: {what}: pass it as a fixture")
    outside = sorted(set(_global_names(function.__code__)) & set(function.__globals__))
    if "python_page" in inspect.signature(function).parameters:
        raise InPageUsageError(f"{_where(function)}: python_page is not available in the page")
    if outside:
        what = f"the body uses {', '.join(outside)} from its module, which is not in the page"
        raise InPageUsageError(f"{_where(function)}: {what}: import or define it in the body")
    try:
        source = textwrap.dedent(inspect.getsource(function))
    except OSError:
        what = "its source is not in a file, so it cannot be sent to the page"
        raise InPageUsageError(f"{_where(function)}: {what}") from None
    tree = ast.parse(source)
    (definition,) = tree.body
    assert isinstance(definition, (ast.FunctionDef, ast.AsyncFunctionDef))
    definition.decorator_list = []
    definition.returns = None
    arguments = definition.args
    for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        argument.annotation = None
    rewrite_asserts(tree, source.encode(), inspect.getfile(function))
    # Removes the imports that pytest has added: the page does not have these modules.
    tree.body = [node for node in tree.body if isinstance(node, type(definition))]
    ast.increment_lineno(tree, function.__code__.co_firstlineno - 1)
    return tree


def _global_names(code: CodeType) -> Iterator[str]:
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            name = str(instruction.argval)
            if not hasattr(builtins, name) and not name.startswith("@"):  # pytest's names
                yield name
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _global_names(constant)


def _message(config: pytest.Config, failure: dict[str, Any]) -> str:
    if "broken" in failure:
        return str(failure["broken"])
    frames = [traceback.FrameSummary(file, line, name) for file, line, name in failure["frames"]]
    message = failure["message"]
    if failure["is_assertion"]:
        message = format_explanation(_compared(config, message, failure["compared"]))
    lines = ["Traceback (most recent call last), in the page:\n"]
    lines += traceback.StackSummary.from_list(frames).format()
    return "".join([*lines, f"{failure['kind']}: {message}" if message else failure["kind"]])


def _compared(config: pytest.Config, message: str, compared: list[str] | None) -> str:
    """Adds pytest's explanation of the difference, if both values can be read from their repr."""
    if compared is None:
        return message
    operator, *reprs = compared
    try:
        left, right = map(ast.literal_eval, reprs)
    except (ValueError, SyntaxError):
        return message
    hook = config.hook.pytest_assertrepr_compare
    found = [lines for lines in hook(config=config, op=operator, left=left, right=right) if lines]
    return "\n~".join([message, *found[0][1:]]) if found else message


def _where(function: Test) -> str:
    return f"{inspect.getfile(function)}:{function.__code__.co_firstlineno} {function.__name__}"
