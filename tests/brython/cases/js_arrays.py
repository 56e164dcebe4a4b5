"""JavaScript arrays as lists, their identity, and arrays that contain themselves."""

from browser import window
from notes import done, record, see


def array(code):
    return window.eval(code)


def after(code, change):
    """The items of an array after a change."""
    changed = array(code)
    change(changed)
    return list(changed)


see(
    "==", lambda: (array("[1, 'a']") == [1, "a"], array("[1]") == array("[1]"), array("[1]") == [1])
)
see("== a tuple", lambda: array("[1, 2]") == (1, 2))
see("!=", lambda: (array("[1]") != [1], array("[1]") != [2]))
see("<", lambda: (array("[1, 2]") < [1, 3], array("[2]") > array("[1]"), array("[1]") <= [1]))
see("< a list", lambda: array("[1, 3]") > [1, 2])
see("+", lambda: list(array("[1]") + [2]))
see("list +", lambda: list([2] + array("[1]")))
see("*", lambda: list(array("[1, 2]") * 2))
see("2 *", lambda: list(2 * array("[1, 2]")))
see("+=", lambda: after("[1]", lambda a: a.__iadd__([2])))
see("in", lambda: (2 in array("[1, 2]"), [2] in array("[1, [2]]"), 3 not in array("[1]")))
see("index", lambda: array("['a', 'b']").index("b"))
see("index of a missing item", lambda: array("[1]").index(2))
see("count", lambda: array("[1, 2, 1]").count(1))
see("sort", lambda: after("[10, 9, 1]", lambda a: a.sort()))
see("sort with a key", lambda: after("[1, 3, 2]", lambda a: a.sort(key=lambda n: -n)))
see("sort, reversed", lambda: after("[1, 3, 2]", lambda a: a.sort(reverse=True)))
see("sort returns", lambda: list(array("['b', 'a']").sort()))
see("reverse", lambda: after("[1, 2, 3]", lambda a: a.reverse()))
see("a slice", lambda: (list(array("[1, 2, 3]")[1:]), list(array("[1, 2, 3]")[::-1])))
see("the type of a slice", lambda: type(array("[1, 2]")[:1]).__name__)
see("a slice, set", lambda: after("[1, 2, 3]", lambda a: a.__setitem__(slice(0, 2), [7])))
see("an item, deleted", lambda: after("[1, 2, 3]", lambda a: a.__delitem__(1)))
see("the last item, deleted", lambda: after("[1, 2, 3]", lambda a: a.__delitem__(-1)))
see("a slice, deleted", lambda: after("[1, 2, 3]", lambda a: a.__delitem__(slice(0, 2))))
see("copy", lambda: list(array("[1, 2]").copy()))
see("insert", lambda: after("[1, 2]", lambda a: a.insert(1, "x")))
see("extend", lambda: after("[1]", lambda a: a.extend([2, 3])))
see("pop", lambda: (array("[1, 2]").pop(), array("[1, 2]").pop(0)))
see("remove", lambda: after("[1, 2]", lambda a: a.remove(1)))
see("clear", lambda: after("[1, 2]", lambda a: a.clear()))
see("reversed", lambda: list(reversed(array("[1, 2]"))))
see("str", lambda: str(array("[1, 'a', [2]]")))
see("repr", lambda: repr(array("[1, 'a', [2]]")))
see("hash", lambda: type(hash(array("[1]"))).__name__)
see("hash of an object", lambda: type(hash(array("({})"))).__name__)

window.eval("""window.xs = [[1], {deep: [2]}]; window.thing = {list: [1], n: {}}""")
xs = window.xs
see("identity", lambda: (xs is window.xs, window.thing is window.thing))
see("identity of an item", lambda: (xs[0] is window.xs[0], xs[1].deep is window.xs[1].deep))
see("identity of a property", lambda: window.thing.list is window.thing.list)
see("identity of an object inside", lambda: window.thing.n is window.thing["n"])
see("identity of a function", lambda: window.parseInt is window.parseInt)
see("equality of a function", lambda: window.parseInt == window.parseInt)
see("identity after a call", lambda: window.eval("(x) => x")(xs) is xs)

window.eval("window.circular = [0, 1]; circular[0] = circular; window.me = {n: 1}; me.self = me;")
see("circular: str", lambda: str(window.circular))
see("circular: its item", lambda: window.circular[0] is window.circular)
see("circular: an object's self", lambda: window.me.self is window.me)
see("circular: equal to itself", lambda: window.circular == window.circular)

deleted = window.eval("window.gone = {x: 1, y: 2}")
del deleted.x
see("deleted", lambda: (hasattr(deleted, "x"), "x" in deleted, window.eval("'x' in gone")))


def delete_item():
    del deleted["y"]
    return hasattr(deleted, "y"), window.eval("'y' in gone")


def delete_missing():
    del deleted.nope


see("deleted item", delete_item)
see("deleted, missing", delete_missing)
record("end", True)
done()
