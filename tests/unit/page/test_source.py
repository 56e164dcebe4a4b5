import pytest

from browser.page.source import inline


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("x = 1", "x = 1"),
        ("\nx = 1\n", "x = 1\n"),
        ("  \r\nx = 1\r\n", "x = 1\n"),
        ("\n    if x:\n        y()\n    ", "if x:\n    y()\n"),
        ("\n\tif x:\n\t\ty()\n", "if x:\n\ty()\n"),
        ("\n  # first\n    x = 1\n", "  # first\nx = 1\n"),
        ('\n    s = """\nleft\n    """\n', 's = """\nleft\n"""\n'),
        ("\n\n    x = 1\n\n    y = 2", "\nx = 1\n\ny = 2"),
        ("", ""),
        ("\n   \n", "   \n"),
    ],
)
def test_inline(text, source):
    assert inline(text) == source
