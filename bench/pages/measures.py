"""The same program for Brython and this package; bench/ calls it through `measure` of harness.js."""

from browser import ajax, document, html, window

bodies = {}


def body(size, make):
    if (size, make) not in bodies:
        bodies.clear()
        bodies[size, make] = make(size)
    return bodies[size, make]


def as_bytes(size):
    return b"x" * size


def as_text(size):
    return "x" * size


def get(url, mode, done):
    ajax.get(url, mode=mode, cache=True, oncomplete=lambda req: done(len(req.text)))


def post(url, size, done, make=as_bytes):
    data = body(size, make)
    window.start()
    ajax.post(
        url,
        data=data,
        headers={"Content-Type": "text/plain"},
        oncomplete=lambda req: done(req.status),
    )


def post_text(url, size, done):
    post(url, size, done, as_text)


def upload(url, size, done):
    file = window.File.new([window.Uint8Array.new(size)], "x.bin")
    window.start()
    ajax.file_upload(url, file, field_name="file", oncomplete=lambda req: done(req.status))


def fields(url, count, done):
    data = {f"field{number}": f"value {number}" for number in range(count)}
    ajax.post(url, data=data, oncomplete=lambda req: done(req.status))


def get_json(url, mode, done):
    ajax.get(url, mode="json", cache=True, oncomplete=lambda req: done(len(req.json)))


def loads(url, mode, done):
    """json.loads alone, with the same bytes."""

    def complete(req):
        import json

        text = req.text
        window.start()
        done(len(json.loads(text)))

    ajax.get(url, oncomplete=complete)


def asked(url, count, width, done):
    """`count` requests, `width` at a time; reads the text of each."""
    state = {"started": width, "left": count}

    def complete(req):
        if len(req.text) != 20:
            raise ValueError(req.text)
        state["left"] -= 1
        if not state["left"]:
            done(count)
        elif state["started"] < count:
            state["started"] += 1
            ajax.get(url, cache=True, oncomplete=complete)

    for _ in range(width):
        ajax.get(url, cache=True, oncomplete=complete)


def many(url, count, done):
    asked(url, count, 1, done)


def six(url, count, done):
    asked(url, count, 6, done)


def at_once(url, count, done):
    asked(url, count, count, done)


def blocking(url, count, done):
    texts = []
    for _ in range(count):
        ajax.get(url, cache=True, blocking=True, oncomplete=lambda req: texts.append(req.text))
    if texts != ["a" * 20] * count:
        raise ValueError(texts[0])
    done(count)


def nodes(url, count, done):
    """Makes a list of items, each with text and listener."""

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


MEASURES = [get, post, post_text, upload, fields, get_json, loads]
MEASURES += [many, six, at_once, blocking, nodes]
for measure in MEASURES:
    setattr(window, f"py_{measure.__name__}", measure)
