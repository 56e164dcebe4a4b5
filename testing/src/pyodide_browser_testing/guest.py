"""What the tools run inside the page, where it is evaluated from its text: it imports nothing of
this package, and what it offers are the names of its namespace."""

import base64
import builtins
import pickle
import sys
import traceback


def pending() -> str:
    """What Python still waits for, in words; "" for nothing. Modules that nobody has imported hold
    nothing."""
    found = []

    def count(number: int, what: str) -> None:
        if number:
            found.append(f"{number} {what}{'' if number == 1 else 's'}")

    if request := sys.modules.get("browser.ajax.request"):
        count(len(request._in_flight), "request")
    if timer := sys.modules.get("browser.timer"):
        count(len(timer._waiting), "timer")
    if asyncio := sys.modules.get("asyncio"):
        count(len(asyncio.all_tasks(asyncio.get_event_loop())), "task")
    return ", ".join(found)


class Asserting:
    """What pytest's rewritten assertions call. What they say is put in form on the other side."""

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
        """Of the first comparison that does not hold."""
        index = next((i for i, held in enumerate(results) if not held), len(results) - 1)
        self.compared = (operators[index], repr(values[index]), repr(values[index + 1]))
        return explanations[index]

    def _format_explanation(self, explanation: str) -> str:
        return explanation

    def _check_if_assertion_pass_impl(self) -> bool:
        return False


async def run_body(sent: str) -> dict[str, object] | None:
    """Runs a test's body; returns what it raised, or None. `sent` is a pickle, in base64, of its
    tree, the name of its file, its own name and its arguments."""
    tree, filename, name, arguments = pickle.loads(base64.b64decode(sent))
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
            "said": str(error),
            "is_assertion": isinstance(error, AssertionError),
            "compared": asserting.compared,
            "frames": [[frame.filename, frame.lineno, frame.name] for frame in frames],
        }
    return None
