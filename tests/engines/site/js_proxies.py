"""Prints the features that Pyodide finds in objects, each class twice, also after a change."""

import js
from pyodide.code import run_js

OBJECTS = """[
    document, document.body, document.createElement("select"), document.createTextNode("x"),
    new Event("x"), new ArrayBuffer(2), new DataView(new ArrayBuffer(2)), new Uint8Array(2),
    new Map(), new Set(), new URL("http://x/"), new URLSearchParams(), new FormData(), new Headers(),
    new Blob(["x"]), new DOMException("x", "y"), new Error("x"), new XMLHttpRequest(),
    document.body.classList, document.body.style, document.querySelectorAll("p"), new Date(),
    [1], {}, Object.create(null), Promise.resolve(), (function* () {})(), (async () => {}), Math,
    [1][Symbol.iterator](), new Map().keys(), new TextDecoder(), new AbortController().signal,
    new WeakRef({}), Symbol, class {}, new (class { next() {} then() {} })(), location, history,
    Object.assign(document.createElement("i"), { size: 1, get() {}, then() {} }),
    Object.assign(new Map(), { then() {} }), document.createElement("b"),
]"""


def features(value):
    return " ".join(name for name in dir(type(value)))


for _ in range(2):
    for value in run_js(OBJECTS):
        print(js.Object.prototype.toString.call(value), features(value))
