"""Python values that JavaScript holds: functions, and objects that mean nothing to it. JavaScript
knows each by a number, and says when it no longer holds it."""

from itertools import count
from typing import Any

values: dict[int, Any] = {}
_numbers: dict[Any, int] = {}
"""A function has one number, and so has `self.method`, which is a new object each time."""
_next_number = count(1).__next__


def keep(value: Any) -> int:
    """Returns a new number for the value."""
    number = _next_number()
    values[number] = value
    return number


def number_of(function: Any) -> int:
    """Returns the function's number, a new one if JavaScript does not hold it."""
    try:
        number = _numbers.get(function)
        if number is None:
            number = _numbers[function] = keep(function)
    except TypeError:  # unhashable
        number = keep(function)
    return number


def known_number(function: Any) -> int:
    """Returns 0 for a function that JavaScript does not hold."""
    try:
        return _numbers.get(function, 0)
    except TypeError:
        return 0


def references_to(number: int) -> int:
    """How many references to a value these tables have."""
    return 2 if known_number(values[number]) else 1


def release(number: int) -> None:
    value = values.pop(number, None)
    try:
        if _numbers.get(value) == number:
            del _numbers[value]
    except TypeError:
        pass
