import pytest

from browser.page._source import declared_encoding, inline, rename_async


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


@pytest.mark.parametrize(
    ("source", "renamed"),
    [
        ("get(url, async=False)", "get(url, async_=False)"),
        ("get(async = True, x=1)", "get(async_ = True, x=1)"),
        (
            "get(url,\n    # a comment\n    async=True)",
            "get(url,\n    # a comment\n    async_=True)",
        ),
        ("f(g(async=1), async=2)", "f(g(async_=1), async_=2)"),
        ("'async=' # async=1\nf(async=1)", "'async=' # async=1\nf(async_=1)"),
        ('"""\nf(async=1)\n"""', '"""\nf(async=1)\n"""'),
        ("f(é='é', async=1)", "f(é='é', async_=1)"),
        ("async = 1", "async = 1"),
        ("f(async=1", "f(async=1"),
        ("f(async==1)", "f(async==1)"),
    ],
)
def test_rename_async(source, renamed):
    assert rename_async(source) == renamed


@pytest.mark.parametrize(
    ("source", "encoding"),
    [
        ("# -*- coding: latin-1 -*-\nx = 1", "latin-1"),
        ("#!/usr/bin/env python\n# vim: set fileencoding=cp1252 :\n", "cp1252"),
        ("\n# coding=koi8-r", "koi8-r"),
        ("\r\n# coding=koi8-r\r\n", "koi8-r"),
        ("# coding: UTF_8", ""),
        ("# coding: utf8", ""),
        ("x = 1\n# coding: latin-1", ""),
        ("\n\n# coding: latin-1", ""),
        ("s = '# coding: latin-1'", ""),
        ("", ""),
    ],
)
def test_a_declared_encoding(source, encoding):
    assert declared_encoding(source) == encoding
