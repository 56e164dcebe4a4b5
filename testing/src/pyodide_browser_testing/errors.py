"""The errors of the tools, each with its own exit code.

TestingError
├── PageError          1
├── ProjectError       2
├── BrowserNotFound    3
├── PageNotFound       4
├── PageNotReady       5
├── WaitTimeout        6
├── BrowserCrashed     7
├── PortInUse          8
└── InPageUsageError   (of `@in_page`; not of the command line)
"""


class TestingError(Exception):
    """The base class. The message says what happened and what to do."""

    __test__ = False  # not a class of tests, although pytest would collect the name
    exit_code: int = 1


class PageError(TestingError):
    """An error in the page was not caught. The message is its traceback."""


class ProjectError(TestingError):
    """The settings of a project are wrong. The message names the file."""

    exit_code = 2


class BrowserNotFound(TestingError):
    """The browser or its driver is missing, or does not start."""

    exit_code = 3


class PageNotFound(TestingError):
    """The page does not exist."""

    exit_code = 4


class PageNotReady(TestingError):
    """Python did not start before the timeout, or the page does not include the page script."""

    exit_code = 5


class WaitTimeout(TestingError):
    """The page was ready, but the condition was not true before the timeout."""

    exit_code = 6


class BrowserCrashed(TestingError):
    """The browser crashed, or was closed."""

    exit_code = 7


class PortInUse(TestingError):
    """The server cannot listen on the port."""

    exit_code = 8


class InPageUsageError(TestingError):
    """The test cannot run in the page: see the message."""
