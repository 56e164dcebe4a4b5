"""The same program for Brython and for us: bench/ajax.py drives it through `window.measures`."""

from time import time

from browser import ajax, document, html, window

bodies = {}


def get(url, mode, done):
    def complete(req):
        done(len(req.text))

    ajax.get(url, mode=mode, cache=True, oncomplete=complete)


def post(url, size, done):
    if size not in bodies:
        bodies.clear()
        bodies[size] = b"x" * size
    window.start()
    ajax.post(url, data=bodies[size], oncomplete=lambda req: done(req.status))


def get_json(url, mode, done):
    def complete(req):
        done(len(req.json))

    ajax.get(url, mode="json", cache=True, oncomplete=complete)


def loads(url, mode, done):
    """What json.loads alone costs, of the same bytes."""

    def complete(req):
        import json

        text = req.text
        window.start()
        done(len(json.loads(text)))

    ajax.get(url, oncomplete=complete)


def many(url, count, done):
    """One after the other; the text of each is read."""
    left = [count]

    def complete(req):
        if len(req.text) != 20:
            raise ValueError(req.text)
        left[0] -= 1
        if left[0]:
            ajax.get(url, oncomplete=complete)
        else:
            done(count)

    ajax.get(url, oncomplete=complete)


def nodes(url, count, done):
    """A list of items, each with a text and a listener."""

    def pressed(event):
        pass

    items = html.UL()
    document <= items
    for number in range(count):
        item = html.LI("item")
        item.bind("click", pressed)
        items <= item
    done(count)
    items.remove()


window.py_nodes = nodes
window.py_get = get
window.py_post = post
window.py_get_json = get_json
window.py_loads = loads
window.py_many = many
window.python_is_ready = time()
