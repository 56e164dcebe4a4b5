"""Python classes that inherit from a class of JavaScript."""

from browser import window
from notes import done, see

window.eval("""
window.Rectangle = class {
  constructor(w, h) { this.w = w; this.h = h; }
  area() { return this.w * this.h; }
  get edge() { return 2 * (this.w + this.h); }
  set edge(n) { this.w = this.h = n / 4; }
  describe() { return 'area ' + this.area(); }
  static unit() { return new this(1, 1); }
};
window.areaOf = (shape) => shape.area();
window.classOf = (shape) => [shape instanceof Rectangle, shape.constructor.name].join();
""")


class Square(window.Rectangle):
    def __init__(self, side):
        super().__init__(side, side)

    def double(self):
        return self.area() * 2


class Named(Square):
    def __init__(self, name, side):
        super().__init__(side)
        self.name = name


class Early(window.Rectangle):
    def __init__(self, side):
        self.early = [side]
        super().__init__(side, side)


class Silent(window.Rectangle):
    def __init__(self, name):
        self.name = name


class Framed(window.Rectangle):
    def area(self):
        return super().area() + 1


class Plain(window.Rectangle):
    pass


class Mixin:
    def sides(self):
        return self.w, self.h


class Mixed(window.Rectangle, Mixin):
    pass


class Table(window.Map):
    def put(self, key, value):
        self.set(key, value)


class Counted(window.Map):
    def set(self, key, value):
        return super().set(key, value + 1)


def edge():
    plain = Plain(5, 6)
    plain.edge = 40
    return plain.w, plain.edge


def table():
    made = Table()
    made.put("a", 1)
    return made.get("a"), made.size


def counted():
    made = Counted()
    made.set("a", 1)
    return made.get("a")


def overridden():
    made = Framed(2, 3)
    return made.area(), made.describe()


see("methods", lambda: (Square(5).area(), Square(5).edge, Square(5).double(), Square(5).describe()))
see("a subclass of it", lambda: (Named("n", 3).name, Named("n", 3).area()))
see("without __init__", lambda: Plain(5, 6).area())
see("a setter", edge)
see("another base", lambda: (Mixed(3, 4).sides(), Mixed(3, 4).area()))
see("isinstance of Python", lambda: isinstance(Named("n", 3), Square))
see("new", lambda: Plain.new(2, 3).area())
see("a stored list", lambda: Early(3).early)
see("no super", lambda: Silent("n").name)
see("super().area()", overridden)
see("a Map", table)
see("a Map with super", counted)
see("static methods", lambda: Plain.unit().area())
see("isinstance of JavaScript", lambda: isinstance(Square(5), window.Rectangle))
see("given to JavaScript", lambda: window.areaOf(Framed(2, 3)))
see("its class in JavaScript", lambda: window.classOf(Square(5)))
done()
