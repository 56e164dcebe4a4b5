"""What first scripts often do: elements, listeners, requests, texts, numbers, a few modules."""

import datetime
import json
import math
import random
import re
import time
from collections import Counter, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from functools import partial
from itertools import count, product

from browser import aio, ajax, bind, document, html, svg, timer, window
from browser.local_storage import storage
from browser.widgets.dialog import InfoDialog


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)

    @property
    def shown(self):
        return f"{self.name:>8}: {self.price:.2f} {self.price:6.1f} {len(self.tags):02d} {self!r}"


class Shop:
    kinds = {"a": 1, "b": 2}

    def __init__(self, *items, **more):
        self.items = list(items)
        self.more = more
        self.by_name = {item.name: item for item in items}

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        yield from self.items

    def __getitem__(self, name):
        try:
            return self.by_name[name]
        except KeyError:
            return None
        finally:
            self.last = name

    def total(self):
        return round(sum(item.price for item in self.items), 2)


def texts():
    line = " Ada,Grace ; Émile\n"
    parts = [part.strip() for part in re.split("[,;]", line)]
    shown = "%s is %d, %.1f%% %5s" % ("Ada", 36, 99.5, "x") + "{} {x}".format(1, x=[1, "a", None])
    shown += "äß".upper() + line.upper().lower().title().capitalize().replace("a", "b").ljust(
        9
    ).center(120)
    found = re.sub(r"(\w+)@(\w+)", r"\2 \1", "ada@home") + str(re.findall(r"\d+", "a1b22"))
    flags = line.isdigit(), line.startswith(" "), line.endswith("x"), "a" in line, line.find("G")
    ordered = (
        sorted(parts, key=str.lower, reverse=True),
        " ".join(parts),
        "a-b".split("-", 1),
        "a,b".split(","),
    )
    encoded = "é".encode().decode("utf-8"), ord("a"), chr(98), hex(255), bin(5), repr("a'b")
    lines = "a\nb".splitlines(), "x" * 3, line[1:-1], line[::-1], "a" < "b", line.count("a")
    return shown, found, flags, ordered, encoded, lines, int("12"), float("1.5"), str(1e21)


def numbers():
    values = [3, 1, 2.5, -4, 2**70]
    whole = 7 // 2, 7 % 3, 7 / 2, divmod(7, 2), abs(-1), pow(2, 10), 1 << 4, 5 & 3, 5 | 2, 5 ^ 1
    real = math.sqrt(2), math.sin(1), math.pi, math.floor(2.5), math.ceil(2.1), math.hypot(3, 4)
    drawn = random.random(), random.randint(1, 6), random.choice(values), random.sample(values, 2)
    random.shuffle(values)
    limits = min(values), max(values), sum(values), any(values), all(values), len(values)
    return whole, real, drawn, limits, f"{1234567.891:,.2f} {0.25:.0%} {1e-7:g} {255:x} {5:b}"


def collections():
    rows = [[row * column for column in range(4)] for row in range(3)]
    names = {name: index for index, name in enumerate("abc")}
    names.update(d=4)
    names.pop("a")
    names.setdefault("e", []), names.get("x", 0), sorted(names, key=len), dict(zip("ab", rows))
    unique = {1, 2} | {2, 3}, {1} & {1, 2}, {1, 2} - {1}, {1} ^ {2}, set("abc"), {1} <= {1, 2}
    rows.sort(reverse=True)
    rows.append(rows.pop(0))
    rows.extend([[1]]), rows.insert(0, []), rows.remove([1]), rows.index([]), rows.reverse()
    first, *rest = rows
    queue = deque([1, 2], maxlen=5)
    queue.append(3), queue.popleft(), queue.rotate(1)
    groups = defaultdict(list)
    groups["a"].append(1)
    counted = Counter("abcab").most_common(1)
    point = namedtuple("Point", "x y")(1, 2)
    squares = list(map(lambda x: x * x, filter(None, [1, 0, 2]))), list(reversed([1, 2]))
    pairs = list(product("ab", [1, 2])), next(count(5)), partial(max, 1)(2), tuple(names.items())
    return first, rest, unique, counted, point._replace(x=3), squares, pairs, rows[1:], not rows


def times():
    today, first = datetime.date.today(), datetime.date(2026, 11, 29)
    now = datetime.datetime.now() - datetime.timedelta(days=1, hours=2)
    shown = (
        now.strftime("%Y-%m-%d %H:%M"),
        first.isoformat(),
        (today - first).days,
        time.time(),
        time.strftime("%H:%M"),
    )
    return shown, datetime.datetime.fromisoformat("2026-11-29T10:00:00"), now.year, now.weekday()


def data():
    text = json.dumps({"a": [1, 2.5, None, True, "é"], "b": {}}, indent=2)
    storage["items"] = text
    return json.loads(storage["items"]), storage.get("x"), "items" in storage, json.dumps([1])


def errors():
    for broken in (
        lambda: {}["x"],
        lambda: [][1],
        lambda: int("x"),
        lambda: None.x,
        lambda: hash([]),
    ):
        try:
            broken()
        except (KeyError, IndexError, ValueError) as error:
            print(error, type(error).__name__, error.args)
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
    try:
        raise RuntimeError("own") from ValueError(1)
    except RuntimeError as error:
        print(error.__cause__)


def elements():
    table = html.TABLE(html.TR(html.TH(name) for name in ("a", "b")), Class="data")
    for row in range(3):
        table <= html.TR([html.TD(row, style={"color": "red"}), html.TD(html.B("x") + "text")])
    form = html.FORM(
        [html.INPUT(type="text", value="1"), html.BUTTON("Go", id="go", disabled=True)]
    )
    document["form"].parent <= html.DIV([table, form, html.A("link", href="#x")], id="shown")
    document <= html.SELECT(html.OPTION(name, value=name) for name in ("x", "y"))
    shown = document["shown"]
    shown.style.color, shown.style.backgroundColor = "blue", "white"
    shown.classList.add("wide")
    shown.attrs["title"] = "a title"
    found = (
        document.select("input, #go"),
        document.select_one(".none"),
        shown.children,
        shown.parent,
    )
    for node in document.select("td"):
        node.text = node.text.upper()
    document["go"].disabled = False
    shown.html, shown.text = "<i>x</i>", "plain"
    shown.clear()
    places = shown.offsetWidth, shown.left, window.innerWidth, window.location.href, shown.attrs
    drawing = svg.svg(svg.circle(cx=5, cy=5, r=4, fill="red"), width=20, height=20)
    document <= drawing
    context = document["c"].getContext("2d")
    context.fillStyle = "red"
    context.fillRect(0, 0, 10, 10)
    context.beginPath(), context.arc(5, 5, 4, 0, 2 * math.pi), context.stroke()
    window.own = [1, 2]
    return found, places, window.own[0], window.Date.new().getFullYear(), window.Math.max(1, 2.5)


@bind("#form", "submit")
def submitted(event):
    event.preventDefault()
    print({"q": event.target.elements["q"].value})


def clicked(event):
    print(event.target.id, event.type, event.currentTarget, event.x, event.shiftKey)
    event.stopPropagation()


def completed(request):
    print(request.status, request.read() or "", request.getResponseHeader("content-type"))


async def asks():
    request = await aio.get("/nothing/of/this/kind")
    print(request.status, request.data[:10])
    await aio.sleep(0.01)
    return [number async for number in counting()]


async def counting():
    for number in range(2):
        yield number


elements()
document <= html.BUTTON("Own", id="own")
document["own"].bind("click", clicked)
document["own"].click()
document["form"].select_one("button").click()
print(texts(), numbers(), collections(), times(), data())
# With ?draws=2000, as in the profile: some functions are called for few random numbers only.
for _ in range(int(window.URLSearchParams.new(window.location.search).get("draws") or 0)):
    str(numbers())
shop = Shop(Item("tea"), Item("milk", 2, ["cold"]), open=True)
print(shop.total(), len(shop), shop["tea"].shown, shop["none"], [item.name for item in shop])
print(isinstance(shop, Shop), getattr(shop, "x", None), hasattr(shop, "items"), vars(shop).keys())
errors()
ajax.get("/nothing", oncomplete=completed, data={"q": "a b"}, timeout=5)
ajax.post("/nothing", data=json.dumps({"a": 1}), headers={"Content-Type": "application/json"})
ajax.post("/echo", data={"a": "1"}, mode="json", onerror=print, oncomplete=completed)
timer.set_timeout(print, 1, "later")
timer.request_animation_frame(lambda time: None)
timer.clear_interval(timer.set_interval(print, 1000))
InfoDialog("Title", "text").close()
print(await asks())
