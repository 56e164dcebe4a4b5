"""`turtle`: what it draws, as SVG, and the state of the turtles."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_moves_change_the_state_at_once(selenium):
    import math

    import turtle
    from turtle import Vec2D

    assert (turtle.pos(), turtle.heading(), turtle.isdown()) == ((0, 0), 0, True)
    assert turtle.turtles() == []
    for _ in range(4):
        turtle.forward(100)
        turtle.left(90)
    assert turtle.position() == (0, 0)
    assert turtle.heading() == 0
    assert turtle.turtles() == [turtle.getturtle()]
    turtle.goto(30, 40)
    assert turtle.distance(0, 0) == turtle.distance((0, 0)) == 50
    assert str(turtle.pos()) == "(30.00,40.00)"
    turtle.setx(1)
    turtle.sety(2)
    assert (turtle.xcor(), turtle.ycor()) == (1, 2)
    turtle.home()
    turtle.seth(270)
    assert turtle.towards(0, 10) == 90
    assert turtle.towards((-1, -1)) == 225
    turtle.back(10)
    assert turtle.pos() == (0, 10)
    turtle.right(360)
    assert turtle.heading() == 270
    turtle.radians()
    assert math.isclose(turtle.heading(), 1.5 * math.pi)
    turtle.degrees(400)
    assert turtle.heading() == 300
    turtle.degrees()
    turtle.home()
    turtle.circle(50, 180)
    assert abs(turtle.pos() - (0, 100)) < 1e-9
    assert turtle.heading() == 180
    turtle.home()
    turtle.circle(-20, 90)
    assert abs(turtle.pos() - (20, -20)) < 1e-9
    assert turtle.heading() == 270
    turtle.teleport(5)
    assert turtle.xcor() == 5
    one = Vec2D(1, 2)
    assert (one + Vec2D(1, 1), one - (1, 1), one * 2, 2 * one, one * Vec2D(3, 4), -one) == (
        (2, 3), (0, 1), (2, 4), (2, 4), 11, (-1, -2),
    )  # fmt: skip
    assert Vec2D(1, 0).rotate(90) == (0, 1)
    assert abs(Vec2D(3, 4)) == 5


@run_in_pyodide
async def test_a_drawing_is_shown_step_by_step_and_done_waits(selenium):
    import turtle
    from browser import document

    turtle.speed(10)
    turtle.pensize(3)
    turtle.color("red", "#00ff00")
    turtle.begin_fill()
    for _ in range(3):
        turtle.forward(60)
        turtle.left(120)
    turtle.end_fill()
    turtle.penup()
    turtle.goto(-100, 50)
    turtle.dot(20, "blue")
    turtle.write("one\ntwo", align="center", font=("Arial", 12, "bold"))
    drawing = turtle.done()
    assert len(document.select("#turtle-canvas line")) < 2
    assert "steps to show" in repr(drawing)
    await drawing
    assert repr(drawing) == "<drawing: complete>"
    shown = document["turtle-canvas"]
    assert shown.parent is document["turtle-canvas-wrapper"]
    lines = shown.select("line")
    assert len(lines) == 3
    first = lines[0].attrs
    assert [float(first[name]) for name in ("x1", "y1", "x2", "y2")] == [0, 0, 60, 0]
    assert (first["stroke"], first["stroke-width"]) == ("red", "3")
    names = [node.tagName for node in shown.select("svg > g > g:first-child > *")]
    assert names == ["polygon", "line", "line", "line", "circle", "text"]
    polygon = shown.select_one("polygon").attrs
    assert polygon["fill"] == "#00ff00"
    assert polygon["points"].startswith("0.0,0.0 60.0,0.0 30.0,-51.9615")
    dot = shown.select_one("circle").attrs
    assert [dot[name] for name in ("cx", "cy", "r", "fill")] == ["-100.0", "-50.0", "10.0", "blue"]
    text = shown.select_one("text")
    assert [part.text for part in text.select("tspan")] == ["one", "two"]
    assert (text.attrs["text-anchor"], text.attrs["font-weight"]) == ("middle", "bold")
    turtles = shown.select("svg > g > g:last-child > g")
    assert len(turtles) == 1
    assert turtles[0].attrs["transform"].startswith("translate(-100.0 -50.0) rotate(90.0)")
    turtle.hideturtle()
    assert shown.select("svg > g > g:last-child > g") == []


@run_in_pyodide
def test_without_animation_everything_is_shown_at_once(selenium):
    import pytest

    import turtle
    from browser import document

    def count(selector):
        return len(document.select(f"#turtle-canvas {selector}"))

    turtle.speed("fastest")
    turtle.forward(10)
    assert count("line") == 1
    turtle.speed("slow")
    turtle.tracer(0)
    turtle.left(90)
    turtle.forward(10)
    assert count("line") == 2
    turtle.tracer(1)
    with turtle.no_animation():
        turtle.forward(10)
    assert count("line") == 3
    turtle.forward(100)
    turtle.dot()
    assert count("circle") == 0
    turtle.update()
    assert count("circle") == 1
    with pytest.raises(turtle.TurtleGraphicsError, match="slowish"):
        turtle.speed("slowish")
    with pytest.raises(TypeError, match="distance must be a number, not str"):
        turtle.forward("10")
    assert (turtle.speed(), turtle.tracer(), turtle.delay()) == (3, 1, 10)
    turtle.speed(11)
    assert turtle.speed() == 0
    turtle.clear()
    assert (count("line"), count("circle")) == (0, 0)
    assert turtle.pos() == (10, 120)
    turtle.reset()
    assert turtle.pos() == (0, 0)


@run_in_pyodide
def test_stamps_shapes_undo_and_polygons(selenium):
    import pytest

    import turtle
    from browser import document

    def count(selector):
        return len(document.select(f"#turtle-canvas > g > g:first-child > {selector}"))

    turtle.tracer(0)
    turtle.shape("turtle")
    assert turtle.shape() == "turtle"
    stamps = []
    for _ in range(4):
        stamps.append(turtle.stamp())
        turtle.forward(20)
    assert count("g") == 4
    turtle.clearstamp(stamps[0])
    turtle.clearstamps(-1)
    assert count("g") == 2
    turtle.clearstamps()
    assert count("g") == 0
    turtle.undo()
    turtle.undo()
    assert (turtle.pos(), count("line")) == ((60, 0), 3)
    turtle.circle(30)
    assert count("line") > 10
    turtle.undo()
    assert (turtle.pos(), turtle.heading(), count("line")) == ((60, 0), 0, 3)
    with turtle.fill():
        turtle.circle(10, steps=3)
    polygon = document.select_one("#turtle-canvas > g > g:first-child > polygon")
    assert len(polygon.attrs["points"].split()) == 4
    turtle.undo()
    assert turtle.filling()
    assert polygon.attrs["fill"] == "none"
    turtle.end_fill()
    assert polygon.attrs["fill"] == "black"
    turtle.setundobuffer(2)
    assert turtle.undobufferentries() == 2
    with turtle.poly():
        turtle.goto(0, 10)
        turtle.goto(10, 0)
    turtle.register_shape("mine", turtle.get_poly())
    both = turtle.Shape("compound")
    both.addcomponent([(0, 0), (10, 0), (0, 10)], "red", "blue")
    turtle.addshape("both", both)
    turtle.register_shape("data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=")
    assert {"mine", "both", "arrow"} < set(turtle.getshapes())
    for name in turtle.getshapes():
        turtle.shape(name)
    turtle.shape("both")
    turtle.shapesize(2, 3, 4)
    assert turtle.shapesize() == (2, 3, 4)
    assert turtle.resizemode() == "user"
    turtle.tilt(30)
    turtle.tilt(15)
    assert turtle.tiltangle() == 45
    look = document.select_one("#turtle-canvas > g > g:last-child > g")
    assert look.attrs["transform"].endswith("rotate(45.0) scale(2 3)")
    assert look.select_one("polygon").attrs["stroke"] == "blue"
    for wrong in (
        lambda: turtle.shape("dog"),
        lambda: turtle.shapesize(0),
        lambda: turtle.resizemode("x"),
        lambda: turtle.Shape("x"),
        lambda: turtle.Shape("polygon"),
        lambda: turtle.Shape("image", "x").addcomponent([], ""),
    ):
        with pytest.raises(turtle.TurtleGraphicsError):
            wrong()
    before = turtle.xcor()
    turtle.write("wide enough", move=True)
    assert turtle.xcor() > before + 20
    with pytest.raises(ValueError, match="align"):
        turtle.write("x", align="middle")


@run_in_pyodide
def test_the_shape_is_stretched_sheared_and_turned(selenium):
    """The examples of the documentation of Python, and the corners in the picture."""
    import pytest

    import turtle
    from browser import document, window

    square = ((10, -10), (10, 10), (-10, 10), (-10, -10))
    turtle.tracer(0)
    turtle.shape("square")
    assert turtle.shapetransform() == (1, 0, 0, 1)
    assert turtle.get_shapepoly() == square
    turtle.shapesize(4, 2)
    turtle.shearfactor(-0.5)
    assert (turtle.shearfactor(), turtle.pen()["shearfactor"]) == (-0.5, -0.5)
    assert turtle.shapetransform() == (4, -1, 0, 2)
    turtle.shapetransform(4, -1, 0, 2)
    assert turtle.get_shapepoly() == ((50, -20), (30, 20), (-50, 20), (-30, -20))
    turtle.setheading(90)
    for numbers in ((1, 2, 3, 4), (2, 0, 0, 1), (-1, 0.5, 0, 3), (0, 1, -1, 0)):
        turtle.shapetransform(*numbers)
        assert turtle.shapetransform() == pytest.approx(numbers)
        shown = document.select_one("#turtle-canvas > g > g:last-child > g > polygon")
        matrix = shown.getCTM()
        for (x, y), (left, up) in zip(square, turtle.get_shapepoly(), strict=True):
            point = window.DOMPoint.new(x, -y).matrixTransform(matrix)
            assert (point.x - 250, 250 - point.y) == pytest.approx((left, up), abs=0.01)
    turtle.shapetransform(t11=5)
    assert turtle.shapetransform() == pytest.approx((5, 1, -1, 0))
    turtle.undo()
    assert turtle.shapetransform() == pytest.approx((0, 1, -1, 0))
    turtle.pen(tilt=0, stretchfactor=(1, 1), shearfactor=1, resizemode="noresize")
    assert turtle.get_shapepoly() == square
    turtle.pen(pensize=10, resizemode="auto")
    assert turtle.get_shapepoly()[0] == (20, -20)
    with pytest.raises(turtle.TurtleGraphicsError, match="singular"):
        turtle.shapetransform(1, 2, 2, 4)
    turtle.register_shape("none", turtle.Shape("compound"))
    turtle.shape("none")
    assert turtle.get_shapepoly() is None


@run_in_pyodide
def test_what_a_page_has_instead_of_a_canvas(selenium):
    import pytest

    import turtle

    ann = turtle.RawTurtle(turtle.Screen(), shape="turtle")
    ann.forward(10)
    assert (ann.shape(), ann.pos()) == ("turtle", (10, 0))
    assert isinstance(turtle.Turtle(), turtle.RawTurtle)
    for canvas in (None, "canvas"):
        with pytest.raises(turtle.TurtleGraphicsError, match=r"must be Screen\(\), not"):
            turtle.RawTurtle(canvas)
    with pytest.raises(turtle.TurtleGraphicsError, match=r"use browser\.document\['turtle"):
        turtle.getcanvas()


@run_in_pyodide
def test_colors(selenium):
    import pytest

    import turtle

    turtle.tracer(0)
    assert turtle.color() == ("black", "black")
    turtle.color("red")
    assert turtle.color() == ("red", "red")
    turtle.color("red", (0, 0.5, 1))
    assert turtle.fillcolor() == (0, 128 / 255, 1)
    turtle.colormode(255)
    assert turtle.colormode() == 255
    turtle.pencolor(255, 128, 0)
    assert turtle.pencolor() == (255, 128, 0)
    turtle.color((1, 2, 3))
    turtle.fillcolor("")
    assert turtle.color() == ((1, 2, 3), "")
    turtle.bgcolor("gray50")
    assert turtle.bgcolor() == (127, 127, 127)
    turtle.pen(pensize=5, pencolor="green", pendown=False, speed="fast")
    assert turtle.pen()["pensize"] == turtle.width() == 5
    assert (turtle.pencolor(), turtle.isdown(), turtle.speed()) == ("green", False, 10)
    for wrong in ("nocolor", (300, 0, 0), (1, 2), 7):
        with pytest.raises(turtle.TurtleGraphicsError, match="bad color"):
            turtle.pencolor(wrong)
    with pytest.raises(turtle.TurtleGraphicsError):
        turtle.colormode(2)
    with pytest.raises(turtle.TurtleGraphicsError, match="a pen has no 'wide'"):
        turtle.pen(wide=1)


@run_in_pyodide
def test_turtles_and_the_screen(selenium):
    import pytest

    import turtle
    from browser import document, html

    document <= html.DIV(id="place")
    turtle.set_defaults(turtle_canvas_wrapper=document["place"], canvwidth=300, canvheight=200)
    screen = turtle.Screen()
    assert screen is turtle.Screen()
    screen.tracer(0)
    assert (screen.window_width(), screen.window_height()) == (300, 200)
    assert screen.screensize() == (300, 200)

    class Walker(turtle.Turtle):
        def __init__(self):
            super().__init__(shape="circle")
            self.steps = 0

        def forward(self, distance):
            self.steps += 1
            super().forward(distance)

    ann, bob = Walker(), turtle.Turtle(visible=False)
    ann.forward(5)
    assert (ann.steps, bob.pos(), bob.isvisible()) == (1, (0, 0), False)
    assert bob.distance(ann) == 5
    bob.goto(ann.pos())
    assert bob.pos() == (5, 0)
    twin = ann.clone()
    twin.forward(5)
    assert (twin.pos(), ann.pos(), twin.shape()) == ((10, 0), (5, 0), "circle")
    assert screen.turtles() == [ann, bob, twin]
    svg = document["turtle-canvas"]
    assert svg.parent.id == "place"
    assert len(svg.select("line")) == 3
    ann.clear()
    assert len(svg.select("line")) == 2
    screen.setup(400, 0.5)
    assert svg.attrs["width"] == "400"
    screen.bgpic("data:,")
    assert (screen.bgpic(), len(svg.select("svg > image"))) == ("data:,", 1)
    screen.title("Turtles")
    assert document.title == "Turtles"
    screen.mode("logo")
    assert (ann.heading(), ann.pos()) == (0, (0, 0))
    ann.right(90)
    ann.forward(10)
    assert (ann.pos(), ann.heading(), ann.towards(10, 50)) == ((10, 0), 90, 0)
    ann.setheading(0)
    ann.forward(10)
    assert abs(ann.pos() - (10, 10)) < 1e-9
    screen.setworldcoordinates(0, 0, 10, 10)
    assert (screen.mode(), ann.pos()) == ("world", (0, 0))
    ann.goto(5, 5)
    line = svg.select("line")[-1].attrs
    assert float(line["x2"]) - float(line["x1"]) == 200
    screen.setup(300, 200)
    with pytest.raises(turtle.TurtleGraphicsError):
        screen.mode("x")
    with pytest.raises(turtle.TurtleGraphicsError):
        screen.setworldcoordinates(0, 0, 0, 1)
    with pytest.raises(TypeError, match="set_defaults has no 'canvas'"):
        turtle.set_defaults(canvas=1)
    screen.clear()
    assert (screen.turtles(), svg.select("line"), screen.bgcolor()) == ([], [], "white")
    screen.bye()
    assert "turtle-canvas" not in document
    turtle.forward(1)
    assert document["turtle-canvas"].parent.id == "place"


@run_in_pyodide
def test_keys_clicks_and_timers(selenium):

    import js

    import turtle
    from browser import document, html, window

    seen = []
    screen = turtle.Screen()
    screen.tracer(0)
    turtle.forward(50)

    def key(name, kind, target=None, **more):
        event = js.KeyboardEvent.new(kind)
        event = js.Reflect.construct(
            js.KeyboardEvent,
            js.Array.of(kind, js.Object.fromEntries(js.Array.of(
                js.Array.of("key", name),
                js.Array.of("bubbles", True),
                js.Array.of("cancelable", True),
            ))),
        )  # fmt: skip
        (target or js.document.body).dispatchEvent(event)
        return event.defaultPrevented

    screen.onkey(lambda: seen.append("up"), "Up")
    screen.onkeypress(lambda: seen.append("space"), "space")
    assert key("ArrowUp", "keyup") is False
    assert seen == []
    screen.listen()
    screen.listen()
    assert key("ArrowUp", "keydown") is True
    key("ArrowUp", "keyup")
    key(" ", "keydown")
    assert seen == ["up", "space"]
    document <= html.INPUT(id="field")
    key(" ", "keydown", js.document.getElementById("field"))
    screen.onkeypress(lambda: seen.append("any"))
    key("q", "keydown")
    screen.onkeypress(None, "space")
    screen.onkey(None, "Up")
    key("ArrowUp", "keyup")
    assert seen == ["up", "space", "any"]
    seen.clear()

    svg = document["turtle-canvas"]
    box = svg.getBoundingClientRect()

    def mouse(kind, x, y, target=None, button=0):
        pairs = (
            ("clientX", box.left + 250 + x), ("clientY", box.top + 250 - y), ("button", button),
            ("bubbles", True), ("cancelable", True), ("pointerId", 1),
        )  # fmt: skip
        options = js.Object.fromEntries(js.Array.of(*(js.Array.of(*pair) for pair in pairs)))
        event = js.Reflect.construct(js.MouseEvent, js.Array.of(kind, options))
        (target or svg)._js.dispatchEvent(event)
        return event.defaultPrevented

    screen.onclick(lambda x, y: seen.append(("screen", round(x), round(y))))
    turtle.onclick(lambda x, y: seen.append(("turtle", round(x), round(y))))
    turtle.onclick(lambda x, y: seen.append("more"), add=True)
    turtle.onrelease(lambda x, y: seen.append("release"))
    mouse("pointerdown", 10, 20)
    assert seen == [("screen", 10, 20)]
    seen.clear()
    polygon = svg.select_one("svg > g > g:last-child polygon")
    mouse("pointerdown", 50, 0, polygon)
    mouse("pointerup", 50, 0, polygon)
    assert seen == [("turtle", 50, 0), "more", ("screen", 50, 0), "release"]
    seen.clear()
    screen.onclick(None)
    turtle.onclick(None)
    mouse("pointerdown", 50, 0, polygon)
    assert seen == []
    assert mouse("contextmenu", 0, 0) is False
    screen.onclick(lambda x, y: seen.append("right"), btn=3)
    mouse("pointerdown", 0, 0, button=2)
    assert mouse("contextmenu", 0, 0) is True
    assert seen == ["right"]

    answers = ["Ann", None, "x", "11", "7", None]
    asked = []

    def prompt(text, default=""):
        asked.append(text)
        return answers.pop(0)

    window.prompt = prompt
    assert screen.textinput("Name", "Your name?") == "Ann"
    assert screen.textinput("Name", "Your name?") is None
    assert screen.numinput("Size", "How much?", 5, minval=1, maxval=10) == 7
    assert screen.numinput("Size", "How much?") is None
    del window.prompt
    assert asked[3].endswith("'x' is not a number.")
    assert asked[4].endswith("The largest number is 10.")

    screen.exitonclick()
    mouse("pointerdown", 0, 0)
    assert "turtle-canvas" not in document
