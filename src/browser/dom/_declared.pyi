"""The usual JavaScript properties of elements and events, for editors and type checkers only.

At run time `JSObject` looks up every property in JavaScript, also those that are not listed here.
"""

from typing import Any, Never

from browser._arrays import JSArray, Options
from browser._bridge import Wrapper
from browser._objects import JSObject
from browser.dom._node import DOMNode

class Settable[Read, Write]:
    """An attribute that takes more types than it returns."""

    def __get__(self, owner: object, owner_type: object = None) -> Read: ...
    def __set__(self, owner: object, value: Write) -> None: ...

class Position:
    """A read-only attribute: an int, in px."""

    def __get__(self, owner: object, owner_type: object = None) -> int: ...
    def __set__(self, owner: object, value: Never) -> None: ...

class ClassList(JSArray):
    """JavaScript's DOMTokenList."""

    value: str

    def add(self, *names: str) -> None: ...
    def remove(self, *names: str) -> None: ...
    def toggle(self, name: str, force: bool = ...) -> bool: ...
    def contains(self, name: str) -> bool: ...
    def replace(self, old: str, new: str) -> bool: ...

class Style(JSObject):
    """JavaScript's CSSStyleDeclaration. Lengths have a unit: ``elt.style.width = "50%"``."""

    cssText: str

    alignItems: str
    animation: str
    background: str
    backgroundColor: str
    backgroundImage: str
    border: str
    borderColor: str
    borderRadius: str
    borderWidth: str
    bottom: str
    boxShadow: str
    color: str
    cursor: str
    display: str
    flex: str
    float: str
    font: str
    fontFamily: str
    fontSize: str
    fontStyle: str
    fontWeight: str
    gap: str
    gridTemplateColumns: str
    height: str
    justifyContent: str
    left: str
    lineHeight: str
    margin: str
    marginBottom: str
    marginLeft: str
    marginRight: str
    marginTop: str
    maxHeight: str
    maxWidth: str
    minHeight: str
    minWidth: str
    opacity: Settable[str, str | int]
    outline: str
    overflow: str
    padding: str
    paddingBottom: str
    paddingLeft: str
    paddingRight: str
    paddingTop: str
    pointerEvents: str
    position: str
    right: str
    textAlign: str
    textDecoration: str
    textTransform: str
    top: str
    transform: str
    transition: str
    userSelect: str
    verticalAlign: str
    visibility: str
    whiteSpace: str
    width: str
    zIndex: str

    def getPropertyValue(self, name: str) -> str: ...
    def setProperty(self, name: str, value: str, priority: str = "") -> None: ...
    def removeProperty(self, name: str) -> str: ...

class EventTarget(JSObject):
    def dispatchEvent(self, event: Wrapper) -> bool: ...

class ElementProperties(EventTarget):
    # Of every element
    id: str
    className: str
    classList: ClassList
    contentEditable: str
    dataset: JSObject
    dir: str
    draggable: bool
    hidden: bool
    innerHTML: str
    innerText: str
    lang: str
    localName: str
    outerHTML: str
    tabIndex: int
    tagName: str
    title: str
    # Of every node
    isConnected: bool
    nodeName: str
    nodeType: int
    nodeValue: str | None
    textContent: str
    # Its family
    firstChild: DOMNode | None
    firstElementChild: DOMNode | None
    lastChild: DOMNode | None
    lastElementChild: DOMNode | None
    nextElementSibling: DOMNode | None
    nextSibling: DOMNode | None
    offsetParent: DOMNode | None
    ownerDocument: DOMNode | None
    parentElement: DOMNode | None
    parentNode: DOMNode | None
    previousElementSibling: DOMNode | None
    previousSibling: DOMNode | None
    # Sizes in px
    clientHeight: int
    clientWidth: int
    offsetHeight: int
    offsetLeft: int
    offsetTop: int
    offsetWidth: int
    scrollHeight: int
    scrollLeft: Settable[int, float]
    scrollTop: Settable[int, float]
    scrollWidth: int
    # Of forms and their fields
    accept: str
    action: str
    autocomplete: str
    checked: bool
    disabled: bool
    files: JSArray
    form: DOMNode | None
    max: Settable[str, str | float]
    maxLength: int
    method: str
    min: Settable[str, str | float]
    multiple: bool
    name: str
    options: Options
    placeholder: str
    readOnly: bool
    required: bool
    selected: bool
    selectedIndex: int
    selectedOptions: JSArray
    selectionEnd: int
    selectionStart: int
    step: Settable[str, str | float]
    type: str
    validationMessage: str
    value: Settable[str, str | float]
    valueAsNumber: float
    # Of links, pictures, media, dialogs
    alt: str
    contentDocument: Any
    contentWindow: Any
    currentTime: float
    download: str
    duration: float
    href: str
    naturalHeight: int
    naturalWidth: int
    open: bool
    paused: bool
    rel: str
    src: str
    srcdoc: str
    target: str
    volume: float

    def animate(self, keyframes: Any, options: Any = ...) -> JSObject: ...
    def appendChild(self, node: Wrapper) -> Any: ...
    def blur(self) -> None: ...
    def checkValidity(self) -> bool: ...
    def click(self) -> None: ...
    def cloneNode(self, deep: bool = False) -> Any: ...
    def contains(self, node: Wrapper | None) -> bool: ...
    def focus(self, options: Any = ...) -> None: ...
    def getAttribute(self, name: str) -> str | None: ...
    def getBoundingClientRect(self) -> JSObject: ...
    def getContext(self, kind: str, options: Any = ...) -> Any: ...
    def hasAttribute(self, name: str) -> bool: ...
    def insertAdjacentHTML(self, position: str, text: str) -> None: ...
    def insertBefore(self, node: Wrapper, before: Wrapper | None) -> Any: ...
    def matches(self, selector: str) -> bool: ...
    def pause(self) -> None: ...
    def play(self) -> Any: ...
    def remove(self) -> None: ...
    def removeAttribute(self, name: str) -> None: ...
    def removeChild(self, node: Wrapper) -> Any: ...
    def replaceChildren(self, *nodes: Wrapper | str) -> None: ...
    def replaceWith(self, *nodes: Wrapper | str) -> None: ...
    def reset(self) -> None: ...
    def scrollIntoView(self, options: Any = ...) -> None: ...
    def setAttribute(self, name: str, value: str) -> None: ...
    def setPointerCapture(self, pointer: int) -> None: ...
    def showModal(self) -> None: ...
    def submit(self) -> None: ...

class EventProperties(JSObject):
    type: str
    target: DOMNode
    currentTarget: DOMNode
    relatedTarget: DOMNode | None
    bubbles: bool
    cancelable: bool
    defaultPrevented: bool
    detail: Any
    timeStamp: float
    # Of the keyboard
    altKey: bool
    code: str
    ctrlKey: bool
    isComposing: bool
    key: str
    keyCode: int
    metaKey: bool
    repeat: bool
    shiftKey: bool
    which: int
    # Of mouse, pen and finger
    button: int
    buttons: int
    changedTouches: JSArray
    clientX: int
    clientY: int
    deltaX: float
    deltaY: float
    movementX: int
    movementY: int
    offsetX: int
    offsetY: int
    pageX: int
    pageY: int
    pointerId: int
    pointerType: str
    screenX: int
    screenY: int
    touches: JSArray
    # Of what is dragged or pasted
    clipboardData: Any
    dataTransfer: Any

    def composedPath(self) -> JSArray: ...
    def preventDefault(self) -> None: ...
    def stopImmediatePropagation(self) -> None: ...
    def stopPropagation(self) -> None: ...
