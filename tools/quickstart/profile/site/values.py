"""Calls operators and methods of the usual types with many arguments. Most calls raise an error, as
they do in pages."""

import array
import binascii
import collections
import contextvars
import datetime
import functools
import io
import itertools
import json
import math
import operator
import re
import struct
import types
import warnings

from browser import window

warnings.simplefilter("ignore")


class Thing:
    def __init__(self):
        self.x = 1

    def method(self):
        return 1


def generator():
    yield 1


def values():
    """Returns new values each time, as calls change them."""
    return [
        *[0, 3, -2, True, 2**70, -(2**65), 1.5, -0.0, 1e300, 2j, 1 + 1j, None, ...],
        *["ab", "äb", "日本", "😀", "", b"ab", b"", bytearray(b"ab"), memoryview(b"ab")],
        *[[1, "a"], [3, 1, 2], [], (1, 2), (), ("a",), {"a": 1}, {}, {1: 2, (1,): 3}],
        *[{1, 2}, {"a"}, frozenset([1]), range(3), range(0, 10, 2), slice(1, 2)],
        *[Thing(), Thing, Thing().method, len, "a".join, generator, generator()],
        *[iter([1, 2]), iter("ab"), iter({1: 2}), iter({1}), reversed([1, 2])],
        *[{"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items()],
        *[enumerate("ab"), zip("ab", [1, 2], strict=True), map(str, [1, 2]), filter(None, [0, 1])],
        *[int, str, type, ValueError("x"), KeyError("k"), OSError(2, "x")],
        *[collections.deque([1, 2]), collections.OrderedDict(a=1), collections.Counter("ab")],
        *[collections.defaultdict(list), datetime.datetime(2024, 1, 2), datetime.date(2024, 1, 2)],
        *[datetime.timedelta(1), datetime.time(1, 2), datetime.UTC, array.array("i", [1, 2])],
        *[re.compile("a+(b)?"), re.match("a", "ab"), io.StringIO("a\nb"), io.BytesIO(b"a\nb")],
        *[functools.partial(len, "a"), types.SimpleNamespace(a=1), types.MappingProxyType({1: 2})],
        *[property(len), staticmethod(len), classmethod(len), contextvars.ContextVar("x")],
        *[int | str, list[int], Thing.__dict__, generator.__code__, struct.Struct("<I"), super],
    ]


OTHERS = (
    *[3, True, -(2**65), 1.5, 2j, None, "äb", b"ab", [1, "a"], (1, 2), {"a": 1}, {1, 2}],
    slice(0, 1),
)
ARGUMENTS = (
    *[(), (0,), (1,), ("a",), (b"a",), ([1],), ({"a": 1},), (None,), ("a", "b"), (0, 1)],
    *[(b"a", b"b"), ("utf-8",), ("a", 1), (lambda *a: 1,), ((1, 2),), (1.5,), ("%Y-%m-%d %H",)],
    *[(1, "a", 2), (2, 3), ([3, 1],), ([1, 2], 1), (1.5, 2), (len, [[1]]), ("<I", 1)],
    *[("<I", b"abcd"), ("ab", ("a", "b")), (lambda *a: 1, [1, 2]), (5, 2, 3)],
)
UNARY = [
    *[operator.neg, operator.pos, operator.invert, operator.not_, operator.index],
    *[math.floor, math.ceil, math.trunc],
    *[abs, all, any, ascii, bin, bool, bytearray, bytes, callable, chr, complex, dict, dir],
    *[enumerate, float, format, frozenset, hash, hex, id, int, iter, len, list, max, memoryview],
    *[min, next, oct, ord, range, repr, reversed, round, set, slice, sorted, str, sum, tuple],
    *[type, vars, zip],
]
NUMBERS_ONLY = ["mul", "imul", "pow", "ipow", "lshift", "ilshift"]
BINARY = [
    *[getattr(operator, name) for name in NUMBERS_ONLY],
    *[operator.add, operator.sub, operator.truediv, operator.floordiv, operator.mod],
    *[operator.matmul, operator.and_, operator.or_, operator.xor, operator.rshift],
    *[operator.iadd, operator.isub, operator.itruediv, operator.ifloordiv, operator.imod],
    *[operator.imatmul, operator.iand, operator.ior, operator.ixor, operator.irshift],
    *[operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge],
    *[operator.is_, operator.contains, operator.getitem, operator.concat],
    *[divmod, isinstance, getattr, format],
]
MODULES = (math, itertools, operator, json, re, binascii, struct, functools, datetime)
NEVER = {
    *["__class__", "__del__", "__init_subclass__", "__reduce__", "__reduce_ex__"],
    *["__subclasshook__", "comb", "count", "cycle", "factorial", "fromfile", "perm", "repeat"],
}
"""Methods that are endless, need too much memory, or are internal."""


def tried(function, *arguments):
    try:
        result = function(*arguments)
        if hasattr(result, "__next__"):
            list(itertools.islice(result, 4))
        elif not isinstance(result, int) or result.bit_length() < 1000:
            repr(result)
            hash(result)
    except BaseException as error:
        str(error)


def large(value):
    return isinstance(value, int) and abs(value) > 100


def operators():
    for value in values():
        for function in UNARY:
            if not (function in (bytes, bytearray) and large(value)):
                tried(function, value)
    for other in OTHERS:
        for function in BINARY:
            for value in values():
                if not (function.__name__ in NUMBERS_ONLY and (large(value) or large(other))):
                    tried(function, value, other)


def methods():
    seen = set()
    for at, value in enumerate(values()):
        kind = type(value)
        if kind in (type, types.BuiltinFunctionType):
            continue
        for name in dir(value):
            if name in NEVER or (kind, name) in seen:
                continue
            seen.add((kind, name))
            fresh = values()[at]
            for arguments in ARGUMENTS:
                method = getattr(fresh, name, None)
                if callable(method):
                    tried(method, *arguments)


def statements():
    for function in STATEMENTS:
        for value in values():
            tried(function, value)


def put(value):
    for key in (0, "a", slice(0, 1), slice(None, None, 2), -1):
        for new in (1, [1]):
            try:
                value[key] = new
            except Exception as error:
                str(error)


def delete(value):
    for key in (-1, "a", slice(0, 1)):
        try:
            del value[key]
        except Exception as error:
            str(error)


def attribute(value):
    value.x = 1
    del value.x


def unpack(value):
    _, *_ = value


def unpack_two(value):
    _, _ = value


def spread(value):
    return max(*value)


def spread_names(value):
    return dict(**value)


def enter(value):
    with value:
        pass


def loop(value):
    for _ in itertools.islice(value, 3) if hasattr(value, "__next__") else value:
        pass


def formatted(value):
    return f"{value}{value!r:>5}{value:5}"


def match(value):
    match value:
        case {"a": _}:
            return 1
        case [_, _]:
            return 2
        case int() | str() | bytes():
            return 3
        case Thing(x=1):
            return 4


STATEMENTS = (
    *[put, delete, attribute, unpack, unpack_two, spread, spread_names, enter, loop, formatted],
    match,
)


def modules():
    for module in MODULES:
        for name, function in list(vars(module).items()):
            if callable(function) and name not in NEVER and not name.startswith("__"):
                for arguments in ARGUMENTS:
                    tried(function, *arguments)


for part in (operators, methods, statements, modules):
    part()
    window.console.log(part.__name__)
