"""The turtle and the screen."""

from collections import deque
from collections.abc import Callable
from typing import Self

from turtle._color import TurtleGraphicsError
from turtle._look import Look
from turtle._marks import Marks
from turtle._navigator import Navigator
from turtle._pen import Pen
from turtle._scene import settings
from turtle._screen import TurtleScreen

_UNDO = 1000

_screen: TurtleScreen | None = None


def Screen() -> TurtleScreen:
    """The screen: there is one in a page."""
    global _screen
    if _screen is None:
        _screen = TurtleScreen()
    return _screen


class RawTurtle(Marks, Pen, Look, Navigator):
    """A turtle on a canvas. canvas: `Screen()`, as a page has no other.

    Raises TurtleGraphicsError for another canvas."""

    def __init__(
        self,
        canvas: TurtleScreen | None = None,
        shape: str | None = None,
        undobuffersize: int = _UNDO,
        visible: bool | None = None,
    ) -> None:
        if not isinstance(canvas, TurtleScreen):
            what = type(canvas).__name__
            raise TurtleGraphicsError(f"the canvas of a RawTurtle must be Screen(), not {what}")
        self.screen: TurtleScreen = canvas
        self._undo = deque(maxlen=undobuffersize)
        name = settings["shape"] if shape is None else shape
        self.screen.shape_of(name)
        self._begin(name, settings["visible"] if visible is None else visible)
        self._appear()

    def _jump(self, x: float, y: float, fill_gap: bool) -> None:
        with self._one_action():
            filling = self.filling() and not fill_gap
            if filling:
                self.end_fill()
            self._travel(x, y, draw=False)
            if filling:
                self.begin_fill()

    # More turtles, events ------------------------------------------------------------------------

    def clone(self) -> Self:
        """Makes a turtle at the same position, with the same pen and look."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._undo = deque(maxlen=self._undo.maxlen)
        made._begin(self._state.shape, self._state.shown)
        made._state, made._fullcircle = self._state, self._fullcircle
        made._appear()
        return made

    def getturtle(self) -> Self:
        """The turtle itself; as a function, the turtle that the functions move."""
        return self

    getpen = getturtle

    def getscreen(self) -> TurtleScreen:
        """The screen of the turtle."""
        return self.screen

    def onclick(
        self, fun: Callable[[float, float], object] | None, btn: int = 1, add: bool | None = None
    ) -> None:
        """Calls `fun(x, y)` when the user presses a mouse button on the turtle. None removes the
        functions; `add` keeps those before."""
        self.screen.on_turtle("click", self, fun, btn, add)

    def onrelease(
        self, fun: Callable[[float, float], object] | None, btn: int = 1, add: bool | None = None
    ) -> None:
        """Calls `fun(x, y)` when the user releases the mouse button."""
        self.screen.on_turtle("release", self, fun, btn, add)

    def ondrag(
        self, fun: Callable[[float, float], object] | None, btn: int = 1, add: bool | None = None
    ) -> None:
        """Calls `fun(x, y)` while the user drags the turtle: ``ondrag(goto)``."""
        self.screen.on_turtle("drag", self, fun, btn, add)


class Turtle(RawTurtle):
    """A turtle. shape: its name. visible: whether it is shown. undobuffersize: how many actions
    `undo()` can take back."""

    def __init__(
        self, shape: str | None = None, undobuffersize: int = _UNDO, visible: bool | None = None
    ) -> None:
        super().__init__(Screen(), shape, undobuffersize, visible)


class Unseen(Turtle):
    """The turtle of the functions. It appears with the first of them."""

    def __init__(self) -> None:
        self.screen = Screen()
        self._undo = deque(maxlen=_UNDO)
        self._forget()

    def _forget(self) -> None:
        self._begin(settings["shape"], settings["visible"])
