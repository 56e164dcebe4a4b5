# A clock with SVG and a timer.
import math
from time import localtime

from browser import document, svg, timer

clock = svg.svg(viewBox="-55 -55 110 110", width=240, height=240, role="img")
clock.attrs["aria-label"] = "A clock"
clock <= svg.circle(cx=0, cy=0, r=50, fill="none", stroke="currentColor", stroke_width=2)
hands = {
    "hour": svg.line(x1=0, y1=0, stroke="currentColor", stroke_width=4),
    "minute": svg.line(x1=0, y1=0, stroke="currentColor", stroke_width=2),
    "second": svg.line(x1=0, y1=0, stroke="#c33", stroke_width=1),
}
for hand in hands.values():
    clock <= hand
document <= clock


def point(hand, turn, length):
    angle = turn * math.tau
    hand.attrs["x2"] = f"{length * math.sin(angle):.2f}"
    hand.attrs["y2"] = f"{-length * math.cos(angle):.2f}"


def tick():
    now = localtime()
    minutes = now.tm_min + now.tm_sec / 60
    point(hands["hour"], (now.tm_hour % 12 + minutes / 60) / 12, 26)
    point(hands["minute"], minutes / 60, 38)
    point(hands["second"], now.tm_sec / 60, 44)


tick()
timer.set_interval(tick, 1000)
