"""One body of tests, run over the stand-in of `browser.testing` on CPython
(tests/unit/testing/test_agreement.py) and over the real XMLHttpRequest in three engines
(tests/browser/test_agreement.py).

A body is an `async def` in bodies/, of what its docstring says; its argument is a `World`. It
imports nothing but `browser` and Python's own, for it is sent to the page.
"""
