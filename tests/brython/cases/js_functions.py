"""Python functions given to JavaScript, which outlive the call."""

from browser import document, window
from notes import done, expect, record, see

expect(4)
box = document["box"]
seen = []


class Scores:
    def __init__(self):
        self.all = []

    def add(self, n=0):
        self.all.append(n)
        return {"n": n}


def closure(start):
    def count(step=1):
        nonlocal start
        start += step
        return start

    return count


scores = Scores()
window.addScore = scores.add
window.plain = lambda n: n + 1
window.counter = closure(10)
window.noted = lambda *args: seen.append(list(args))
see("called from JavaScript", lambda: window.eval("plain(1)"))
see("a method", lambda: (window.eval("addScore(5).n"), scores.all))
see("a closure", lambda: (window.eval("counter()"), window.eval("counter(5)")))
see("fewer arguments", lambda: (window.eval("addScore().n"), scores.all))
window.eval("noted(1, 'a', true, null, undefined, 1.5)")
see("what arrives", lambda: seen.pop())
box.html = '<button onclick="noted(this.tagName, event.type)">x</button>'
box.children[0].click()
see("inline onclick", lambda: seen.pop())
box.html = '<button id="inline" onclick="addScore(7)">x</button>'
document["inline"].click()
see("inline onclick of a method", lambda: scores.all)
see("sort", lambda: list(window.eval("[3, 1, 2]").sort(lambda a, b: a - b)))
see("map", lambda: list(window.eval("[1, 2, 3]").map(lambda n, i, array: n * 2)))
see("filter", lambda: list(window.eval("[1, 2, 3]").filter(lambda n, *rest: n > 1)))
seen.clear()
window.eval("[1, 2]").forEach(lambda n, i, array: seen.append((n, i)))
see("forEach", lambda: list(seen))
text = window.String.new("abc")
see("replace", lambda: text.replace(window.RegExp.new("b"), lambda m, *rest: m.upper()))
see("the function comes back", lambda: window.plain is not None and window.plain(4) == 5)
see("the very same", lambda: window.noted == window.noted)


def returns(value):
    window.give = lambda: value
    return window.eval("JSON.stringify(give())")


for name, value in (
    ("a dict", {"a": [1, True, None]}),
    ("a list", [1, "x"]),
    ("a str", "s"),
    ("a float", 1.5),
    ("True", True),
):
    see(f"returns {name}", lambda: returns(value))
see("returns None", lambda: window.eval("(give = arguments => null, give() == null)"))
window.giveNone = lambda: None
see("None is null or undefined", lambda: window.eval("giveNone() == null"))
window.fails = lambda: 1 / 0
raised = window.eval("try { fails(); 'went on' } catch (error) { 'error' }")
record("raises", raised)
window.setTimeout(lambda: (record("setTimeout", "late"), done()), 10)
window.setTimeout(lambda a, b: (record("setTimeout with arguments", (a, b)), done()), 10, 1, "b")
window.requestAnimationFrame(lambda time: (record("a frame", time > 0), done()))


def late(name):
    def resolved(value):
        record(name, value)
        done()

    return resolved


window.Promise.resolve(5).then(late("a promise"))
