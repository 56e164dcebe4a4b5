"""What the cases import, in both runtimes: `from notes import done, record`."""

from browser import window


def record(name, value):
    """Notes a value (anything with a repr that can be read back) under a name."""
    window.note(str(name), repr(value))


def see(name, function):
    """Notes what the function returns, or the type of the error that it raises."""
    try:
        value = function()
    except Exception as error:
        value = type(error).__name__
    record(name, value)


def shown(name):
    """Notes the HTML in the page's element "box"."""
    record(name, window.boxHtml())


def done(*arguments):
    """The case is over. Takes any arguments, so that it can be a callback itself."""
    window.finish()


def expect(count):
    """`done` must be called so many times."""
    window.expectDone(count)


def attempt(name, function):
    """Notes the type of the error that calling the function raises, or `no error`."""
    try:
        function()
    except Exception as error:
        record(name, type(error).__name__)
    else:
        record(name, "no error")


def later(function, milliseconds=0):
    """Calls the function later; the browser's own timer, so that both have the same."""
    window.callLater(function, milliseconds)


window.notesReady = True
