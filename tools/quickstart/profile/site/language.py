"""Each of the language's constructs, compiled and run; sources with errors, tracebacks."""

import ast
import sys
import traceback
import warnings

from browser import window

SOURCE = """
import os, sys as system
from os import path as p, sep
a: int = 1_000; b = 2.5; c = 2j; d = 'x' 'y'; e = b'x'; f = f'{a}{b!r}{c:>{a}}'; g = ...
h = None; i = True; j = 0xff + 0b1 + 0o7; k = 1 + 2 * 3 - 4 // 5 % 7 ** 2 << 1 >> 1 & 3 | 4 ^ 5
l = not a and b or c; m = [-1, ~1, +1]; n = a if b else c; o = [a, *m]; q = {**{}, 'a': 1}
r = {x for x in o}; s = {x: y for x, y in zip(o, o)}; t = [x for x in o if x for y in o]
u = (x for x in o); v = lambda x, /, y=1, *a, k=2, **kw: x; w = 0 < a < 3
x = a is None; y = a is not b; z = a in o, a not in o, o[1:], o[::2], o[-1], (1, 2)[0], 'abc'[1]
(w := 3)
(a, [b, *c]) = 1, [2, 3]; a = b = 3
a += 1; b -= 1; a *= 2; a //= 3; a %= 5; a **= 2; a &= 1; a |= 2; a ^= 3; a <<= 1; a >>= 1; b /= 2
del c, o[0:1]
assert b, 'm'
def decorated(function): return function
@decorated
def function(a: int, /, b: str = 'x', *args, c, d=3, **kw) -> None:
    '''Doc.'''
    global counted; counted = 1
    def inner():
        nonlocal a; a = 1
        return a
    for i in range(3):
        if i: continue
        elif a: break
        else: pass
    else: pass
    while a: a -= 1
    else: pass
    try: raise ValueError('x') from None
    except (ValueError, KeyError) as e: str(e)
    except TypeError: pass
    else: pass
    finally: inner()
    with open('/tmp/x', 'w') as f, open('/tmp/y', 'w') as g: pass
    yield a
    x = yield
    yield from []
list(function(1, c=2, e=3))
async def awaiting(x):
    await x
    async for a in x: pass
    async with x as y: pass
    [a async for a in x]; [await a for a in x]
    return (a async for a in x)
class A(object, metaclass=type):
    x: int = 1
    __slots__ = ('y', '__dict__')
    def __init__(self, y=2, **kw): self.y = y
    def m(self): return super().__repr__(), __class__
    @property
    def p(self): return self.y
    @p.setter
    def p(self, value): self.y = value
    @classmethod
    def c(cls): return cls()
    @staticmethod
    def s(): return 1
class B[T: int](A):
    def m[U](self, x: U) -> T: return super().m()
type X = int | str
made = B(y=3); made.p = 5; made.p, made.m(1), B.c(), B.s(), made.x, isinstance(made, A)
match a:
    case 1 | 'a' | None | -1 | 1.5: pass
    case [a, *_] if a: pass
    case {'k': v, **r}: pass
    case A(x=1) as q: pass
    case (A(), str(y)): pass
    case os.sep: pass
    case _: pass
try: raise ExceptionGroup('g', [ValueError(1)])
except* ValueError: pass
if __name__ == '__main__': print('x', end='', sep=',')
"""
WRONG = (
    *["x = = 1", "def f(:", "if x", "(", "'abc", '"""', "return", "x = 1 +", "for", "import"],
    *["class", "a b", "1 = x", "f() = 1", "def f(a, a): pass", "nonlocal x", "break", "  x"],
    *["if 1:\nx", "if 1:\n  x\n y", "\tx\n x", "print 'x'", "f'{'", "f'{x!z}'", "0777", "1a"],
    *["é $", "x = {1:}", "else: pass", "try: pass", "a := 1", "del f()", "async x"],
    *["match x:\n case", "with x", "@", "global x\nx=1", "f(a=1, 2)", "f(**k, *a)", "None = 1"],
    *["'\\x'", "b'é'", '"\\N{nope}"', "raise x from", "from x import", "import a.b as"],
    *["while True print(1)", "if x = 1: pass", "print(1", "[1, 2", "x = [1, 2)", "def f()\n pass"],
)


def missing():
    return {}["missing"]


def deeper(n):
    return deeper(n + 1)


RAISING = (
    *[missing, lambda: 1 / 0, lambda: int("x"), lambda: [][1], lambda: None.x, lambda: undefined],
    *[lambda: "a" + 1, lambda: len(3), lambda: missing(1), lambda: "ä".encode("ascii")],
    *[
        lambda: b"\xff".decode(),
        lambda: deeper(0),
        lambda: __import__("nope"),
        lambda: next(iter(())),
    ],
    *[lambda: open("/nope"), lambda: exec("x = ="), lambda: window.nope(), lambda: sys.exit()],
)

for line in [*SOURCE.splitlines(), SOURCE]:
    try:
        ast.unparse(ast.parse(line))
        compile(line, "<line>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError:
        pass  # of a block, one line only
exec(SOURCE, {"__name__": "__main__"})
eval("[i for i in range(3) if i]")
warnings.simplefilter("ignore")
for line in WRONG:
    try:
        compile(line, "<line>", "exec")
    except SyntaxError as error:
        traceback.format_exception(error)
for function in RAISING:
    try:
        try:
            function()
        except BaseException as error:
            str(error), repr(error), traceback.format_exc()
            raise ValueError("outer") from error
    except ValueError as error:
        traceback.format_exception(error)
