"""The screen: background, size, events and pace."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, overload

from browser import _report, _window, timer
from turtle import _events
from turtle._color import Color, TurtleGraphicsError, css_color, one_color, shown_color
from turtle._player import Drawing, Player, Show
from turtle._scene import Scene, settings
from turtle._shapes import Polygon, Shape, own_shapes
from turtle._vector import number

MODES = ("standard", "logo", "world")


class Listed(Protocol):
    """A turtle, for its screen."""

    def reset(self) -> None: ...
    def _forget(self) -> None: ...


class TurtleScreen(_events.Events):
    """The one screen of a page, as `Screen()` returns it."""

    def __init__(self) -> None:
        super().__init__()
        self.player = Player()
        self._scene: Scene | None = None
        self.shapes: dict[str, Shape] = own_shapes()
        self._begin()

    def _begin(self) -> None:
        self._turtles: list[Any] = []
        self._mode: str = settings["mode"]
        self._colormode: float = 1.0
        self._background = "white"
        self._picture = "nopic"
        self._tracing = 1
        self._delay = 10.0
        self._size: tuple[float, float] = settings["canvwidth"], settings["canvheight"]

    @property
    def scene(self) -> Scene:
        """The SVG element. The first turtle or setting puts it into the page."""
        if self._scene is None:
            self._scene = Scene(*self._size)
            self._connect(self._scene)
        return self._scene

    # What turtles ask ----------------------------------------------------------------------------

    def show(self, step: Show, milliseconds: float = 0) -> None:
        """Records a step of the drawing."""
        self.player.add(milliseconds, step)

    def duration(self, hops: float) -> float:
        """The milliseconds of a move, from its number of steps on a desktop."""
        return hops * self._delay if self._tracing == 1 else 0

    def register(self, turtle: Listed) -> None:
        if turtle not in self._turtles:
            self._turtles.append(turtle)

    def color_of(self, arguments: tuple[object, ...]) -> str:
        return css_color(one_color(arguments), self._colormode)

    def shown_color(self, color: str) -> Color:
        return shown_color(color, self._colormode)

    # Background and size -------------------------------------------------------------------------

    @overload
    def bgcolor(self) -> Color: ...
    @overload
    def bgcolor(self, color: Color, /) -> None: ...
    @overload
    def bgcolor(self, red: float, green: float, blue: float, /) -> None: ...
    def bgcolor(self, *color: object) -> Color | None:
        """Sets the color of the background, or returns it."""
        if not color:
            return self.shown_color(self._background)
        self._background = found = self.color_of(color) or "none"
        background = self.scene.background
        self.show(lambda part: background.setAttribute("fill", found))
        return None

    def bgpic(self, picname: str | None = None) -> str | None:
        """Shows the image with this URL behind the drawing; "nopic" removes it. Returns the
        current one without an argument."""
        if picname is None:
            return self._picture
        self._picture = picname
        scene = self.scene

        def step(part: float) -> None:
            scene.picture.remove()
            if picname != "nopic":
                scene.picture.attrs["href"] = picname
                scene.background.after(scene.picture)

        self.show(step)
        return None

    def setup(
        self,
        width: float | None = None,
        height: float | None = None,
        startx: float | None = None,
        starty: float | None = None,
    ) -> None:
        """Sets the size of the drawing: px, or a part of the window if at most 1.0 and a float.
        `startx` and `starty` have no effect: the page has the drawing's place."""
        window = _window.window()
        sizes = []
        for given, old, whole in (
            (width, self._size[0], window.innerWidth),
            (height, self._size[1], window.innerHeight),
        ):
            size = old if given is None else number(given, "a size")
            sizes.append(round(size * whole) if isinstance(size, float) and size <= 1 else size)
        self._resize(sizes[0], sizes[1])

    def screensize(
        self,
        canvwidth: float | None = None,
        canvheight: float | None = None,
        bg: Color | None = None,
    ) -> tuple[float, float] | None:
        """Sets the size of the drawing in px, or returns it."""
        if bg is not None:
            self.bgcolor(bg)
        if canvwidth is None and canvheight is None:
            return self._size if bg is None else None
        width, height = self._size
        self._resize(canvwidth or width, canvheight or height)
        return None

    def _resize(self, width: float, height: float) -> None:
        self._size = width, height
        self.scene.resize(width, height)

    def window_width(self) -> float:
        """The width of the drawing in px."""
        return self._size[0]

    def window_height(self) -> float:
        """The height of the drawing in px."""
        return self._size[1]

    def title(self, titlestring: str) -> None:
        """Sets the title of the page."""
        _window.document().title = str(titlestring)

    def mode(self, mode: str | None = None) -> str | None:
        """Sets the mode, and resets the turtles; or returns it.

        "standard": 0 is east, angles are counterclockwise. "logo": 0 is north, clockwise."""
        if mode is None:
            return self._mode
        if mode.lower() not in MODES:
            raise TurtleGraphicsError(f"no turtle-graphics-mode {mode!r}: use one of {MODES}")
        self._mode = mode.lower()
        if self._mode != "world":
            self._set_world(None)
        self.reset()
        return None

    def setworldcoordinates(self, llx: float, lly: float, urx: float, ury: float) -> None:
        """Sets the coordinates of the lower left and the upper right corner, and resets the
        turtles. Raises TurtleGraphicsError if the corners have no area."""
        if llx == urx or lly == ury:
            raise TurtleGraphicsError("the corners must have different x and different y")
        self._mode = "world"
        self._set_world((llx, lly, urx, ury))
        self.reset()

    def _set_world(self, world: tuple[float, float, float, float] | None) -> None:
        self.player.finish()
        self.scene.world = world
        self.scene.place()

    def colormode(self, cmode: float | None = None) -> float | None:
        """Sets the largest value of a color's numbers, 1.0 or 255; or returns it."""
        if cmode is None:
            return self._colormode
        if cmode not in (1.0, 255):
            raise TurtleGraphicsError(f"colormode must be 1.0 or 255, not {cmode!r}")
        self._colormode = 255 if cmode == 255 else 1.0
        return None

    # Shapes --------------------------------------------------------------------------------------

    def register_shape(self, name: str, shape: Polygon | Shape | None = None) -> None:
        """Adds a shape. shape: corners of a polygon, or a Shape. Without it, `name` is the URL of
        an image."""
        if shape is None:
            self.shapes[name] = Shape("image", name)
        else:
            self.shapes[name] = shape if isinstance(shape, Shape) else Shape("polygon", shape)

    addshape = register_shape

    def getshapes(self) -> list[str]:
        """The names of all shapes."""
        return sorted(self.shapes)

    def shape_of(self, name: str) -> Shape:
        if name not in self.shapes:
            known = ", ".join(self.getshapes())
            raise TurtleGraphicsError(f"there is no shape named {name!r}: there are {known}")
        return self.shapes[name]

    # Pace ----------------------------------------------------------------------------------------

    def tracer(self, n: int | None = None, delay: float | None = None) -> int | None:
        """`tracer(0)` shows everything at once, `tracer(1)` shows each move; or returns n."""
        if n is None:
            return self._tracing
        self._tracing = int(n)
        if delay is not None:
            self._delay = number(delay, "delay")
        return None

    def delay(self, delay: float | None = None) -> float | None:
        """Sets the time between two steps of a move, in milliseconds; or returns it."""
        if delay is None:
            return self._delay
        self._delay = number(delay, "delay")
        return None

    def update(self) -> None:
        """Shows all that is not shown yet."""
        self.player.finish()

    @contextmanager
    def no_animation(self) -> Iterator[None]:
        """Shows what is drawn in a `with` block at once."""
        before = self._tracing
        self._tracing = 0
        try:
            yield
        finally:
            self._tracing = before

    def ontimer(self, fun: Callable[[], object], t: float = 0) -> None:
        """Calls `fun()` once, after t milliseconds."""
        timer.set_timeout(fun, t)

    # The turtles ---------------------------------------------------------------------------------

    def getcanvas(self) -> Any:
        """Raises TurtleGraphicsError: a page has no canvas of tkinter."""
        where = f"browser.document[{settings['turtle_canvas_id']!r}]"
        raise TurtleGraphicsError(f"getcanvas: the drawing is an SVG element: use {where}")

    def turtles(self) -> list[Any]:
        """The turtles on the screen."""
        return list(self._turtles)

    def clear(self) -> None:
        """Removes all turtles, drawings, listeners and the background."""
        turtles = self._turtles
        size = self._size
        mode = self._mode
        self._begin()
        self._size, self._mode = size, mode
        self.forget_listeners()
        for turtle in turtles:
            turtle._forget()
        scene = self.scene

        def step(part: float) -> None:
            scene.drawing.clear()
            scene.turtles.clear()
            scene.picture.remove()
            scene.background.setAttribute("fill", "white")

        self.show(step)

    clearscreen = clear

    def reset(self) -> None:
        """Resets all turtles."""
        for turtle in self.turtles():
            turtle.reset()

    resetscreen = reset

    # The end -------------------------------------------------------------------------------------

    def done(self) -> Drawing:
        """Returns at once: the page goes on. ``await done()`` waits until everything is drawn."""
        self.scene  # noqa: B018
        return Drawing(self.player)

    mainloop = done

    def bye(self) -> None:
        """Removes the drawing from the page. The next turtle begins a new one."""
        self.player.stop()
        self.forget_listeners()
        turtles = self._turtles
        if self._scene is not None:
            self._scene.remove()
            self._scene = None
        self._begin()
        for turtle in turtles:
            turtle._forget()

    def exitonclick(self) -> None:
        """Removes the drawing when the user clicks it."""
        self.onclick(lambda x, y: self.bye())

    # Questions -----------------------------------------------------------------------------------

    def textinput(self, title: str, prompt: str) -> str | None:
        """Asks for a text in a dialog. Returns None if the user cancels."""
        answer: str | None = _window.prompt(f"{title}\n\n{prompt}")
        return answer

    def numinput(
        self,
        title: str,
        prompt: str,
        default: float | None = None,
        minval: float | None = None,
        maxval: float | None = None,
    ) -> float | None:
        """Asks for a number, again if it is not in the range. Returns None if the user cancels."""
        text = f"{title}\n\n{prompt}"
        problem = ""
        while True:
            shown = "" if default is None else f"{default:g}"
            answer = _window.prompt(f"{text}{problem}", shown)
            if answer is None:
                return None
            try:
                found = float(answer)
            except ValueError:
                problem = f"\n\n{answer!r} is not a number."
                continue
            if minval is not None and found < minval:
                problem = f"\n\nThe smallest number is {minval:g}."
            elif maxval is not None and found > maxval:
                problem = f"\n\nThe largest number is {maxval:g}."
            else:
                return found

    def call(self, function: Callable[..., object], *arguments: float) -> None:
        _report.call(function, *arguments)
