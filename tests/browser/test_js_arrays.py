"""JavaScript arrays as lists; the identity of JavaScript's objects; circular values."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_an_array_does_what_a_list_does(selenium):
    import operator
    import random

    from javascript import pyobj2jsobj

    chance = random.Random(20)

    def some(most=6):
        return [chance.randrange(4) for _ in range(chance.randrange(most))]

    def some_slice():
        first, last = (chance.choice([None, *range(-7, 8)]) for _ in range(2))
        return slice(first, last, chance.choice([None, None, 1, 2, 3, -1, -2]))

    def iadd(items, other):
        items += other

    def imul(items, number):
        items *= number

    def changed(method, *values, **keywords):
        """Lists return None from methods such as `sort`, arrays themselves."""

        def change(items):
            result = getattr(items, method)(*values, **keywords)
            return None if result is items else result

        return change

    def choices():
        index, number, key, other = chance.randint(-7, 7), chance.randrange(5), some_slice(), some()
        yield from (
            lambda items: items == other,
            lambda items: other == items,
            lambda items: items != other,
            lambda items: items < other,
            lambda items: items <= other,
            lambda items: items > other,
            lambda items: items >= other,
            lambda items: items + other,
            lambda items: other + items,
            lambda items: items * number,
            lambda items: number * items,
            lambda items: number in items,
            lambda items: items[index],
            lambda items: items[key],
            lambda items: items.index(number),
            lambda items: items.index(number, 1, 3),
            lambda items: items.count(number),
            lambda items: items.copy(),
            lambda items: list(reversed(items)),
            lambda items: (len(items), bool(items), str(items), repr(items)),
            lambda items: sorted(items),
            lambda items: items < 5,
            lambda items: items * "x",
            lambda items: operator.setitem(items, index, number),
            lambda items: operator.setitem(items, key, other),
            lambda items: operator.setitem(items, key, items),
            lambda items: operator.delitem(items, index),
            lambda items: operator.delitem(items, key),
            lambda items: iadd(items, other),
            lambda items: iadd(items, items),
            lambda items: imul(items, number - 1),
            changed("append", number),
            lambda items: items.extend(iter(other)),
            changed("insert", index, number),
            changed("pop"),
            changed("pop", index),
            changed("remove", number),
            changed("reverse"),
            changed("clear"),
            changed("sort"),
            changed("sort", reverse=True),
            changed("sort", key=lambda item: -item % 3),
        )

    def outcome(change, items):
        try:
            return change(items)
        except Exception as error:
            return type(error)

    for _ in range(8):
        for number, change in enumerate(choices()):
            expected = some(9)
            array = pyobj2jsobj(expected)
            assert outcome(change, array) == outcome(change, expected), number
            assert list(array) == expected, number


@run_in_pyodide
def test_the_items_of_an_array_stay_the_same_objects(selenium):
    import js

    from browser import window

    window.items = window.eval("[{n: 3}, undefined, {n: 1}, null, {n: 2}]")
    js.eval("globalThis.before = [...items]")
    items = window.items
    assert items.sort(key=lambda item: item.n if item else 9) is items
    assert js.eval("items.every((item, i) => item === [2, 4, 0, 1, 3].map((k) => before[k])[i])")
    assert items.reverse() is items
    del items[::2]
    items[:1] = [items[1], 7, items[0]]
    assert js.eval("[items.length, items[1], items[0] === items[3]].join()") == "4,7,true"
    assert window.eval("[10, 9, 1]").sort() == [1, 9, 10]
    assert window.eval("[1, 10, 9]").sort(lambda a, b: b - a) == [10, 9, 1]
    del window.items, window.before


@run_in_pyodide
def test_arrays_and_lists_compare_by_their_items(selenium):
    from browser import document, html, window

    def array(code):
        return window.eval(code)

    assert array("[1, [2, {}]]") != array("[1, [2, {}]]")
    assert array("[1, ['a', null]]") == array("[1, ['a', null]]") == [1, ["a", None]]
    assert array("[1, 2]") == (1, 2)
    assert array("[1, 2]") < array("[1, 3]") < [1, 4]
    assert array("[[1], [0]]").sort() == [[0], [1]]
    not_a_number = array("[NaN]")
    assert not_a_number == not_a_number
    assert not_a_number != array("[NaN]")
    assert array("[1]") != 1
    assert array("[1, [2]]").index([2]) == 1
    assert [2] in array("[1, [2]]")
    document.body <= html.P("a") + html.P("b")
    found = document.querySelectorAll("p")
    assert found == list(document.body.children)
    assert found * 2 == [*found, *found]
    assert repr(array("[1, ['a', {n: 1}]]")) == "[1, ['a', <JavaScript Object: {\"n\":1}>]]"


@run_in_pyodide
def test_long_arrays(selenium):
    from javascript import pyobj2jsobj

    array = pyobj2jsobj([])
    array[:] = range(200_000)
    array.extend(range(5))
    array[3:3] = range(2500)
    assert (len(array), array[3], array[2502], array[2503], array[-1]) == (202_505, 0, 2499, 3, 4)
    array.sort(reverse=True)
    assert (array[0], array[-1]) == (199_999, 0)
    array.clear()
    assert len(array) == 0


@run_in_pyodide
def test_options_of_a_select_are_a_list(selenium):
    from browser import document, html

    field = html.SELECT(html.OPTION(name) for name in ("c", "a", "b"))
    document <= field
    options = field.options

    def shown():
        return "".join(option.text for option in field.options)

    assert options.sort(key=lambda option: option.text) is options
    assert shown() == "abc"
    options.insert(-1, html.OPTION("x"))
    options.append(html.OPTION("y"))
    options += [html.OPTION("z")]
    assert shown() == "abxcyz"
    del options[1:3], options[-1]
    assert shown() == "acy"
    options[1:2] = [html.OPTION("1"), html.OPTION("2")]
    assert shown() == "a12y"
    options.reverse()
    options.pop(0)
    options.remove(0)
    assert shown() == "1a"
    options.clear()
    assert (shown(), len(field.children)) == ("", 0)


@run_in_pyodide
def test_an_object_has_one_wrapper_while_python_holds_it(selenium):
    import gc

    import js

    from browser import window

    js.eval("""
        globalThis.held = {
            list: [[1], { deep: [2] }], map: new Map([["k", [3]]]), date: new Date(0),
            bytes: new Uint8Array(2), buffer: new ArrayBuffer(2), mixed: ["a", { n: 1 }, null],
        };
    """)
    for name in ("held", "location", "navigator", "localStorage"):
        assert getattr(window, name) is getattr(window, name), name
    held = window.held
    for name in ("list", "map", "date", "bytes", "buffer", "mixed"):
        assert getattr(held, name) is held[name], name
    items = held.list
    assert items is window.held.list
    assert items[0] is held.list[0] is next(iter(items)) is items[:1][0]
    assert items[1].deep is window.eval("held.list[1].deep")
    assert held.mixed[1] is list(held.mixed)[1] is held.mixed[:2][1]
    assert held.map.get("k") is held.map["k"] is dict(held.map)["k"]
    assert window.eval("(value) => value")(items) is items
    seen = []
    window.eval("(f) => { f(held.list); f(held, held.list); f([held.list]); }")(
        lambda *values: seen.append(values)
    )
    assert seen[0][0] is seen[1][1] is seen[2][0][0] is items
    assert seen[1][0] is held
    window.eval("held.list.push('new')")
    assert items[-1] == "new"
    first = window.eval("globalThis.tree = { left: {} }").left
    for _ in range(50):
        gc.collect(0)
        _ = [window.eval("({})") for _ in range(20)]
        assert window.tree.left is first
    parts = {window.tree: "tree", first: "left"}
    assert (parts[window.tree], parts[window.tree.left]) == ("tree", "left")
    assert window.parseInt == window.parseInt
    del window.held, window.tree


@run_in_pyodide
async def test_objects_that_come_and_go_are_the_right_ones(selenium):
    """Wrappers end in any order while JavaScript returns the same objects again."""
    import asyncio
    import gc
    import random

    from browser import window
    from browser._bridge import bridge

    chance = random.Random(4)
    window.eval("globalThis.things = Array.from({ length: 60 }, (_, n) => ({ n, own: [n, {}] }))")
    things, kept = window.things, {}
    for step in range(600):
        n = chance.randrange(60)
        action = chance.randrange(6)
        if action == 0:
            kept[n] = things[n]
        elif action == 1 and kept:
            del kept[chance.choice(list(kept))]
        elif action == 2:
            assert [thing.n for thing in things] == list(range(60))
        elif action == 3:
            assert [items[0] for items in things.map(lambda thing, *_: thing.own)] == [*range(60)]
        elif action == 4:
            cycle = [things[n]]
            cycle.append(cycle)
        else:
            await asyncio.sleep(0)
        assert things[n].own[0] == n
        for k, thing in kept.items():
            assert things[k] is thing, step
    before = bridge.heldObjects()
    del things, thing, cycle
    kept.clear()
    del window.things
    for _ in range(3):
        gc.collect()
        await asyncio.sleep(0.01)
    assert bridge.heldObjects() < before


@run_in_pyodide
def test_an_instance_of_a_python_class_is_itself(selenium):
    from browser import window

    class Counter(window.Map):
        pass

    class Stack(window.Array):
        pass

    for counter in (Counter(), Stack()):
        window.counter = counter
        assert window.counter is counter
        assert window.eval("[counter, {counter}]")[1].counter is counter
    del window.counter


@run_in_pyodide
def test_python_values_that_contain_themselves_are_not_given_to_javascript(selenium):
    import pytest

    from browser import window
    from javascript import JSON, pyobj2jsobj

    items, pairs = [1], {"n": 1}
    items.append({"deep": (items,)})
    pairs["self"] = pairs
    for value in (items, pairs):
        for give in (
            pyobj2jsobj,
            window.console.debug,
            lambda value: setattr(window, "circular", value),
            lambda value: window.Map.new().set(1, value),
            lambda value: window.Array.new().append(value),
            lambda value: window.Object.assign({"value": value}),
        ):
            with pytest.raises(ValueError, match="the value contains itself"):
                give(value)
        for replacer in (None, lambda key, value: value):
            with pytest.raises(ValueError, match=r"Circular|contains itself"):
                JSON.stringify(value, replacer)
    assert not hasattr(window, "circular")
    twice = [1]
    assert list(pyobj2jsobj([twice, twice])) == [[1], [1]]


@run_in_pyodide
def test_javascript_values_that_contain_themselves(selenium):
    import json

    import pytest

    from browser import window
    from browser._bridge import copied
    from javascript import JSON

    window.eval("""
        globalThis.array = [1, 2.5]; array[0] = array;
        globalThis.thing = { n: 1, list: [] }; thing.self = thing; thing.list.push(thing);
        globalThis.other = [1, 2.5]; other[0] = other;
    """)
    array, thing = window.array, window.thing
    assert array[0] is array
    assert thing.list[0] is thing
    assert str(array) == repr(array) == f"{array}" == "[[...], 2.5]"
    assert repr(thing) == "<JavaScript Object>"
    assert array == array
    assert thing == thing
    assert not array < array
    assert array == [array, 2.5]
    assert array in array
    for fails in (
        thing.to_dict,
        lambda: window.eval("({array})").to_dict(),
        lambda: JSON.stringify(array),
        lambda: JSON.stringify(thing),
        lambda: JSON.stringify({"a": [thing]}),
        lambda: array == window.other,
        lambda: array < window.other,
        lambda: copied(thing._js),
    ):
        with pytest.raises(ValueError, match=r"contains itself|Circular"):
            fails()
    with pytest.raises(ValueError, match="Circular"):
        json.dumps(array, default=list)
    array.pop(0)
    assert array == [2.5]
    del window.array, window.thing, window.other


@run_in_pyodide
def test_deleted_properties(selenium):
    import js
    import pytest

    from browser import window

    thing = window.eval("globalThis.thing = { x: 1, y: 2, z: undefined, list: [1, 2] }")
    del thing.x
    del thing["y"]
    assert (hasattr(thing, "x"), hasattr(thing, "y")) == (False, False)
    assert ("x" in thing, "y" in thing, getattr(thing, "x", 5)) == (False, False, 5)
    assert js.eval("Object.keys(thing).join()") == "z,list"
    assert hasattr(thing, "z")
    del thing.z
    assert not hasattr(thing, "z")
    assert thing.to_dict() == {"list": [1, 2]}
    for error, delete in (
        (AttributeError, lambda: delattr(thing, "x")),
        (KeyError, lambda: thing.__delitem__("x")),
        (AttributeError, lambda: delattr(window, "document")),
        (AttributeError, lambda: delattr(window.eval("Object.freeze({x: 1})"), "x")),
    ):
        with pytest.raises(error):
            delete()
    del thing.list[0]
    assert js.eval("thing.list.join()") == "2"
    window.eval("delete thing.list")
    assert not hasattr(thing, "list")
    thing.x = 3
    assert thing["x"] == 3
    del window.thing
