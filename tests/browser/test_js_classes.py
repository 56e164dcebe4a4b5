"""Python classes that inherit from a class of JavaScript."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_methods_properties_and_super(selenium):
    import js

    from browser import window

    js.eval("""
      globalThis.Rectangle = class {
        constructor(w, h) { this.w = w; this.h = h; }
        area() { return this.w * this.h; }
        get edge() { return 2 * (this.w + this.h); }
        set edge(n) { this.w = this.h = n / 4; }
        describe() { return `area ${this.area()}, label ${this.label}`; }
        static unit() { return new this(1, 1); }
      };
    """)

    class Square(window.Rectangle):
        def __init__(self, side, height=None):
            self.early = [side]
            super().__init__(side, height or side)

        def area(self):
            return super().area() + 1

        @property
        def edge(self):
            return super().edge + 1

        @property
        def label(self):
            return self._label

        @label.setter
        def label(self, value):
            self._label = value.upper()

    square = Square(5)
    square.label = "x"
    assert (square.area(), square.edge, square.early, square.w) == (26, 21, [5], 5)
    assert square.describe() == "area 26, label X"
    assert repr(square) == "<Square object>"
    assert type(Square.unit()) is type(Square.new(2)) is Square
    assert Square.unit().area() == 2
    window.square = square
    assert window.square == square
    assert type(window.square) is Square
    assert window.square.early is square.early
    assert (
        js.eval(
            "square.label = 'y'; [square instanceof Rectangle, square.constructor.name,"
            "square.area(), square.edge, square.label].join()"
        )
        == "true,Square,26,21,Y"
    )
    window.Square = Square
    assert js.eval("new Square(2).area()") == 5
    assert isinstance(square, window.Rectangle)
    assert not isinstance(square, window.Map)
    assert not isinstance(5, window.Rectangle)
    for name in ("square", "Square", "Rectangle"):
        delattr(window, name)


@run_in_pyodide
def test_builtin_classes(selenium):
    from browser import window

    class Table(window.Map):
        def set(self, key, value):
            return super().set(key, value + 1)

    class Loud(Table):
        def set(self, key, value):
            super().set(key, value * 10)

    table = Loud()
    table.set("a", 1)
    table["b"] = 2
    assert (table.get("a"), table["b"], table.size, len(table), "a" in table) == (
        11,
        21,
        2,
        2,
        True,
    )
    assert dict(table) == {"a": 11, "b": 21}

    class Stack(window.Array):
        @property
        def top(self):
            return self[-1]

    stack = Stack()
    stack.append(1)
    stack.push(2)
    assert (list(stack), stack.top, len(stack)) == ([1, 2], 2, 2)

    class Bus(window.EventTarget):
        def __init__(self):
            super().__init__()
            self.seen = []
            self.bind("ping", self.hear)

        def hear(self, event):
            self.seen.append(event.type)

    bus = Bus()
    bus.dispatchEvent(window.Event.new("ping"))
    assert bus.seen == ["ping"]
    bus.unbind()


@run_in_pyodide
def test_what_python_cannot_inherit_from(selenium):
    import pytest

    from browser import window

    for base, instead in (
        (window.HTMLElement, "html.DIV"),
        (window.TypeError, "inherit from Exception"),
        (window.parseInt, "is not a class"),
    ):
        with pytest.raises(TypeError, match=instead):
            type("Made", (base,), {}) if isinstance(base, type) else exec(
                "class Made(base): pass", {"base": base}
            )
