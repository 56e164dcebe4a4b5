"""Where a listener is in the user's program, for the warnings of `browser.leaks`."""

from functools import partial, wraps

from browser import leaks


class View:
    def clicked(self, event):
        pass

    __call__ = clicked


def decorated(function):
    @wraps(function)
    def inner(event):
        pass

    return inner


@decorated
def listener(event):
    pass


def test_the_place_of_a_listener():
    clicked = View.clicked.__code__.co_firstlineno
    assert leaks._place(View.clicked) == ("View.clicked", __file__, clicked)
    assert leaks._place(View().clicked) == ("View.clicked", __file__, clicked)
    assert leaks._place(partial(View().clicked, 1)) == ("View.clicked", __file__, clicked)
    assert leaks._place(View()) == ("View.clicked", __file__, clicked)
    assert leaks._place(listener)[0] == "listener"
    assert leaks._place(print) == (repr(print), "<unknown>", 0)
