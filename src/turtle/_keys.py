"""The names of keys: Tk's, which programs for a desktop use, from the browser's."""

_NAMES = {
    " ": "space",
    "ArrowDown": "Down",
    "ArrowLeft": "Left",
    "ArrowRight": "Right",
    "ArrowUp": "Up",
    "Backspace": "BackSpace",
    "Enter": "Return",
    "PageDown": "Next",
    "PageUp": "Prior",
    "!": "exclam",
    "#": "numbersign",
    "*": "asterisk",
    "+": "plus",
    ",": "comma",
    "-": "minus",
    ".": "period",
    "/": "slash",
    ":": "colon",
    ";": "semicolon",
    "<": "less",
    "=": "equal",
    ">": "greater",
    "?": "question",
}


def tk_name(key: str) -> str:
    """The name in Tk of a key, by the browser's `event.key`: "ArrowUp" is "Up"."""
    return _NAMES.get(key, key)
