"""`browser.webcomponent`; tests/brython/cases/webcomponent.py has it beside Brython."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_elements_from_html_a_tag_and_the_class(selenium):
    import js

    from browser import document, html, webcomponent
    from browser.dom._tags import unpin

    early = html.maketag("x-box")
    document.body.html = '<x-box data-val="a">inside</x-box>'
    made = []

    class Box:
        kind = "box"

        def __init__(self, value="none"):
            self.items = [value]
            shadow = self.attachShadow({"mode": "open"})
            shadow <= html.B(html.I(self.attrs.get("data-val", value)))
            made.append(self)

        def connectedCallback(self):
            self.items.append("connected")

        def disconnectedCallback(self):
            self.items.append("disconnected")

        def total(self, more):
            return len(self.items) + more

        @property
        def first(self):
            return self.items[0]

        @first.setter
        def first(self, value):
            self.items[0] = value

    assert webcomponent.get("x-box") is None
    webcomponent.define("x-box", Box)
    assert webcomponent.get("x-box") is Box

    found = document.select_one("x-box")
    assert made == [found]
    assert isinstance(found, Box)
    assert (type(found).__name__, type(found).__module__) == ("Box", Box.__module__)
    assert (found.items, found.text) == (["none", "connected"], "inside")
    assert found.shadowRoot.select_one("i").text == "a"

    called, tagged, created = Box("b"), early("c"), document.createElement("x-box")
    assert tagged.text == "c"
    tagged.clear()
    for node, value in ((called, "b"), (tagged, "none"), (created, "none")):
        assert isinstance(node, Box)
        assert (node.items, node.outerHTML) == ([value], "<x-box></x-box>")
        document <= node
        assert document.select("x-box")[-1] is node
        node.remove()
        assert node.items == [value, "connected", "disconnected"]
    late = html.maketag("x-box")(html.P("d"), data_val="e")
    assert (late.items, late.outerHTML) == (["none"], '<x-box data-val="e"><p>d</p></x-box>')
    assert isinstance(html.tags["x-box"](), Box)

    raw = document.select_one("x-box")._js
    assert (raw.total(5), raw.first) == (7, "none")
    raw.first = "new"
    assert found.items[0] == "new"
    assert js.customElements.get("x-box").name == "Box"
    js.document.body.append(js.customElements.get("x-box").new())
    assert document.select("x-box")[-1].items == ["none", "connected"]
    document.body.html = "<p></p>"
    document.select_one("p").html = "<x-box></x-box>"
    assert document.select_one("x-box").items == ["none", "connected"]
    for node in made:
        unpin(node)


@run_in_pyodide
def test_attributes(selenium):
    import warnings

    import pytest

    from browser import document, webcomponent
    from browser.dom._tags import unpin

    changes = []

    class Observed:
        observedAttributes = ("data", "title")

        def attributeChangedCallback(self, name, old, new, ns):
            changes.append((name, old, new, ns))

    document.body.html = "<x-observed data='0' other='1'></x-observed>"
    webcomponent.define("x-observed", Observed)
    node = document.select_one("x-observed")
    node.attrs["data"] = "info"
    node.title = "t"
    node.attrs["other"] = "x"
    del node.attrs["data"]
    with_attributes = Observed("text", data=5)
    assert with_attributes.outerHTML == '<x-observed data="5">text</x-observed>'
    assert changes == [
        ("data", None, "0", None),
        ("data", "0", "info", None),
        ("title", None, "t", None),
        ("data", "info", None, None),
        ("data", None, "5", None),
    ]

    class ByProperty(Observed):
        @property
        def observedAttributes(self):
            return ("lang",)

    class ByMethod(Observed):
        def observedAttributes(self):
            return ["lang"]

    webcomponent.define("x-by-property", ByProperty)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        webcomponent.define("x-by-method", ByMethod)
    assert [one.category for one in seen] == [DeprecationWarning]
    changes.clear()
    ByProperty(lang="fr"), ByMethod(lang="de")
    assert [new for _, _, new, _ in changes] == ["fr", "de"]
    for wrong in ("data", 5):
        with pytest.raises(TypeError, match="must be a list"):
            webcomponent.define("x-wrong", type("Wrong", (), {"observedAttributes": wrong}))
    for one in (node, with_attributes):
        unpin(one)


@run_in_pyodide
def test_inheritance(selenium):
    from browser import document, html, webcomponent
    from browser.dom._tags import unpin

    class Base:
        def __init__(self, *values):
            super().__init__()
            self.seen = ["base", *values]

        def connectedCallback(self):
            self.seen.append("connected")

    class Derived(Base):
        def __init__(self):
            super().__init__("derived")
            self <= html.B("x")

        def connectedCallback(self):
            super().connectedCallback()
            self.seen.append("again")

    class Own(html.SECTION):
        def __init__(self, content=None):
            super().__init__(content, Class="own")

    class Undefined(Base):
        pass

    webcomponent.define("x-base", Base)
    webcomponent.define("x-derived", Derived)
    webcomponent.define("x-own", Own, {})
    base, derived, own, undefined = Base("b"), Derived(), Own(html.I("y")), Undefined()
    document <= [base, derived, own]
    assert (base.seen, derived.seen) == (
        ["base", "b", "connected"],
        ["base", "derived", "connected", "again"],
    )
    assert derived.outerHTML == "<x-derived><b>x</b></x-derived>"
    assert isinstance(derived, Base)
    assert own.outerHTML == '<x-own class="own"><i>y</i></x-own>'
    assert isinstance(own, html.SECTION)
    assert undefined.seen == ["base"]
    document.body.html = "<x-derived></x-derived>"
    parsed = document.select_one("x-derived")
    assert parsed.outerHTML == "<x-derived><b>x</b></x-derived>"
    for node in (base, derived, own, parsed):
        unpin(node)


@run_in_pyodide
async def test_built_in_elements(selenium):
    import asyncio

    from browser import document, html, webcomponent
    from browser.dom._tags import unpin

    seen = []
    document.body.html = '<button is="x-button" label="parsed">p</button>'

    class Button(html.BUTTON):
        observedAttributes = ("label",)

        def __init__(self, text=None):
            super().__init__()
            if text:
                self.text = text
            self.bind("click", self.clicked)

        def clicked(self, event):
            seen.append(f"click {self.text}")

        def connectedCallback(self):
            seen.append(f"connected {self.text}")

        def disconnectedCallback(self):
            seen.append(f"disconnected {self.text}")

        def attributeChangedCallback(self, name, old, new, ns):
            seen.append(f"{name} {old} {new}")

    async def settled():
        await asyncio.sleep(0)
        await asyncio.sleep(0.001)

    webcomponent.define("x-button", Button)
    await settled()
    parsed = document.select_one("button")
    assert isinstance(parsed, Button)
    assert seen == ["label None parsed", "connected p"]
    seen.clear()

    made = Button("m")
    assert (made.tagName, made.type) == ("BUTTON", "submit")
    document <= made
    await settled()
    made.click()
    made.attrs["label"] = "new"
    await settled()
    made.remove()
    await settled()
    assert seen == ["connected m", "click m", "label None new", "disconnected m"]
    tag = html.maketag("x-button")
    assert isinstance(tag("t"), Button)

    class Item:
        def connectedCallback(self):
            seen.append(self.tagName)

    document.body.clear()
    await settled()
    seen.clear()
    webcomponent.define("x-item", Item, {"extends": "li"})
    document.body.html = '<ul><li is="x-item"></li></ul><p is="x-item"></p>'
    item = Item()
    document.select_one("ul") <= item
    await settled()
    assert seen == ["LI", "LI"]
    for node in (parsed, made, item, document.select_one("li")):
        unpin(node)
    document.body.clear()
    await settled()


@run_in_pyodide
def test_errors(selenium):
    import pytest
    from guest import console

    from browser import document, html, svg, webcomponent

    class Good:
        pass

    for error, message, *arguments in (
        (TypeError, "must be a str, not int", 3, Good),
        (ValueError, "hyphen", "nohyphen", Good),
        (TypeError, "must be a class, not int", "x-y", 3),
        (TypeError, "a class of yours", "x-y", html.DIV),
        (TypeError, "a class of yours", "x-y", type("Own", (svg.circle,), {})),
        (TypeError, "None or a dict, not str", "x-y", Good, "button"),
        (TypeError, "must be a str, not int", "x-y", Good, {"extends": 3}),
        (ValueError, "'nothing' is not a tag", "x-y", Good, {"extends": "nothing"}),
        (ValueError, "cannot define <X-Y>", "X-Y", Good),
    ):
        with pytest.raises(error, match=message):
            webcomponent.define(*arguments)
    assert webcomponent.get("X-Y") is None
    webcomponent.define("x-good", Good)
    with pytest.raises(ValueError, match="<x-good> is defined already, by Good"):
        webcomponent.define("x-good", Good)

    class Broken:
        def __init__(self):
            raise ValueError("in init")

        def connectedCallback(self):
            raise ValueError("in connected")

    webcomponent.define("x-broken", Broken)
    with console() as output:
        document.body.html = "<x-broken>text</x-broken>"
    text = "".join(output["error"])
    assert "in init" in text
    assert "in connected" in text
    assert document.body.text == "text"


@run_in_pyodide
async def test_classes_of_any_kind(selenium):
    import asyncio
    from dataclasses import dataclass

    from browser import document, html, webcomponent
    from browser.dom._tags import unpin

    class Tree:
        def __init__(self, depth=0):
            self.depth = depth
            if depth:
                self <= Tree(depth - 1)

    @dataclass
    class Point:
        x1: int = 1

        async def connectedCallback(self):
            await asyncio.sleep(0)
            self.x1 += 1

    class Made:
        def __new__(cls, *values):
            made = super().__new__(cls)
            made.values = values
            return made

        def __init__(self, *values):
            self.text = "-".join([*self.values, *values])

    class Mixed(Made, html.P):
        pass

    for cls in (Tree, Point, Made):
        webcomponent.define(f"kind-{cls.__name__.lower()}", cls)
    webcomponent.define("kind-mixed", Mixed, {})
    tree, point = Tree(2), Point(3)
    assert tree.outerHTML.count("<kind-tree>") == 3
    document <= point
    while point.x1 == 3:
        await asyncio.sleep(0)
    copy = tree.clone()
    assert (copy.depth, copy is tree) == (0, False)
    assert [node.depth for node in copy.select("kind-tree")] == [0, 0]
    assert Made("a", "b").text == "a-b-a-b"
    assert Mixed("a").outerHTML == "<kind-mixed>a-a</kind-mixed>"
    document.body.html = "<kind-made>x</kind-made><kind-tree></kind-tree><kind-mixed></kind-mixed>"
    assert document.body.text.strip() == ""
    frame = html.IFRAME()
    document <= frame
    moved = []

    class Moved:
        def adoptedCallback(self, old, new):
            moved.append(old is document and new is frame.contentDocument)

    webcomponent.define("kind-moved", Moved)
    frame.contentDocument.body.appendChild(Moved())
    assert moved == [True]
    for node in (tree, point, copy):
        unpin(node)
