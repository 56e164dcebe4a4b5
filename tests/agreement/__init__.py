"""Bodies of tests that run twice: over the stand-in of `browser.testing` on CPython
(tests/unit/testing/test_agreement.py) and over the real XMLHttpRequest in three engines
(tests/browser/test_agreement.py).

A body is an `async def` in bodies/; its docstring says what it tests, its argument is a `World`.
It imports only `browser` and Python's library, because it is sent to the page. statements.py
lists which statement of Brython's documentation is tested where.
"""
