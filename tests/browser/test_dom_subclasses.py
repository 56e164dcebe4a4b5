"""A program's own classes of elements; tests/brython/cases/dom_subclasses.py has them beside
Brython."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_attributes_before_init_or_without_it(selenium):
    from browser import document, html, svg
    from browser.dom._tags import unpin

    class Early(html.DIV):
        def __init__(self, text):
            self.size = [text]
            self <= html.I("first")
            super().__init__(html.B(text), id="early")

        @property
        def size(self):
            return self.stored

        @size.setter
        def size(self, value):
            self.stored = value

    class Silent(html.LI):
        def __init__(self, text):
            self.text = text

    class Circle(svg.circle):
        def __init__(self, r):
            self.attrs["r"] = r

    class Mixin:
        def __init__(self, number):
            self.number = number

    class Mixed(Mixin, html.P):
        pass

    early, silent, circle, mixed = Early("a"), Silent("b"), Circle(5), Mixed(6)
    assert early.outerHTML == '<div id="early"><i>first</i><b>a</b></div>'
    assert (early.size, silent.outerHTML, mixed.number) == (["a"], "<li>b</li>", 6)
    assert (circle.outerHTML, circle.namespaceURI) == (
        '<circle r="5"></circle>',
        svg.a().namespaceURI,
    )
    document <= early
    assert document["early"] is early
    html.DIV.__init__(early, title="again")
    assert early.outerHTML == '<div id="early" title="again"><i>first</i><b>a</b></div>'
    for node in (early, silent, circle, mixed):
        unpin(node)


@run_in_pyodide
def test_new_takes_the_arguments_of_init(selenium):
    from browser import html
    from browser.dom._tags import unpin

    class Made(html.DIV):
        def __new__(cls, text, **attributes):
            self = super().__new__(cls, text, **attributes)
            self.early = text
            return self

    made = Made("x", id="i")
    assert (made.early, made.outerHTML) == ("x", '<div id="i">x</div>')
    assert html.DIV("y").outerHTML == "<div>y</div>"
    unpin(made)


@run_in_pyodide
def test_a_class_whose_objects_have_no_hash(selenium):
    from dataclasses import dataclass

    from browser import html
    from browser.dom._tags import unpin

    @dataclass
    class Person(html.P):
        name: str

        def __post_init__(self):
            self.text = self.name

    person = Person("Ann")
    assert (person.outerHTML, person.name) == ("<p>Ann</p>", "Ann")
    unpin(person)


@run_in_pyodide
def test_a_node_without_an_element_says_so(selenium):
    import pytest

    from browser import DOMNode

    class Own(DOMNode):
        def __init__(self):
            self.x1 = 1

    with pytest.raises(TypeError, match=r"made by browser\.html"):
        Own()
