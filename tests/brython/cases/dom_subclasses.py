"""Classes of elements that a program derives: attributes before `__init__`, or without it."""

from dataclasses import dataclass

from browser import document, html, svg
from notes import done, see


def case(name):
    return lambda function: see(name, function)


@case("before super")
def _():
    class A(html.DIV):
        def __init__(self, t):
            self.t = t
            self.items = [1]
            super().__init__("x" + t, id="k")

    a = A("1")
    return a.t, a.items, a.outerHTML, a.id


@case("no super")
def _():
    class A(html.DIV):
        def __init__(self, t):
            self.t = t

    a = A("1")
    return a.t, a.outerHTML, isinstance(a, html.DIV)


@case("no super, nothing")
def _():
    class A(html.DIV):
        def __init__(self, t):
            pass

    a = A("1")
    document["box"] <= a
    return a.outerHTML, a.tagName


@case("mixin first")
def _():
    class Mix:
        def __init__(self, v):
            self.v = v

        def hi(self):
            return self.v

    class A(Mix, html.DIV):
        pass

    a = A(3)
    return a.hi(), a.outerHTML


@case("mixin last")
def _():
    class Mix:
        def __init__(self, *v):
            self.v = v

        def hi(self):
            return self.v

    class A(html.DIV, Mix):
        pass

    a = A("t")
    return a.outerHTML, hasattr(a, "v")


def with_mixin(*order):
    class Mix:
        def __init__(self, v):
            self.v = v

    class A(html.DIV, Mix):
        def __init__(self, v):
            for base in order:
                if base == "element":
                    html.DIV.__init__(self, str(v), Class="c")
                else:
                    Mix.__init__(self, v)

    a = A(4)
    return a.outerHTML, a.v


case("mixin both called")(lambda: with_mixin("element", "mixin"))
case("mixin reversed")(lambda: with_mixin("mixin", "element"))


@case("cooperative")
def _():
    class Mix:
        def __init__(self, *a, **k):
            self.mix = 1
            super().__init__(*a, **k)

    class A(Mix, html.DIV):
        def __init__(self, v):
            super().__init__(v, id="q")

    a = A("z")
    return a.outerHTML, a.mix


@case("init twice")
def _():
    class A(html.DIV):
        def __init__(self):
            super().__init__("a", id="i")
            super().__init__("b", title="t")

    return A().outerHTML


@case("plain init twice")
def _():
    d = html.DIV("a", id="i")
    d.__init__("b", title="t")
    return d.outerHTML


@case("__new__")
def _():
    class A(html.DIV):
        def __new__(cls, v):
            self = super().__new__(cls)
            self.v = v
            return self

        def __init__(self, v):
            super().__init__(v)

    a = A("x")
    return a.v, a.outerHTML


@case("__new__ args")
def _():
    class A(html.DIV):
        def __new__(cls, v, **kw):
            self = super().__new__(cls, v, **kw)
            self.v = v
            return self

    a = A("x", id="i")
    return a.v, a.outerHTML


@case("__new__ only html")
def _():
    class A(html.DIV):
        def __new__(cls, v):
            self = html.DIV.__new__(cls, v)
            return self

        def __init__(self, v):
            pass

    a = A("x")
    return a.outerHTML


@case("two tags")
def _():
    class A(html.DIV, html.SPAN):
        pass

    return A("x").outerHTML


@case("two levels")
def _():
    class A(html.DIV):
        def __init__(self, t):
            self.a = 1
            super().__init__(t)

    class B(A):
        def __init__(self, t):
            self.b = 2
            super().__init__(t + "!")

    b = B("x")
    return b.a, b.b, b.outerHTML


@case("append to self before super")
def _():
    class A(html.DIV):
        def __init__(self):
            self <= html.B("first")
            super().__init__("second", id="x")

    return A().outerHTML


@case("append to self before super, node")
def _():
    class A(html.DIV):
        def __init__(self):
            self <= html.B("first")
            super().__init__(html.I("second"), id="x")

    return A().outerHTML


@case("bind before super")
def _():
    seen = []

    class A(html.BUTTON):
        def __init__(self):
            self.bind("click", lambda ev: seen.append(ev.target is self))
            super().__init__("b")

    a = A()
    a.click()
    return seen


@case("svg")
def _():
    class A(svg.circle):
        def __init__(self, r):
            self.radius = r
            super().__init__(r=r)

    a = A(5)
    return a.radius, a.outerHTML, a.namespaceURI


@case("svg no super")
def _():
    class A(svg.circle):
        def __init__(self, r):
            self.attrs["r"] = r

    a = A(5)
    return a.outerHTML, a.namespaceURI


@case("properties")
def _():
    class A(html.DIV):
        def __init__(self, r):
            self.r = r
            super().__init__()

        @property
        def r(self):
            return self._r

        @r.setter
        def r(self, v):
            self._r = v * 2

    a = A(5)
    return a.r, a._r


@case("getattr own")
def _():
    class A(html.DIV):
        def __init__(self):
            self.x1 = 1
            super().__init__()

        def __getattr__(self, n):
            if n == "magic":
                return 42
            return super().__getattr__(n)

    a = A()
    return a.x1, a.magic, a.tagName


@case("eq hash")
def _():
    class A(html.DIV):
        def __init__(self):
            self.d = {self: 1}
            super().__init__("a")

    a = A()
    return a == a, a in [a], a.d == {a: 1}


@case("text in subclass without super")
def _():
    class A(html.DIV):
        def __init__(self, t):
            self.text = t
            self.style.color = "red"

    return A("q").outerHTML


@case("dataclass")
def _():
    @dataclass(eq=False)
    class P(html.P):
        name: str

        def __post_init__(self):
            self.text = self.name

    p = P("bob")
    return p.outerHTML, p.name


@case("repr before")
def _():
    class A(html.DIV):
        def __init__(self):
            self.r = repr(self)
            super().__init__("a")

    return A().r


@case("identity")
def _():
    class A(html.DIV):
        def __init__(self):
            self.m = {1: object}

    a = A()
    a.id = "idn"
    document["box"] <= a
    return document["idn"] is a, document["idn"].m == {1: object}, type(document["idn"]).__name__


done()
