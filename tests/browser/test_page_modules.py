"""`browser.markdown`, `browser.indexed_db`: modules that only pages have."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_markdown(selenium):
    from importlib.metadata import distribution

    import pytest

    from browser import document, html
    from browser.markdown import mark

    terms = distribution("mistune").read_text("licenses/LICENSE")
    assert terms.startswith("Copyright (c)")

    source = """\
# Title

A *short* **text** with `code <b>`, ~~no~~ and [a link](page.html "here").

| a | b |
|---|--:|
| 1 | 2 |

- [x] done
- [ ] open

```python
print("<i>")
```

<u>raw</u> <img src="data:," onerror="document.title = 'x'">

<script type="text/python">
print(1)
</script>
<script type="text/python" id="second">print(2)</script>

End http://example.org/?a=1
"""
    made, scripts = mark(source)
    assert scripts == ["\nprint(1)\n", "print(2)"]
    assert "<script" not in made
    shown = html.DIV(made)
    assert shown.select_one("h1").text == "Title"
    first = shown.select_one("p")
    names = ["EM", "STRONG", "CODE", "DEL", "A"]
    assert [node.tagName for node in first.children] == names
    assert shown.select_one("a").attrs["title"] == "here"
    assert [cell.text for cell in shown.select("td")] == ["1", "2"]
    assert [box.checked for box in shown.select("input[type=checkbox]")] == [True, False]
    assert shown.select_one("pre code.language-python").text == 'print("<i>")\n'
    assert shown.select_one("u").text == "raw"
    assert shown.select("p")[-1].text == "End http://example.org/?a=1"

    made, scripts = mark(source, escape=True)
    assert scripts == []
    shown = html.DIV(made)
    assert shown.select("u, img, script") == []
    assert "<u>raw</u>" in shown.text
    for address in ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x"):
        link = html.DIV(mark(f"[x]({address}) ![y]({address})", escape=True)[0])
        assert not any(
            (node.attrs.get("href") or node.attrs.get("src") or "").startswith(address)
            for node in link.select("a, img")
        )
    assert mark("") == ("", [])
    with pytest.raises(TypeError, match="mark takes a str, not bytes"):
        mark(b"x")
    assert document.title != "x"


@run_in_pyodide
async def test_a_database_with_await(selenium):
    import pytest

    from browser import window
    from browser.indexed_db import IndexedDB, IndexedDBError

    db = IndexedDB()
    with pytest.raises(IndexedDBError, match="open the database first"):
        db.transaction("people")
    await db.delete("awaited")
    upgrades = []

    def upgrade(event):
        upgrades.append((event.oldVersion, event.newVersion))
        people = db.create_store("people", key_path="id")
        people.create_index("by_name", "name")
        db.create_store("notes", auto_increment=True)
        db.create_store("other")

    assert await db.open("awaited", onupgradeneeded=upgrade) is db
    assert (upgrades, db.version) == ([(0, 1)], 1)
    assert sorted(db.stores()) == ["notes", "other", "people"]

    people = db.transaction(["people"], "readwrite").objectStore("people")
    for number, name in enumerate(("Cyd", "Ann", "Bob"), 1):
        key = await people.put({"id": number, "name": name, "tags": [number, {"x": None}]})
        assert key == number
    assert await people.get(2) == {"id": 2, "name": "Ann", "tags": [2, {"x": None}]}
    assert await people.get(9) is None
    assert [one["name"] for one in await people.query()] == ["Cyd", "Ann", "Bob"]
    assert next(people.fetchall()) == await people.query()
    assert await people.keys(window.IDBKeyRange.lowerBound(2)) == [2, 3]
    assert (await people.count(), await people.count(1)) == (3, 1)
    assert len(await people.query(count=2)) == 2
    by_name = people.index("by_name")
    assert [one["name"] for one in await by_name.query()] == ["Ann", "Bob", "Cyd"]
    assert (await by_name.get("Bob"))["id"] == 3
    assert await by_name.keys() == [2, 3, 1]
    with pytest.raises(IndexedDBError, match="ConstraintError") as raised:
        await people.add({"id": 1, "name": "Dora"})
    assert raised.value.name == "ConstraintError"
    await people.delete(1)
    assert await people.count() == 2

    notes = db.transaction("notes", "readwrite").objectStore("notes")
    first, second = notes.add("one"), notes.add(b"two")
    assert (await first, await second) == (1, 2)
    assert await notes.query() == ["one", b"two"]
    await notes.clear()
    assert await notes.count() == 0

    other = db.transaction("other", "readwrite")
    store = other.objectStore("other")
    await store.put([1, 2], "key")
    assert await store.get("key") == [1, 2]
    changes = db.transaction("other", "readwrite")
    change = changes.objectStore("other").put("lost", "key")
    changes.abort()
    with pytest.raises(IndexedDBError, match="AbortError"):
        await change
    assert await store.get("key") == [1, 2]

    with pytest.raises(ValueError, match="mode must be"):
        db.transaction("other", "write")
    db.close()
    upgrades.clear()
    await db.open("awaited", version=1, onupgradeneeded=upgrade)
    assert upgrades == []
    db.close()
    await db.open("awaited", version=2)
    db.close()
    with pytest.raises(IndexedDBError, match="VersionError"):
        await db.open("awaited", version=1)
    assert (await db.open("awaited", version=None)).version == 2
    db.close()
    await db.delete("awaited")


@run_in_pyodide
async def test_a_database_with_callbacks(selenium):
    from guest import completed

    from browser.indexed_db import IndexedDB

    db = IndexedDB()
    await db.delete("called")

    def upgrade(event):
        event.target.result.createObjectStore("notes")

    await completed(lambda done: db.open("called", done, 1.0, onupgradeneeded=upgrade))
    store = db.transaction(["notes"], "readwrite").objectStore("notes")
    await completed(lambda done: store.put({"text": "x"}, 5, onsuccess=done))
    event = await completed(lambda done: store.get(5, onsuccess=done))
    assert event.target.result.text == "x"
    event = await completed(lambda done: store.add("again", 5, onerror=done))
    assert event.type == "error"
    await store.put("y", 6)
    seen = []

    def start(done):
        def at(event):
            cursor = event.target.result
            if cursor is None:
                done()
            else:
                seen.append(cursor.key)
                cursor.continue_()

        store.openCursor(direction="prev", onsuccess=at)

    await completed(start)
    assert seen == [6, 5]
    await completed(lambda done: store.delete(5, done))
    await completed(lambda done: store.clear(done))
    assert await store.count() == 0
    db.close()
    await db.delete("called")
