"""`document` and `DOMNode`: finding, content, attributes, measures."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_document_finds_by_id_and_a_node_keeps_its_identity(selenium):
    import pytest

    from browser import document, html

    document.body.attach(html.DIV("x", id="one"))
    assert document["one"] is document["one"]
    assert document["one"].text == "x"
    assert document["one"].elt is document["one"]
    assert "one" in document
    assert "two" not in document
    with pytest.raises(KeyError) as raised:
        document["two"]
    assert raised.value.args == ("two",)
    del document["one"]
    assert "one" not in document
    with pytest.raises(KeyError, match="one"):
        del document["one"]


@run_in_pyodide
def test_document_finds_by_tag_selector_name_and_class(selenium):
    import pytest

    from browser import document, html

    document.body.attach(html.UL((html.LI(i, Class="item", name="n") for i in range(3)), id="list"))
    items = document[html.LI]
    assert [item.text for item in items] == ["0", "1", "2"]
    assert document.select("ul li") == document.get(selector="li") == items
    assert document["list"].get(name="n") == document.get(classname="item") == items
    assert document.get(tag="LI") == items
    assert document.get(id="list") == [document["list"]]
    assert document.select_one("li") is items[0]
    assert document.select_one("table") is None
    assert document.select("table") == []
    assert items.length == 3
    with pytest.raises(ValueError, match=r"'\[\[' is not a CSS selector"):
        document.select("[[")
    with pytest.raises(TypeError, match="get"):
        document.get()


@run_in_pyodide
def test_appending_to_the_document_appends_to_its_body(selenium):
    from browser import document, html

    document <= "text"
    document <= html.B("b")
    document <= (html.I(i) for i in range(2))
    document <= html.U("u") + " and " + 3
    assert document.body.html == "text<b>b</b><i>0</i><i>1</i><u>u</u> and 3"
    assert document.text == document.body.text
    document.clear()
    assert document.html == ""


@run_in_pyodide
def test_sums_of_nodes_and_text_on_either_side(selenium):
    import pytest

    from browser import html

    box = html.DIV("a " + html.B("b") + " c " + html.I("d") + 1)
    assert box.html == "a <b>b</b> c <i>d</i>1"
    assert html.P(sum(html.B(i) for i in range(3))).html == "<b>0</b><b>1</b><b>2</b>"
    assert html.P(html.BR() * 2).html == html.P(2 * html.BR()).html == "<br><br>"
    row = html.TR(html.TH("A") + html.TH("B"))
    assert [cell.text for cell in row.children] == ["A", "B"]
    assert html.P("s" + (html.B("a") + html.B("b"))).html == "s<b>a</b><b>b</b>"
    assert html.P(html.B("x") + (html.I(i) for i in "yz")).html == "<b>x</b><i>y</i><i>z</i>"
    assert html.P([0.5, True, " ", 7]).html == "0.5True 7"
    with pytest.raises(TypeError, match="cannot add NoneType to an element"):
        box <= None


@run_in_pyodide
def test_iterating_walks_a_snapshot_with_text_nodes(selenium):
    from browser import html

    box = html.DIV("a<b>b</b>c")
    seen = [(node.nodeType, node.textContent) for node in box]
    assert seen == [(3, "a"), (1, "b"), (3, "c")]
    assert len(box) == 3
    for node in box:
        node.remove()
    assert len(box) == 0
    assert box.firstChild is None
    box <= (html.LI(i) for i in range(4))
    for node in box.children:
        box <= html.B(node.text)
    assert box.text == "01230123"


@run_in_pyodide
def test_html_is_html_and_text_is_text(selenium):
    from browser import html

    box = html.DIV()
    box.html = "<i>x</i>"
    assert box.children[0].tagName == "I"
    box.html = 5
    assert box.html == "5"
    box.text = "<i>x</i>"
    assert box.children == []
    assert box.text == "<i>x</i>"
    box.clear()
    box <= "<i>x</i>"
    assert box.html == "&lt;i&gt;x&lt;/i&gt;"


@run_in_pyodide
def test_family(selenium):
    import pytest

    from browser import document, html

    inner = html.B("x")
    outer = html.DIV(html.P("a") + inner, Class="outer")
    document <= outer
    assert inner.parent is outer
    assert outer.parent is document.body
    assert document.parent is None
    assert outer.children == [outer.child_nodes[0], inner]
    assert outer.children.length == 2
    assert inner.inside(outer)
    assert not outer.inside(inner)
    assert inner in outer
    assert inner in document
    assert inner.closest("div.outer") is outer
    with pytest.raises(KeyError, match="table"):
        inner.closest("table")
    assert not hasattr(document, "closest")
    assert not hasattr(outer[0][0], "closest")
    assert inner.index() == 1
    assert inner.index("b") == 0
    assert inner.index("p.none") == -1
    assert outer.child_nodes[-1] is inner
    assert outer.childNodes[0].text == "a"
    assert len(outer.childNodes) == outer.childNodes.length == 2


@run_in_pyodide
def test_children_by_number(selenium):
    import pytest

    from browser import html

    box = html.DIV("text<b>x</b>", title="t")
    assert [box[0].nodeName, box[1].tagName, box[-1].tagName] == ["#text", "B", "B"]
    del box[0]
    del box["title"]
    assert box.outerHTML == "<div><b>x</b></div>"
    assert box.index() == -1
    with pytest.raises(IndexError):
        box[9]


@run_in_pyodide
def test_attributes_are_a_mapping_of_str(selenium):
    import pytest

    from browser import html

    link = html.A("x", href="/path")
    assert link.attrs["href"] == link["href"] == "/path"
    assert link.href.startswith("http")
    link.attrs["data-n"] = 5
    assert link.attrs["data-n"] == "5"
    assert dict(link.attrs.items()) == {"href": "/path", "data-n": "5"}
    assert list(link.attrs) == ["href", "data-n"]
    assert link.attrs.get("nope") is None
    assert "href" in link.attrs
    link.attrs.update(rel="nofollow")
    assert link.attrs.pop("rel") == "nofollow"
    assert link.attrs.setdefault("href", "/other") == "/path"
    assert len(link.attrs) == 2
    del link.attrs["href"]
    with pytest.raises(KeyError, match="href"):
        link.attrs["href"]
    with pytest.raises(KeyError, match="href"):
        del link.attrs["href"]


@run_in_pyodide
def test_properties_of_fields(selenium):
    import pytest

    from browser import html

    field = html.INPUT(type="checkbox", checked=True)
    assert field.checked is True
    field.checked = False
    field.disabled = True
    field.value = 5
    assert (field.checked, field.disabled, field.value) == (False, True, "5")
    field = html.INPUT(value="x")
    field.value = None
    assert field.value == ""
    area = html.TEXTAREA("words")
    area.select()
    assert area.selectionEnd == 5
    with pytest.raises(AttributeError, match="has no property 'nope'"):
        field.nope
    assert not hasattr(field, "nope")


@run_in_pyodide
def test_classes(selenium):
    from browser import html

    box = html.DIV(Class="a")
    box.classList.add("b")
    assert box.class_name == box.className == "a b"
    assert box.classList.contains("b")
    box.classList.remove("a")
    assert box.className == "b"
    box.class_name = "c"
    assert list(box.classList) == ["c"]
    box.Class = "d"
    assert box.class_name == box.Class == "d"


@run_in_pyodide
def test_style_by_dict_by_attribute_and_by_str(selenium):
    import pytest

    from browser import html

    box = html.DIV(style={"backgroundColor": "red", "font-size": "2em", "left": 4})
    assert (box.style.backgroundColor, box.style.left) == ("red", "4px")
    box.style = {"color": "blue"}
    assert (box.style.color, box.style.fontSize) == ("blue", "2em")
    box.style = {"opacity": 0.5, "left": 1.5, "--main": 1}
    assert (box.style.opacity, box.style.left) == ("0.5", "1.5px")
    assert box.style.getPropertyValue("--main") == "1"
    box.style.color = "green"
    assert box.style["color"] == "green"
    box.style = "width: 3px"
    assert box.attrs["style"] == "width: 3px;"
    with pytest.raises(TypeError, match="style must be a dict or a str, not int"):
        box.style = 3


@run_in_pyodide
def test_measures_are_ints_and_setting_them_sets_pixels(selenium):
    import pytest

    from browser import document, html

    box = html.DIV(style={"position": "absolute"})
    document <= box
    box.left, box.top, box.width, box.height = 10, 20, 30, 40
    assert (box.style.left, box.style.width) == ("10px", "30px")
    assert (box.left, box.top, box.width, box.height) == (10, 20, 30, 40)
    assert (box.abs_left, box.abs_top) == (10, 20) == (box.x, box.y)
    assert (box.scrolled_left, box.scrolled_top) == (10, 20)
    with pytest.raises(ValueError, match=r"elt\.style\.width"):
        box.width = "50%"
    assert html.DIV().left == 0
    canvas = html.CANVAS(width=300, height=150)
    canvas.width = 200
    assert (canvas.width, canvas.style.width, canvas.attrs["width"]) == (200, "200px", "200")
    image = html.IMG(width=20, height=10)
    assert (image.width, image.height) == (20, 10)


@run_in_pyodide
def test_cloning_takes_the_listeners_along(selenium):
    from browser import html

    seen = []
    button = html.BUTTON(html.B("x"))
    button.bind("click", lambda event: seen.append(event.target))
    copy = button.clone()
    copy.click()
    assert seen == [copy]
    assert copy is not button
    assert copy.html == "<b>x</b>"


@run_in_pyodide
def test_options_are_a_list(selenium):
    from browser import html

    select = html.SELECT(html.OPTION(name, value=i) for i, name in enumerate(["one", "two"]))
    select.options.append(html.OPTION("three"))
    select.options.insert(0, html.OPTION("zero"))
    assert [option.text for option in select] == ["zero", "one", "two", "three"]
    del select.options[1]
    assert [option.text for option in select.options] == ["zero", "two", "three"]
    assert len(select.options) == 3
    assert select.options[-1].text == "three"
    select.options.append(html.OPTION("more"))
    select.options.remove(3)
    assert len(select.options) == 3
    select.selectedIndex = 1
    assert select.value == "1"


@run_in_pyodide
def test_dom_methods_called_directly(selenium):
    from browser import document

    box = document.createElement("div")
    document.body.appendChild(box)
    box.setAttribute("id", "direct")
    assert document.getElementById("direct") is box
    assert document.getElementById("nope") is None
    text = document.createTextNode("t")
    assert box.insertBefore(text, box.firstChild) is text
    assert box.textContent == "t"
    box.remove()
    assert not box.isConnected


@run_in_pyodide
def test_a_python_value_stored_on_a_node_stays_itself(selenium):
    from browser import document, html

    class Card:
        pass

    document <= html.DIV(id="holder")
    card, names = Card(), ["a"]
    document["holder"].card = card
    document["holder"].names = names
    document["holder"].names.append("b")
    assert document["holder"].card is card
    assert names == ["a", "b"]


@run_in_pyodide
def test_the_query_of_the_address(selenium):
    import js
    import pytest

    from browser import document

    before = js.location.href
    js.history.replaceState(None, "", "?a=1&b=x%20y&a=2")
    try:
        query = document.query
        assert query["a"] == ["1", "2"]
        assert query["b"] == "x y"
        assert query.getfirst("a") == "1"
        assert query.getlist("c") == []
        assert (query.get("c"), query.get("c", 5), len(query)) == (None, 5, 2)
        assert query.getvalue("c", 5) == 5
        assert "b" in query
        assert str(query) == "?a=1&a=2&b=x%20y"
        with pytest.raises(KeyError, match="c"):
            query["c"]
    finally:
        js.history.replaceState(None, "", before)
