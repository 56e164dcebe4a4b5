"""Turtle graphics as in the standard library, drawn in the page as SVG: ``forward(100)``.

Each function moves one turtle, or sets the screen. `Turtle()` makes more turtles. The state, such
as `pos()`, changes at once; the page shows the moves afterwards, one after the other.
"""

from typing import Any

from turtle._color import TurtleGraphicsError
from turtle._scene import settings as _settings
from turtle._shapes import Shape
from turtle._turtle import RawTurtle, Screen, Turtle
from turtle._turtle import Unseen as _Unseen
from turtle._vector import Vec2D

__all__ = [
    "Pen",
    "RawPen",
    "RawTurtle",
    "Screen",
    "Shape",
    "Terminator",
    "Turtle",
    "TurtleGraphicsError",
    "Vec2D",
    "addshape",
    "back",
    "backward",
    "begin_fill",
    "begin_poly",
    "bgcolor",
    "bgpic",
    "bk",
    "bye",
    "circle",
    "clear",
    "clearscreen",
    "clearstamp",
    "clearstamps",
    "clone",
    "color",
    "colormode",
    "degrees",
    "delay",
    "distance",
    "done",
    "dot",
    "down",
    "end_fill",
    "end_poly",
    "exitonclick",
    "fd",
    "fill",
    "fillcolor",
    "filling",
    "forward",
    "get_poly",
    "get_shapepoly",
    "getcanvas",
    "getpen",
    "getscreen",
    "getshapes",
    "getturtle",
    "goto",
    "heading",
    "hideturtle",
    "home",
    "ht",
    "isdown",
    "isvisible",
    "left",
    "listen",
    "lt",
    "mainloop",
    "mode",
    "no_animation",
    "numinput",
    "onclick",
    "ondrag",
    "onkey",
    "onkeypress",
    "onkeyrelease",
    "onrelease",
    "onscreenclick",
    "ontimer",
    "pd",
    "pen",
    "pencolor",
    "pendown",
    "pensize",
    "penup",
    "poly",
    "pos",
    "position",
    "pu",
    "radians",
    "register_shape",
    "replay_scene",
    "reset",
    "resetscreen",
    "resizemode",
    "restart",
    "right",
    "rt",
    "screensize",
    "set_defaults",
    "seth",
    "setheading",
    "setpos",
    "setposition",
    "setundobuffer",
    "setup",
    "setworldcoordinates",
    "setx",
    "sety",
    "shape",
    "shapesize",
    "shapetransform",
    "shearfactor",
    "show_scene",
    "showturtle",
    "speed",
    "st",
    "stamp",
    "teleport",
    "textinput",
    "tilt",
    "tiltangle",
    "title",
    "towards",
    "tracer",
    "turtles",
    "turtlesize",
    "undo",
    "undobufferentries",
    "up",
    "update",
    "width",
    "window_height",
    "window_width",
    "write",
    "xcor",
    "ycor",
]

Pen = Turtle
RawPen = RawTurtle
_screen = Screen()
_turtle = _Unseen()


class Terminator(Exception):
    """For programs that catch it. No function raises it: after `bye()` a new drawing begins."""


def set_defaults(**params: Any) -> None:
    """Sets what drawings begin with, and begins a new one.

    turtle_canvas_wrapper: the element, or its id, that contains the drawing. turtle_canvas_id: the
    id of the SVG element. canvwidth, canvheight: its size in px. Also mode, shape, pencolor,
    fillcolor and visible. Raises TypeError for other names."""
    for name in params:
        if name not in _settings and name != "min_duration":
            raise TypeError(f"set_defaults has no {name!r}: it has {', '.join(_settings)}")
    params.pop("min_duration", None)
    _settings.update(params)
    _screen.bye()


_first_settings = dict(_settings)


def restart() -> None:
    """Removes the drawing and sets the defaults again. The next command begins a new drawing."""
    _settings.update(_first_settings)
    _screen.bye()


def replay_scene() -> None:
    """Does nothing: the drawing is in the page already."""


show_scene = _screen.done

addshape = _screen.addshape
bgcolor = _screen.bgcolor
bgpic = _screen.bgpic
bye = _screen.bye
clearscreen = _screen.clearscreen
colormode = _screen.colormode
delay = _screen.delay
done = _screen.done
exitonclick = _screen.exitonclick
getcanvas = _screen.getcanvas
getshapes = _screen.getshapes
listen = _screen.listen
mainloop = _screen.mainloop
mode = _screen.mode
no_animation = _screen.no_animation
numinput = _screen.numinput
onkey = _screen.onkey
onkeypress = _screen.onkeypress
onkeyrelease = _screen.onkeyrelease
onscreenclick = _screen.onscreenclick
ontimer = _screen.ontimer
register_shape = _screen.register_shape
resetscreen = _screen.resetscreen
screensize = _screen.screensize
setup = _screen.setup
setworldcoordinates = _screen.setworldcoordinates
textinput = _screen.textinput
title = _screen.title
tracer = _screen.tracer
turtles = _screen.turtles
update = _screen.update
window_height = _screen.window_height
window_width = _screen.window_width

back = _turtle.back
backward = _turtle.backward
begin_fill = _turtle.begin_fill
begin_poly = _turtle.begin_poly
bk = _turtle.bk
circle = _turtle.circle
clear = _turtle.clear
clearstamp = _turtle.clearstamp
clearstamps = _turtle.clearstamps
clone = _turtle.clone
color = _turtle.color
degrees = _turtle.degrees
distance = _turtle.distance
dot = _turtle.dot
down = _turtle.down
end_fill = _turtle.end_fill
end_poly = _turtle.end_poly
fd = _turtle.fd
fill = _turtle.fill
fillcolor = _turtle.fillcolor
filling = _turtle.filling
forward = _turtle.forward
get_poly = _turtle.get_poly
get_shapepoly = _turtle.get_shapepoly
getpen = _turtle.getpen
getscreen = _turtle.getscreen
getturtle = _turtle.getturtle
goto = _turtle.goto
heading = _turtle.heading
hideturtle = _turtle.hideturtle
home = _turtle.home
ht = _turtle.ht
isdown = _turtle.isdown
isvisible = _turtle.isvisible
left = _turtle.left
lt = _turtle.lt
onclick = _turtle.onclick
ondrag = _turtle.ondrag
onrelease = _turtle.onrelease
pd = _turtle.pd
pen = _turtle.pen
pencolor = _turtle.pencolor
pendown = _turtle.pendown
pensize = _turtle.pensize
penup = _turtle.penup
poly = _turtle.poly
pos = _turtle.pos
position = _turtle.position
pu = _turtle.pu
radians = _turtle.radians
reset = _turtle.reset
resizemode = _turtle.resizemode
right = _turtle.right
rt = _turtle.rt
seth = _turtle.seth
setheading = _turtle.setheading
setpos = _turtle.setpos
setposition = _turtle.setposition
setundobuffer = _turtle.setundobuffer
setx = _turtle.setx
sety = _turtle.sety
shape = _turtle.shape
shapesize = _turtle.shapesize
shapetransform = _turtle.shapetransform
shearfactor = _turtle.shearfactor
showturtle = _turtle.showturtle
speed = _turtle.speed
st = _turtle.st
stamp = _turtle.stamp
teleport = _turtle.teleport
tilt = _turtle.tilt
tiltangle = _turtle.tiltangle
towards = _turtle.towards
turtlesize = _turtle.turtlesize
undo = _turtle.undo
undobufferentries = _turtle.undobufferentries
up = _turtle.up
width = _turtle.width
write = _turtle.write
xcor = _turtle.xcor
ycor = _turtle.ycor
