"""`browser.template`."""

from browser import document
from browser.template import Template
from notes import done, record, see, shown

box = document["box"]


def rendered(name, source, callbacks=(), **data):
    box.html = source
    try:
        made = Template(box.children[0], list(callbacks))
        made.render(**data)
    except Exception as error:
        record(f"{name}: error", type(error).__name__)
        return None
    shown(name)
    return made


rendered("text", "<p>Hello {who}!</p>", who="Ann")
link = '<a href="{url}" title="t {n + 1}">{word.upper()}</a>'
rendered("an attribute", link, url="/x", n=1, word="a")
rendered("braces", "<p>{{x}} {1 + 1}</p>")
rendered("for", '<ul><li b-code="for x in xs:">{x}</li></ul>', xs=["a", "b"])
rendered(
    "if",
    '<div><b b-code="if n > 1:">many</b><b b-code="elif n == 1:">one</b>'
    '<b b-code="else:">none</b></div>',
    n=1,
)
rendered("nested", '<div><p b-code="for r in rows:"><b b-code="for c in r:">{c}</b></p></div>',
         rows=[[1, 2], [3]])  # fmt: skip
rendered("markup is text", "<p>{x}</p>", x="<b>&</b>")
rendered("True", '<input disabled="{x}" checked="{not x}">', x=True)
rendered("a list", "<p>{x}</p>", x=[1, 2])
rendered("no such name", "<p>{nope}</p>")
rendered("a format", "<p>{x:.2f}</p>", x=1.5)


def more(event, element):
    element.data.count += 1


made = rendered(
    "a callback", '<div><b>{count}</b><i b-on="click:more">+</i></div>', [more], count=1
)
if made is not None:
    box.select_one("i").click()
    box.select_one("i").click()
    shown("clicked")
    see("data", lambda: made.data.count)
made = rendered("again", "<p>{n}</p>", n=1)
if made is not None:
    made.render(n=2)
    shown("rendered again")
box.html = '<p id="by_id">{x}</p>'
Template("by_id").render(x=5)
shown("by id")
see("no such id", lambda: Template("nope"))
see("element", lambda: Template("by_id").element.id)
done()
