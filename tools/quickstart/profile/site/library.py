"""Uses of the standard library in pages, also of what the memory snapshot does not hold."""

import abc
import asyncio
import base64
import bisect
import calendar
import contextlib
import copy
import csv
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import gc
import hashlib
import heapq
import html
import html.parser
import inspect
import io
import itertools
import json
import logging
import math
import os
import pathlib
import pickle
import pprint
import queue
import random
import re
import secrets
import statistics
import string
import sys
import textwrap
import time
import typing
import unicodedata
import urllib.parse
import uuid
import warnings
import weakref
import zlib

from browser import aio, ajax, document, timer, window
from browser import html as tags


def numbers():
    total = 0
    for i in range(1000):
        total = (total + i * i // 3 % 7) & 0xFFFF
    part = 0.5
    for i in range(100):
        part = part * 1.1 + i / 3 - math.sin(i) + i**0.5 + abs(-part) % 10
        round(part, 2), f"{part:.2f} {i:05d} {i:,} {i:x}"
    large = 3**200
    str(large), large // 7**50, large * large, int("12345678901234567890" * 9), hash(large)
    random.seed(3)
    random.shuffle(list("abc")), random.choice("ab"), random.randint(1, 6), random.sample("abc", 2)
    random.uniform(1, 2), random.gauss(0, 1), secrets.token_hex(), uuid.uuid4(), uuid.uuid1()
    decimal.Decimal("1.1") / 3, str(decimal.Decimal(2).sqrt()), fractions.Fraction(1, 3) + 1
    statistics.mean([1, 2, 3]), statistics.stdev([1, 2, 3])


def texts():
    for encoding in ("utf-8", "utf-16", "latin-1", "cp1252", "ascii"):
        "Hello, Wörld! 日本 😀".encode(encoding, "replace").decode(encoding)
    "%s %d %r %.2f %5s %x" % ("a", 3, "x", 2.5, "b", 255)
    "{0} {a!r:>10} {b:,.2f}".format(1, a=2, b=1e6)
    f"{'x':^9}|{1e10:g}|{0.5:%}|{1234567:_}|{255:#x}"
    base64.b64decode(base64.b64encode(b"abc"))
    hashlib.sha256(b"abc").hexdigest(), hashlib.md5(b"abc").hexdigest()
    zlib.decompress(zlib.compress(b"abc" * 100)), zlib.crc32(b"abc")
    urllib.parse.quote("a b/ä"), urllib.parse.parse_qs("a=1&b=2"), urllib.parse.urlencode({"a": 1})
    urllib.parse.urljoin("http://a/b", "c"), urllib.parse.urlparse("http://a.b/c?d=e#f")
    html.escape("<a>"), html.unescape("&lt;&auml;")
    textwrap.dedent("  a\n  b"), textwrap.fill("abc " * 30), string.Template("$a").substitute(a=1)
    list(csv.reader(["a,b"])), csv.writer(io.StringIO()).writerow([1, "a"])
    html.parser.HTMLParser().feed("<p class='a'>x<br>&amp;</p>")
    unicodedata.normalize("NFC", "é"), calendar.month(2024, 1), pprint.pformat({"a": [1] * 50})
    text = json.dumps({"a": [1, 2.5, None, True, "ä\n"], "b": {"c": "😀"}}, indent=2)
    json.loads(text), json.dumps([1], ensure_ascii=False), json.loads('[1e5, -3, "\\u00e4", {}]')
    json.loads(json.dumps([{"id": i, "name": f"n{i}", "v": i / 3} for i in range(200)]))
    for pattern in (
        *[r"(\w+)@(\w+)\.com", r"^\s*(?P<key>[a-z]+)\s*=\s*(.*?)$", r"[^aeiou\d]+"],
        *[r"(a|b)*?c{2,3}", r"(?i)HELLO", r"\bword\b(?=x)|(?<!y)z"],
    ):
        compiled = re.compile(pattern, re.M)
        subject = "joe@site.com\nkey = value word zz abcc"
        compiled.search(subject), compiled.findall(subject), compiled.split(subject)
        compiled.sub(lambda found: found[0] * 2, subject), list(compiled.finditer(subject))


def containers():
    sorted([str(i) for i in range(500)]), sorted([(3, "a"), (1, "b")]), sorted([1.5, 0.3])
    dict((i, str(i)) for i in range(2000)), set(range(3000)), [[0] * 5 for _ in range(5)]
    (
        list(itertools.permutations([1, 2, 3])),
        list(itertools.groupby("aab")),
        list(itertools.product("ab", "c")),
    )
    heapq.heappush(heap := [], 3), heapq.heappop(heap), bisect.bisect([1, 2], 1)
    (
        copy.deepcopy({"a": [1, {2}], "b": (1, [2])}),
        pickle.loads(pickle.dumps({"a": [1, (2.5, "x")]})),
    )
    functools.lru_cache(abs)(3), functools.reduce(max, [1, 2])
    waiting = queue.Queue()
    waiting.put(1), waiting.get()


class Kind(enum.Enum):
    RED = 1
    GREEN = enum.auto()


class Flags(enum.IntFlag):
    A = 1
    B = 2


class Pair(typing.NamedTuple):
    x: int


@dataclasses.dataclass(order=True)
class Data:
    x: int
    y: list[int] = dataclasses.field(default_factory=list)


class Base(abc.ABC):
    @abc.abstractmethod
    def method(self): ...


@contextlib.contextmanager
def managed():
    yield 1


def classes():
    Kind(1), Kind["RED"], list(Kind), Flags.A | Flags.B, Pair(1)._replace(x=2)
    Data(1) < Data(2), repr(Data(1)), dataclasses.asdict(Data(1))
    with managed(), contextlib.suppress(TypeError):
        Base()
    kept = Data(1)
    weakref.ref(kept)(), weakref.WeakValueDictionary({1: Kind.RED})
    inspect.signature(managed), inspect.getmembers(kept)
    gc.collect()


def system():
    now = datetime.datetime.now()
    now.isoformat(), now.strftime("%Y-%m-%d %H:%M:%S"), now + datetime.timedelta(days=1)
    datetime.datetime.strptime("2024-01-02", "%Y-%m-%d"), datetime.date.today()
    time.time(), time.perf_counter(), time.strftime("%H"), time.localtime(), time.gmtime(0)
    path = pathlib.Path("/tmp/library.txt")
    path.write_text("abc\nü\n"), path.read_text(), path.read_bytes(), path.stat()
    with path.open() as file:
        list(file)
    os.listdir("/tmp"), os.path.exists("/tmp"), os.environ.get("HOME"), path.unlink()
    warnings.warn("a warning", stacklevel=1)
    logging.warning("logged %s", 1)
    print("out", 1, [2], sep="-")
    print("to stderr", file=sys.stderr)


def page():
    document <= tags.UL(tags.LI(str(i), Class="item", id=f"i{i}") for i in range(20))
    for item in document.select(".item"):
        item.text, item.attrs["id"], item.parent.children
    button = tags.BUTTON("b")
    document <= button
    button.bind("click", lambda event: (event.target.text, event.type, event.x))
    button.click()
    table = tags.TABLE(tags.TR(tags.TD(c) for c in "abc"))
    document <= table + tags.CANVAS(width=10, height=10) + tags.INPUT(value="v")
    window.JSON.stringify({"a": [1, 2]}), window.Date.new().getTime(), window.Array.new(1, 2)
    window.localStorage.setItem("a", "b")


async def waiting():
    await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0.001))
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.sleep(5), 0.01)
    task = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    task.cancel()
    line = asyncio.Queue()
    await line.put(1)
    await line.get()
    async with asyncio.Lock(), asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0))
    answers = []
    options = {"oncomplete": lambda req: answers.append((req.status, req.getAllResponseHeaders()))}
    ajax.get("/json", mode="json", **options)
    ajax.get("/bytes", mode="binary", oncomplete=lambda req: req.read())
    ajax.get("/nope", timeout=3, ontimeout=print, **options)
    ajax.post("/echo", data={"a": 1, "ä": "x y"}, headers={"X-A": "b"}, **options)
    ajax.put("/echo", data=b"bytes", **options)
    ajax.get("/text?body=hi", blocking=True, **options)
    await aio.get("/text?body=hi")
    await aio.post("/echo", data={"a": "b"})
    with contextlib.suppress(OSError, ajax.RequestError):
        await aio.get("http://127.0.0.1:1/")
    response = await window.fetch("/text?body=hi")
    await response.text()
    timer.clear_interval(timer.set_interval(print, 1))
    timer.set_timeout(lambda: 1 / 0, 1)
    await asyncio.sleep(0.1)
    window.libraryDone = True


for part in (numbers, texts, containers, classes, system, page):
    part()
    window.console.log(part.__name__)
aio.run(waiting())
