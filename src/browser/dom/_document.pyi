"""The page's document, for editors and type checkers: at run time it is a `DOMNode`."""

from typing import Any, overload

from browser._arrays import JSArray
from browser._objects import JSObject
from browser.dom._attributes import Query
from browser.dom._lists import Nodes
from browser.dom._node import DOMNode

class Document(DOMNode):
    activeElement: DOMNode
    adoptedStyleSheets: Any
    body: DOMNode
    cookie: str
    documentElement: DOMNode
    forms: JSArray
    head: DOMNode
    location: JSObject
    readyState: str
    referrer: str
    scrollingElement: DOMNode
    URL: str
    visibilityState: str

    @property
    def query(self) -> Query: ...
    @overload
    def __getitem__(self, key: str) -> DOMNode: ...
    @overload
    def __getitem__(self, key: int) -> DOMNode: ...
    @overload
    def __getitem__(self, key: slice) -> list[DOMNode]: ...
    @overload
    def __getitem__(self, key: type[DOMNode]) -> Nodes[DOMNode]: ...
    def createElement(self, tag: str) -> DOMNode: ...
    def createElementNS(self, namespace: str, tag: str) -> DOMNode: ...
    def createTextNode(self, text: str) -> DOMNode: ...
    def elementFromPoint(self, x: float, y: float) -> DOMNode | None: ...
    def getElementById(self, id: str) -> DOMNode | None: ...
    def querySelector(self, selector: str) -> DOMNode | None: ...
    def querySelectorAll(self, selector: str) -> JSArray: ...
