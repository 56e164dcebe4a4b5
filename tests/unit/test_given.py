"""Python values that JavaScript holds, by number."""

import pytest

from browser import _given


class Unhashable:
    __hash__ = None

    def __call__(self):
        return 5


@pytest.fixture(autouse=True)
def nothing_is_held(monkeypatch):
    for name in ("values", "_numbers"):
        monkeypatch.setattr(_given, name, {})


def test_a_function_has_one_number():
    number = _given.number_of(print)
    assert _given.number_of(print) == _given.known_number(print) == number
    assert _given.number_of(len) != number
    assert _given.values[number] is print
    assert _given.known_number(repr) == 0


def test_a_method_has_one_number():
    class Page:
        def method(self):
            pass

    page = Page()
    assert _given.number_of(page.method) == _given.number_of(page.method)
    assert _given.number_of(page.method) != _given.number_of(Page().method)


def test_what_cannot_be_hashed_gets_a_number_each_time():
    function = Unhashable()
    first, second = _given.number_of(function), _given.number_of(function)
    assert first != second
    assert _given.known_number(function) == 0
    _given.release(first)
    assert _given.values == {second: function}


def test_other_values_get_a_number_each_time():
    value = object()
    assert _given.keep(value) != _given.keep(value)
    assert _given.known_number(value) == 0


def test_what_is_released_is_forgotten_unless_it_was_given_again():
    number = _given.number_of(print)
    _given.release(number)
    assert _given.known_number(print) == 0
    again = _given.number_of(print)
    assert again != number
    _given.release(number)
    assert _given.number_of(print) == again


def test_the_references_to_a_value_are_counted():
    """page/_cycles.py compares them with all references to it."""
    numbers = [_given.number_of(print), _given.keep([]), _given.number_of(Unhashable())]
    assert [_given.references_to(number) for number in numbers] == [2, 1, 1]
