"""Operations on the page, for Brython and this package. dom.js has them in plain JavaScript, and
makes the nodes that they work on. Each takes the number of repetitions."""

from browser import document, html, window


def node(make):
    element = make()
    area = document.select_one("main")
    area.clear()
    area <= element
    return element


def items(count):
    return window.list(count)


# Finding -----------------------------------------------------------------------------------------


def select_20(count):
    items(20)
    for _ in range(count):
        document.select("li")


def select_one(count):
    items(20)
    for _ in range(count):
        document.select_one("li")


def by_id(count):
    items(20)
    for _ in range(count):
        document["first"]


def children_20(count):
    element = items(20)
    for _ in range(count):
        element.children


def loop_over_20(count):
    element = items(20)
    for _ in range(count):
        for child in element:
            child.nodeType


def parent(count):
    element = document.select_one("li") or items(1).children[0]
    for _ in range(count):
        element.parent


# Events ------------------------------------------------------------------------------------------


def click(count):
    button = node(html.BUTTON)
    clicks = 0

    def clicked(event):
        nonlocal clicks
        clicks += 1

    button.bind("click", clicked)
    for _ in range(count):
        button.click()
    assert clicks == count


def dispatch(count):
    target = node(html.DIV)
    seen = 0

    def pinged(event):
        nonlocal seen
        seen += event.target is target or event.target == target

    target.bind("ping", pinged)
    new_event = window.Event.new
    for _ in range(count):
        target.dispatchEvent(new_event("ping"))
    assert seen == count


def bind_unbind(count):
    target = node(html.DIV)

    def listener(event):
        pass

    for _ in range(count):
        target.bind("click", listener)
        target.unbind("click", listener)


# One node ----------------------------------------------------------------------------------------


def class_list(count):
    element = node(html.DIV)
    for _ in range(count):
        element.classList.add("on")
        element.classList.remove("on")


def set_style(count):
    element = node(html.DIV)
    for i in range(count):
        element.style.left = f"{i}px"


def get_style(count):
    element = node(html.DIV)
    element.style.left = "5px"
    for _ in range(count):
        element.style.left


def left(count):
    element = node(html.DIV)
    for i in range(count):
        element.left = i


def offset_width(count):
    element = node(html.DIV)
    for _ in range(count):
        element.offsetWidth


def get_value(count):
    field = node(html.INPUT)
    for _ in range(count):
        field.value


def set_value(count):
    field = node(html.INPUT)
    for _ in range(count):
        field.value = "text"


def get_text(count):
    element = node(html.DIV)
    element.text = "some text"
    for _ in range(count):
        element.text


def set_text(count):
    element = node(html.DIV)
    for _ in range(count):
        element.text = "some text"


def get_attribute(count):
    element = node(html.DIV)
    element["data-x"] = "1"
    for _ in range(count):
        element["data-x"]


def set_attribute(count):
    element = node(html.DIV)
    for _ in range(count):
        element["data-x"] = "1"


def attrs(count):
    element = node(html.DIV)
    element.attrs["data-x"] = "1"
    for _ in range(count):
        element.attrs["data-x"]


# New nodes ---------------------------------------------------------------------------------------


def new_li(count):
    for _ in range(count):
        html.LI("item", Class="row")


def new_a_style(count):
    for _ in range(count):
        html.A("link", href="/page", style={"color": "red", "left": "5px"})


def append(count):
    element = node(html.UL)
    for _ in range(count):
        element <= html.LI("item")


def append_20(count):
    for _ in range(count):
        html.TR([html.TD(number) for number in range(20)])


# JavaScript --------------------------------------------------------------------------------------


def js_function(count):
    function = window.add_one
    for i in range(count):
        function(i)


def js_method(count):
    point = window.point
    for i in range(count):
        point.moved(i)


def js_attribute(count):
    point = window.point
    for _ in range(count):
        point.x


def js_set_attribute(count):
    point = window.point
    for i in range(count):
        point.y = i


def js_rows(count):
    rows = window.rows
    total = 0
    for _ in range(count):
        for row in rows:
            total += row.price
    return total


def js_new(count):
    date = window.Date
    for i in range(count):
        date.new(i)


def callback(count):
    total = 0

    def add(value):
        nonlocal total
        total += value

    window.call_often(add, count)


def canvas_call(count):
    context = node(html.CANVAS).getContext("2d")
    for i in range(count):
        context.fillRect(i % 100, 10, 5, 5)


# Programs ----------------------------------------------------------------------------------------


def drag(count):
    box = node(html.DIV)
    box.style.position = "absolute"
    at = []

    def pressed(event):
        at[:] = [event.x - box.left, event.y - box.top]

    def moved(event):
        if at:
            box.left = event.x - at[0]
            box.top = event.y - at[1]

    box.bind("mousedown", pressed)
    box.bind("mousemove", moved)
    new_event = window.MouseEvent.new

    def fire(kind, i):
        box.dispatchEvent(new_event(kind, {"clientX": i % 300, "clientY": i % 200}))

    fire("mousedown", 0)
    for i in range(count):
        fire("mousemove", i)


def sort_table(count):
    body = window.table(100)
    for i in range(count):
        column = i % 2
        keyed = [(row.children[column].textContent, row) for row in body.children]
        for _, row in sorted(keyed, key=lambda pair: pair[0]):
            body <= row


def filter_rows(count):
    element = items(500)
    for i in range(count):
        wanted = str(i % 10)
        for item in element.children:
            item.style.display = "" if wanted in item.textContent else "none"


def animate(count):
    context = node(html.CANVAS).getContext("2d")
    balls = [[i * 10, i * 5, 1 + i % 3, 2] for i in range(20)]
    for _ in range(count):
        context.clearRect(0, 0, 300, 150)
        for ball in balls:
            ball[0] += ball[2]
            ball[1] += ball[3]
            if not 0 <= ball[0] <= 300:
                ball[2] = -ball[2]
            if not 0 <= ball[1] <= 150:
                ball[3] = -ball[3]
            context.fillStyle = "red"
            context.beginPath()
            context.arc(ball[0], ball[1], 5, 0, 6.28)
            context.fill()


def render(count):
    element = node(html.UL)

    def remove(event):
        event.target.parent.remove()

    for i in range(count):
        element.clear()
        for j in range(100):
            item = html.LI(Class="odd" if j % 2 else "even")
            button = html.BUTTON("×")
            button.bind("click", remove)
            item <= html.B(f"item {j}") + f" of {i} " + button
            element <= item


def read_form(count):
    form = window.fields(200)
    for _ in range(count):
        {field.name: field.value for field in form.select("input")}


def todo(count):
    element = node(html.UL)

    def toggle(event):
        event.target.classList.toggle("done")

    for i in range(count):
        item = html.LI(f"item {i}")
        item.bind("click", toggle)
        element <= item
        item.click()
    for item in element.select(".done"):
        item.remove()


def measured(run):
    def measure(url, count, done):
        run(count)
        done(count)

    return measure


OPERATIONS = [select_20, select_one, by_id, children_20, loop_over_20, parent]
OPERATIONS += [click, dispatch, bind_unbind, class_list, set_style, get_style, left, offset_width]
OPERATIONS += [get_value, set_value, get_text, set_text, get_attribute, set_attribute, attrs]
OPERATIONS += [new_li, new_a_style, append, append_20]
OPERATIONS += [js_function, js_method, js_attribute, js_set_attribute, js_rows, js_new, callback]
OPERATIONS += [canvas_call]
OPERATIONS += [drag, sort_table, filter_rows, animate, render, read_form, todo]
for run in OPERATIONS:
    setattr(window, f"py_{run.__name__}", measured(run))
