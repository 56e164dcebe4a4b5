"""`browser.webcomponent`, with the examples of its documentation."""

from browser import document, html, webcomponent, window
from notes import attempt, done, record, see

box = document["box"]
calls = []


class BoldItalic:
    def __init__(self):
        shadow = self.attachShadow({"mode": "open"})
        shadow <= html.B(html.I(self.attrs["data-val"]))
        self.stored = [1]

    def connectedCallback(self):
        calls.append("connected")

    def disconnectedCallback(self):
        calls.append("disconnected")

    def twice(self, number):
        return 2 * number


box.html = '<bold-italic data-val="hello">x</bold-italic>'
see("get, before", lambda: webcomponent.get("bold-italic"))
see("define", lambda: webcomponent.define("bold-italic", BoldItalic))
see("get", lambda: webcomponent.get("bold-italic") is BoldItalic)
found = box.select_one("bold-italic")
see("shadow root", lambda: found.shadowRoot.innerHTML)
see("a method", lambda: found.twice(4))
see("an attribute", lambda: found.stored)
see("tag", lambda: (found.tagName, found.attrs["data-val"]))
see("isinstance", lambda: isinstance(found, BoldItalic))
see("connected", lambda: calls)
found.remove()
see("disconnected", lambda: calls)
box.html = '<bold-italic data-val="later"></bold-italic>'
see("later, from HTML", lambda: box.select_one("bold-italic").shadowRoot.innerHTML)

observed_tag = html.maketag("observed-element")
changes = []


class Observed:
    observedAttributes = ["data"]  # noqa: RUF012

    def attributeChangedCallback(self, name, old, new, ns):
        changes.append((name, old, new, ns))


webcomponent.define("observed-element", Observed)
elt = observed_tag()
box <= elt
elt.attrs["data"] = "info"
elt.attrs["data"] = "more"
elt.attrs["other"] = "x"
see("attributes", lambda: [(change[0], change[2]) for change in changes])
see("old values", lambda: [change[1] for change in changes])
see("namespace", lambda: changes[0][3] is None)
see("maketag", lambda: isinstance(elt, Observed))
see("maketag, content", lambda: observed_tag("text", title="t").outerHTML)


class Property:
    @property
    def observedAttributes(self):
        return ["data"]

    def attributeChangedCallback(self, name, old, new, ns):
        changes.append(new)


changes.clear()
webcomponent.define("property-element", Property)
document["box"].html = '<property-element data="a"></property-element>'
see("a property", lambda: changes)


class Base:
    def __init__(self):
        self.kind = "base"

    def hello(self):
        return f"{self.kind} {self.tagName}"


class Derived(Base):
    def __init__(self):
        super().__init__()
        self.kind += " derived"


webcomponent.define("base-element", Base)
webcomponent.define("derived-element", Derived)
box.html = "<base-element></base-element><derived-element></derived-element>"
for name in ("base", "derived"):
    see(f"inherited, {name}", lambda: box.select_one(f"{name}-element").hello())


class Loud(html.BUTTON):
    def connectedCallback(self):
        self.title = "loud"

    def say(self):
        return self.text.upper()


webcomponent.define("loud-button", Loud)
box.html = '<button is="loud-button">quiet</button>'
button = box.select_one("button")
see("a built-in element", lambda: (button.title, button.say()))


class Item:
    def connectedCallback(self):
        self.title = "item"


webcomponent.define("list-item", Item, {"extends": "li"})
box.html = '<ul><li is="list-item"></li></ul>'
see("extends", lambda: box.select_one("li").title)

created = document.createElement("base-element")
see("createElement", lambda: (created.kind, isinstance(created, Base)))


class Called:
    def __init__(self, text=""):
        self.given = text


webcomponent.define("called-element", Called)


def call():
    made = Called("text")
    document["box"].clear()
    document["box"] <= made
    return made.tagName, made.given


see("the class, called", call)
see("from JavaScript", lambda: window.customElements.get("base-element") is not None)


class Broken:
    def __init__(self):
        raise ValueError("in init")


webcomponent.define("broken-element", Broken)
box.html = "<broken-element>text</broken-element>"
see("an error in __init__", lambda: box.text)

for name, arguments in {
    "no hyphen": ("nohyphen", Base),
    "no str": (3, Base),
    "no class": ("x-y", 3),
    "no options": ("x-y", Base, "li"),
    "extends no str": ("x-y", Base, {"extends": 3}),
    "extends no tag": ("x-y", Base, {"extends": "nothing"}),
    "defined twice": ("base-element", Base),
    "upper case": ("X-Y", Base),
    "observed, a str": ("x-z", type("Wrong", (), {"observedAttributes": "data"})),
}.items():
    attempt(name, lambda: webcomponent.define(*arguments))
record("get of nothing", webcomponent.get("x-nothing"))
done()
