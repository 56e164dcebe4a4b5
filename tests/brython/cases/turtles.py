"""`turtle`."""

import turtle

from browser import document, html
from notes import attempt, done, later, see


def state():
    x, y = turtle.pos()
    return round(x, 6) + 0, round(y, 6) + 0, round(turtle.heading(), 6), turtle.isdown()


document["box"] <= html.DIV(id="place")
turtle.set_defaults(turtle_canvas_wrapper=document["place"], canvwidth=200, canvheight=100)
see("at the beginning", state)
see("colors", turtle.color)
see("speed", turtle.speed)
see("shape", turtle.shape)
turtle.speed(0)
turtle.forward(30)
turtle.left(90)
turtle.forward(40)
see("moved", state)
see("the drawing before done()", lambda: "turtle-canvas" in document)
see("distance", lambda: turtle.distance((0, 0)))
see("towards", lambda: round(turtle.towards(30, 100), 6))
turtle.penup()
turtle.goto(-10, 5)
turtle.setheading(180)
see("set", state)
turtle.right(90)
turtle.back(5)
see("back", state)
turtle.home()
see("home", state)
turtle.pendown()
turtle.circle(20, 180)
see("circle", state)
turtle.color("red", "blue")
see("colors, set", turtle.color)
see("fillcolor", turtle.fillcolor)
attempt("a tuple as a color", lambda: turtle.pencolor((1, 0, 0)))
attempt("no color", lambda: turtle.pencolor("nocolor"))
attempt("a text as a distance", lambda: turtle.forward("x"))
turtle.begin_fill()
see("filling", turtle.filling)
for _ in range(3):
    turtle.forward(10)
    turtle.left(120)
turtle.end_fill()
turtle.dot(5, "green")
turtle.write("text", align="center", font=("Arial", 10, "normal"))
see("str of pos()", lambda: str(turtle.Turtle(visible=False).pos()))
turtle.setx(3)
turtle.sety(4)
see("setx, sety", lambda: (turtle.xcor(), turtle.ycor()))
turtle.radians()
turtle.setheading(0)
turtle.left(1)
see("radians", lambda: round(turtle.heading(), 6))
turtle.degrees()
before = turtle.pos()
turtle.forward(10)
turtle.undo()
see("undo", lambda: turtle.pos() == before)
see("stamp", lambda: type(turtle.stamp()).__name__)
see("window_width", turtle.window_width)
turtle.shearfactor(0.5)
see("shearfactor", turtle.shearfactor)
see("shapetransform", turtle.shapetransform)
see("getcanvas", turtle.getcanvas)
turtle.Screen().bgcolor("ivory")
see("bgcolor", lambda: turtle.Screen().bgcolor())
see("turtles", lambda: len(turtle.Screen().turtles()))
turtle.done()
place = document["place"]
see(
    "the drawing", lambda: (len(place.select("svg")), place.select_one("svg").getAttribute("width"))
)
see("shapes", lambda: (len(place.select("polygon")) > 0, len(place.select("circle")) > 0))


def end():
    turtle.restart()
    see("after restart()", lambda: "turtle-canvas" in document)
    done()


later(end, 20)  # Brython's done() needs a millisecond
