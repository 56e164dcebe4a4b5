"""What can go wrong around a page, each with an exit code of its own.

TestingError
├── PageError          1
├── NoBrowser          3
├── NoSuchPage         4
├── NeverReady         5
├── NeverIdle          6
├── BrowserCrashed     7
├── PortInUse          8
└── NotSendable        (a test's body; not of the command line)
"""


class TestingError(Exception):
    """Its message is one line that says what, and what to do."""

    __test__ = False  # is no test, whatever pytest thinks of the name
    exit_code = 1


class PageError(TestingError):
    """An error in the page that nobody caught: its message is the traceback."""


class NoBrowser(TestingError):
    exit_code = 3


class NoSuchPage(TestingError):
    exit_code = 4


class NeverReady(TestingError):
    """Python has not started in time, or the page has no Python."""

    exit_code = 5


class NeverIdle(TestingError):
    """The page is ready, and what was waited for has not come in time."""

    exit_code = 6


class BrowserCrashed(TestingError):
    exit_code = 7


class PortInUse(TestingError):
    exit_code = 8


class NotSendable(TestingError):
    """The body of a test cannot run in the page."""
