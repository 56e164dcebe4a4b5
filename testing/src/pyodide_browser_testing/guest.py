"""Runs inside the page, evaluated from its text. It must not import this package."""

import base64
import builtins
import pickle
import sys
import traceback


def pending() -> str:
    """Describes the pending requests, timers and tasks of Python; "" if there are none. Skips
    modules that were not imported."""
    found: list[str] = []

    def count(number: int, what: str) -> None:
        if number:
            found.append(f"{number} {what}{'' if number == 1 else 's'}")

    if request := sys.modules.get("browser.ajax._request"):
        count(len(request._in_flight), "request")
    if timer := sys.modules.get("browser.timer"):
        count(len(timer._waiting), "timer")
    if asyncio := sys.modules.get("asyncio"):
        count(len(asyncio.all_tasks(asyncio.get_event_loop())), "task")
    return ", ".join(found)


class Asserting:
    """The functions that pytest's rewritten assertions call. in_page.py formats their messages."""

    def __init__(self) -> None:
        self.compared: tuple[str, str, str] | None = None

    def _saferepr(self, value: object) -> str:
        try:
            text = repr(value)
        except Exception as error:
            text = f"<{type(error).__name__} raised in repr()>"
        text = text if len(text) <= 240 else f"{text[:118]}...{text[-118:]}"
        return text.replace("\n", "\\n")

    def _format_assertmsg(self, value: object) -> str:
        text = value if isinstance(value, str) else self._saferepr(value)
        return text.replace("\n", "\n~").replace("%", "%%")

    def _should_repr_global_name(self, value: object) -> bool:
        return not callable(value) and not hasattr(value, "__name__")

    def _format_boolop(self, explanations: list[str], is_or: bool) -> str:
        return f"({(' or ' if is_or else ' and ').join(explanations)})".replace("%", "%%")

    def _call_reprcompare(
        self,
        operators: tuple[str, ...],
        results: tuple[object, ...],
        explanations: tuple[str, ...],
        values: tuple[object, ...],
    ) -> str:
        """Records the first comparison that is false, and returns its explanation."""
        index = next((i for i, is_true in enumerate(results) if not is_true), len(results) - 1)
        self.compared = (operators[index], repr(values[index]), repr(values[index + 1]))
        return explanations[index]

    def _format_explanation(self, explanation: str) -> str:
        return explanation

    def _check_if_assertion_pass_impl(self) -> bool:
        return False


async def run_body(payload: str) -> dict[str, object] | None:
    """Runs the body of a test. Returns None, or a description of the error that it raised.

    `payload` is a pickle in base64: syntax tree, file name, function name and arguments.
    """
    tree, filename, name, arguments = pickle.loads(base64.b64decode(payload))
    asserting = Asserting()
    namespace = {"__name__": name, "@pytest_ar": asserting, "@py_builtins": builtins}
    exec(compile(tree, filename, "exec"), namespace)
    try:
        result = namespace[name](**arguments)
        if hasattr(result, "__await__"):
            await result
    except BaseException as error:
        frames = traceback.extract_tb(error.__traceback__)[1:]
        return {
            "kind": type(error).__name__,
            "message": str(error),
            "is_assertion": isinstance(error, AssertionError),
            "compared": asserting.compared,
            "frames": [[frame.filename, frame.lineno, frame.name] for frame in frames],
        }
    return None
