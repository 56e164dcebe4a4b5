"""`bind`, `unbind`, `events`."""

from browser import bind, document, html
from notes import attempt, done, record, see

box = document["box"]
button = html.BUTTON("x")
box <= button
seen = []


def one(event):
    seen.append("one")


def two(event):
    seen.append("two")


def clicked(name):
    seen.clear()
    button.click()
    record(name, list(seen))


button.bind("click", one)
clicked("one")
button.bind("click", two)
clicked("two")
see("events", lambda: [f.__name__ for f in button.events("click")])
button.unbind("click", one)
clicked("unbind of one")
button.bind("click", two)
clicked("bound twice")
button.unbind("click")
clicked("unbind of all")
see("events, none", lambda: len(button.events("click")))
attempt("unbind of none", lambda: button.unbind("click", one))
attempt("unbind of all, none", lambda: button.unbind("click"))
attempt("unbind of nothing at all", lambda: html.B().unbind())
button.bind("click", one)
attempt("unbind of another", lambda: button.unbind("click", two))
attempt("unbind()", lambda: button.unbind())
button.unbind("click")
clicked("after unbind()")
see("what bind gives", lambda: button.bind("click", one) == button)
button.unbind("click")


class Counter:
    def __init__(self):
        self.count = 0

    def add(self, event):
        self.count += 1


counter = Counter()
button.bind("click", counter.add)
button.click()
button.unbind("click", counter.add)
button.click()
see("a method", lambda: counter.count)


@bind(button, "click")
def decorated(event):
    seen.append("decorated")


clicked("@bind(node)")
see("the function stays", lambda: decorated.__name__)
button.unbind("click", decorated)


@button.bind("click")
def by_method(event):
    seen.append("by method")


clicked("@node.bind")
button.unbind("click")
button.bind("click", lambda event: one(event))
clicked("a lambda")
button.unbind("click")
button.onclick = one
clicked("onclick")
button.onclick = None
clicked("onclick = None")
button.addEventListener("click", one)
button.addEventListener("click", one)
clicked("addEventListener")
button.removeEventListener("click", one)
clicked("removeEventListener")
attempt("not callable", lambda: button.bind("click", 3))
attempt("None", lambda: button.bind("click", None))
button.unbind("click")
button.bind("click", one)
copy = button.clone()
seen.clear()
copy.click()
see("a clone's listeners", lambda: list(seen))
copy = button.cloneNode(True)
seen.clear()
copy.click()
see("cloneNode's listeners", lambda: list(seen))
button.remove()
box <= button
clicked("removed and back")
for i in range(2):
    box <= html.B(i, Class="each")
for node in box.select(".each"):
    node.bind("click", lambda event: seen.append(event.target.text))
seen.clear()
for node in box.select(".each"):
    node.click()
see("in a loop", lambda: list(seen))
done()
