"""Templates: from text with expressions to Python."""

import pytest

from browser.template import TemplateError, _expression


@pytest.mark.parametrize(
    ("text", "names", "value"),
    [
        ("plain", {}, "plain"),
        ("", {}, ""),
        ("{a}", {"a": True}, True),
        ("{a} and {b}", {"a": 1, "b": "x"}, "1 and x"),
        ("{{a}}", {}, "{a}"),
        ("{a:>4}", {"a": 5}, "   5"),
        ("{a!r}", {"a": "x"}, "'x'"),
        ("{d['k']}{d[\"k\"]}", {"d": {"k": 2}}, "22"),
        ("{ {'k': 1}['k'] } {'}'}", {}, "1 }"),
        ("{x if x else 'no'}", {"x": 0}, "no"),
        ("back\\slash 'quote' \"{a}\"", {"a": 1}, "back\\slash 'quote' \"1\""),
        ("two\nlines {a}", {"a": 1}, "two\nlines 1"),
    ],
)
def test_expressions(text, names, value):
    assert eval(_expression(text), dict(names)) == value


@pytest.mark.parametrize("text", ["{a", "a}", "{d['}'"])
def test_braces_without_a_partner(text):
    with pytest.raises(TemplateError, match="brace"):
        _expression(text)
