"""Python holds JavaScript's objects by number: none is lost while it is used, none stays after."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_wrappers_that_end_while_others_are_made(selenium):
    from browser import document, html

    items = html.UL(html.LI(html.B(n)) for n in range(300))
    document.body <= items
    assert [item.text for item in items] == [str(n) for n in range(300)]
    for _ in range(5):
        texts = [item.children[0].text for item in items.children]
        found = [node.parent for node in document.select("li > b")]
        assert texts == [str(n) for n in range(300)]
        assert found == list(items)
    document.body <= (html.P(n) for n in range(300))
    assert [node.text for node in document.select("p")] == [str(n) for n in range(300)]


@run_in_pyodide
async def test_no_handle_stays(selenium):
    import asyncio
    import gc

    from browser import document, html, window
    from browser._bridge import bridge

    async def held():
        for _ in range(3):
            gc.collect()
            await asyncio.sleep(0.01)
        return bridge.heldObjects()

    def work():
        for n in range(100):
            box = html.DIV(html.SPAN(n), Class="box", style={"left": "1px"})
            box.bind("click", lambda event: event.target.classList.add("on"))
            document.body <= box
            box.click()
            assert box.style.left == "1px"
            assert window.Date.new(n).getTime() == n
        assert len(document.select(".box.on")) == 100
        assert [len(box.children) for box in document.select(".box")] == [1] * 100
        document.select(".box")  # a list that nobody reads
        document.body.clear()

    work()
    before = await held()
    work()
    assert await held() <= before


@run_in_pyodide
async def test_random_programs_find_the_nodes_that_they_put_there(selenium):
    """Wrappers are kept, dropped and made again in any order, in cycles too; each node is the one
    that it was."""
    import asyncio
    import gc
    import random

    from browser import document, html

    for seed in range(6):
        chance = random.Random(seed)
        document.body.clear()
        kept, tags = [], {}
        for step in range(200):
            action = chance.randrange(7)
            if action < 2:
                node = html.P(step, id=f"n{step}")
                document.body <= node
                tags[f"n{step}"] = node if chance.random() < 0.3 else None
            elif action == 2 and tags:
                name = chance.choice(list(tags))
                kept.append(document[name])
                assert kept[-1].id == name
                assert tags[name] is None or tags[name] is kept[-1]
            elif action == 3:
                kept.append([node for node in document.select("p") if chance.random() < 0.5])
            elif action == 4:
                cycle = {"nodes": document.body.children}
                cycle["self"] = cycle
            elif action == 5:
                chance.shuffle(kept)
                del kept[: chance.randrange(len(kept) + 1)]
            elif chance.random() < 0.2:
                gc.collect()
            found = document.body.children
            assert [node.id for node in found] == list(tags), seed
            for name, node in tags.items():
                assert node is None or document[name] is node, seed
        await asyncio.sleep(0)


@run_in_pyodide
async def test_a_list_of_nodes_is_a_list(selenium):
    import copy
    import json
    import operator

    from browser import document, html

    document.body <= [html.P(1), html.P(2), html.P(3)]

    def found():
        return document.select("p")

    first, second, third = found()
    nodes = [first, second, third]
    assert isinstance(found(), list)
    assert (len(found()), found().length, bool(found())) == (3, 3, True)
    assert not document.select("i")
    assert found() == nodes == list(found()) == [*found()]
    assert nodes == found()
    assert not operator.ne(found(), nodes)
    assert found() == found()
    assert tuple(found()) == (first, second, third)
    assert (found()[0], found()[-1], found().item(1), found().item(3)) == (
        first,
        third,
        second,
        None,
    )
    assert found()[1:] == [second, third]
    other = [1]
    assert found() + other == [*nodes, 1]
    assert other + found() == [1, *nodes]
    assert found() + found() == nodes * 2 == found() * 2 == 2 * found()
    assert list(reversed(found())) == [third, second, first]
    assert sorted(found(), key=lambda node: -int(node.text)) == [third, second, first]
    assert second in found()
    assert (found().index(second), found().count(second)) == (1, 1)
    assert repr(found()) == str(found()) == repr(nodes)
    assert copy.copy(found()) == found().copy() == nodes
    assert json.dumps(found(), default=lambda node: node.text) == '["1", "2", "3"]'
    for change in (
        lambda each: each.append(first),
        lambda each: each.extend(found()),
        lambda each: each.insert(0, second),
        lambda each: each.pop(),
        lambda each: each.remove(second),
        lambda each: each.reverse(),
        lambda each: each.sort(key=lambda node: node.text, reverse=True),
        lambda each: each.clear(),
        lambda each: each.__delitem__(0),
        lambda each: each.__setitem__(0, third),
        lambda each: each.__iadd__(found()),
        lambda each: each.__imul__(2),
    ):
        ours, plain = found(), list(nodes)
        change(ours)
        change(plain)
        assert ours == plain
    longer = list(nodes)
    longer[1:1] = found()
    longer.extend(found())
    assert longer == [first, *nodes, second, third, *nodes]
    match found():
        case [one, *others]:
            assert (one, others) == (first, [second, third])


@run_in_pyodide
def test_style_class_list_and_dataset(selenium):
    from browser import document, html, window

    node = html.DIV()
    node.style.left = "5px"
    node.style.setProperty("top", "6px")
    assert node.style == node.style
    assert (node.style.left, node.style.top, node.style["left"]) == ("5px", "6px", "5px")
    assert "left" in node.style
    assert not hasattr(node.style, "nonsense")
    assert window.Object.is_(node.style, node.style) is True
    node.style = {"left": 7}
    assert node.style.left == "7px"
    node.style = "top: 1px"
    assert (node.style.left, node.style.top) == ("", "1px")
    node.classList.add("a", "b")
    node.classList.remove("a")
    assert list(node.classList) == ["b"]
    assert "b" in node.classList
    assert node.classList.contains("b")
    node.dataset.userName = "Ada"
    assert node["data-user-name"] == "Ada"
    assert node.dataset.userName == "Ada"
    del node.dataset.userName
    assert "data-user-name" not in node.attrs
    node.classList = "x y"
    assert node["class"] == "x y"
    text = document.createTextNode("t")
    for name in ("style", "classList", "dataset"):
        assert not hasattr(text, name), name
        assert not hasattr(document, name), name
    xml = document.createElementNS("urn:x", "thing")
    assert not hasattr(xml, "style")
    xml.classList.add("c")
    assert xml["class"] == "c"


@run_in_pyodide
def test_a_question_leaves_no_result_behind(selenium):
    """None means what JavaScript has written, so each result is read at once."""
    from browser import document, html
    from browser._bridge import bridge, cells

    document.body <= [html.P(n, id=f"p{n}") for n in range(50)]
    text = document.createTextNode("t")
    before = bridge.heldObjects()
    assert all(f"p{n}" in document for n in range(50))
    assert "p50" not in document
    assert bridge.heldObjects() == before
    assert (text.html, cells[0]) == (None, 0)


@run_in_pyodide
async def test_more_nodes_than_the_shared_memory_holds(selenium):
    import asyncio
    import gc

    from browser import html
    from browser._bridge import bridge

    gc.collect()
    await asyncio.sleep(0.05)
    before = bridge.heldObjects()
    some = html.UL(html.LI(n) for n in range(70_000))  # outside the page: nothing is laid out
    items = some.select("li")
    texts = [items[n].textContent for n in (0, 2047, 2048, -1)]
    assert texts == ["0", "2047", "2048", "69999"]
    assert len({id(item) for item in items}) == 70_000
    del items, some
    for _ in range(3):
        gc.collect()
        await asyncio.sleep(0.05)
    assert bridge.heldObjects() <= before + 1
