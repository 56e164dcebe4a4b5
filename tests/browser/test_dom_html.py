"""`browser.html` and `browser.svg`: new elements."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_content_and_attributes(selenium):
    import pytest

    from browser import html

    button = html.BUTTON(
        "go", id="b", Class="c", data_n=3, draggable=True, hidden=False, http_equiv="x"
    )
    assert button.outerHTML == (
        '<button id="b" class="c" data-n="3" draggable="true" http-equiv="x">go</button>'
    )
    assert html.TD(5).text == "5"
    assert html.DIV().html == html.DIV(None).html == ""
    assert html.B(title=None, lang=[1, 2]).outerHTML == '<b lang="1,2"></b>'
    assert html.AREA(coords=(1, 2, 3, 4)).outerHTML == '<area coords="1,2,3,4">'
    with pytest.raises(TypeError, match="positional argument"):
        html.P("a", "b")
    assert html.BUTTON("x", **{"v-on:click": "y"}).attrs["v-on:click"] == "y"


@run_in_pyodide
def test_a_str_is_html_and_an_element_goes_in(selenium):
    from browser import html

    assert html.B("<i>x</i>&amp;").text == "x&"
    inner = html.I("x")
    assert html.B(inner).children == [inner]
    assert html.UL(html.LI(i) for i in range(2)).html == "<li>0</li><li>1</li>"
    assert html.P([html.B("a"), "text", 5]).html == "<b>a</b>text5"


@run_in_pyodide
def test_a_function_as_an_attribute_is_a_listener(selenium):
    from browser import html

    seen = []
    button = html.BUTTON("x", onclick=lambda event: seen.append(event.type))
    button.click()
    assert seen == ["click"]
    assert html.B(onclick="f()").outerHTML == '<b onclick="f()"></b>'


@run_in_pyodide
def test_every_tag_maketag_and_tags(selenium):
    import pytest

    from browser import DOMNode, html

    assert all(isinstance(made(), DOMNode) for made in html.tags.values())
    assert len(html.tags) > 120
    assert html.SLOT().outerHTML + html.SEARCH().outerHTML == "<slot></slot><search></search>"
    assert html.HGROUP().tagName == "HGROUP"
    own = html.maketag("my-tag")
    assert own("x").outerHTML == "<my-tag>x</my-tag>"
    assert html.tags["my-tag"] is own
    del html.tags["my-tag"], html.tags["ACRONYM"]
    assert not {"my-tag", "ACRONYM"} & set(html.tags)
    html.maketag("my-other-tag")
    assert "my-other-tag" in html.tags
    html.tags["ACRONYM"] = html.ACRONYM
    with pytest.raises(ValueError, match="cannot reset class for DIV"):
        html.maketag("DIV")
    with pytest.raises(TypeError, match="not int"):
        html.maketag(3)
    with pytest.raises(AttributeError, match=r"maketag\('Div'\)"):
        html.Div
    with pytest.raises(TypeError, match="cannot add object"):
        html.DIV(object())


@run_in_pyodide
def test_star_import_and_import_as_a_module(selenium):
    names = {}
    exec("from browser.html import *", names)
    assert names["TABLE"](names["TR"](names["TD"](1))).html == "<tr><td>1</td></tr>"
    import browser.html
    import browser.timer

    assert browser.html.DIV is names["DIV"]
    assert callable(browser.timer.set_timeout)
    assert browser.DOMNode is browser.html.DIV.__mro__[3]


@run_in_pyodide
def test_the_attribute_mapper_can_be_replaced(selenium):
    from browser import html

    before = html.attribute_mapper
    html.attribute_mapper = lambda name: name.replace("v_", "v-")
    try:
        assert html.B(v_if="x").attrs["v-if"] == "x"
    finally:
        html.attribute_mapper = before


@run_in_pyodide
def test_a_users_own_class_of_elements(selenium):
    import gc

    from browser import document, html
    from browser.dom._tags import unpin

    class Counter(html.DIV):
        def __init__(self, start):
            super().__init__(str(start), id="counter")
            self.count = start
            self.seen = []
            self.bind("click", self.clicked)

        def clicked(self, event):
            self.count += 1
            self.seen.append(event.type)

    document <= Counter(3)
    gc.collect()
    document["counter"].click()
    assert type(document["counter"]) is Counter
    assert (document["counter"].count, document["counter"].seen) == (4, ["click"])
    unpin(document["counter"])


@run_in_pyodide
def test_svg(selenium):
    from browser import document, html, svg

    drawing = html.SVG(width=100)
    circle = svg.circle(cx=70, r=40, stroke_width="2", fill="red")
    drawing <= circle + svg.text("a<b", x=1, text_anchor="middle")
    document <= drawing
    assert circle.namespaceURI == drawing.namespaceURI == "http://www.w3.org/2000/svg"
    assert drawing.html == (
        '<circle cx="70" r="40" stroke-width="2" fill="red"></circle>'
        '<text x="1" text-anchor="middle">a&lt;b</text>'
    )
    group = svg.g(svg.line() + svg.rect(Class="c"), id="g")
    assert group.outerHTML == '<g id="g"><line></line><rect class="c"></rect></g>'
    assert svg.text([svg.tspan("a"), svg.tspan("b")]).text == "ab"
    assert svg.foreignObject(html.P("x")).html == "<p>x</p>"
    circle.attrs["cx"] = int(circle.attrs["cx"]) + 1
    assert circle.attrs["cx"] == circle["cx"] == "71"
    assert drawing.width == 100
