"""`browser.widgets`: menus and dialogs, by mouse and keyboard."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_a_menu_by_mouse(selenium):
    from browser import document, html, window
    from browser.widgets.menu import Menu

    chosen = []
    zone, outside = html.DIV(id="zone"), html.P("outside")
    document <= [zone, outside]
    menu = Menu(zone)
    file = menu.add_menu("File")
    new = file.add_item("<b>New</b>", lambda event: chosen.append(event.type))
    recent = file.add_menu("Recent")
    one = recent.add_item("one", chosen.append)
    edit = menu.add_menu(html.I("Edit"))
    edit.add_item("Undo")
    link = file.add_link("Help", "#help")
    about = menu.add_item("About", chosen.append)
    site = menu.add_link("Site", "#site")

    (bar,) = zone.select("[role=menubar]")
    items = bar.select("[role=menuitem]")
    assert [item.text for item in items] == ["File", "Edit", "About", "Site"]
    assert [item.attrs["tabindex"] for item in items] == ["0", "-1", "-1", "-1"]
    assert items[2:] == [about, site]
    assert (link.tagName, site.attrs["href"], link.text) == ("A", "#site", "Help")
    assert new.text == "<b>New</b>"

    def shown():
        nodes = zone.select("[role=menu]")
        return [node.text.split() for node in nodes if node.style.display != "none"]

    def expanded():
        return [item.text.split()[0] for item in zone.select("[aria-expanded=true]")]

    def hover(item, pointer="mouse"):
        item.dispatchEvent(window.PointerEvent.new("pointerenter", pointerType=pointer))

    assert (shown(), expanded()) == ([], [])
    hover(items[0])
    assert expanded() == []
    items[0].click()
    assert expanded() == ["File"]
    assert items[0].classList.contains("brython-menu-navbar-item-selected")
    opened = file.node.getBoundingClientRect()
    opener = items[0].getBoundingClientRect()
    assert abs(opened.left - opener.left) < 1
    assert abs(opened.top - opener.bottom) < 1
    hover(recent.parent)
    assert expanded() == ["File", "Recent"]
    assert abs(recent.node.getBoundingClientRect().left - opened.right) < 3
    hover(new)
    assert expanded() == ["File"]
    hover(items[1], "touch")
    assert expanded() == ["File"]
    hover(items[1])
    assert expanded() == ["Edit"]
    assert shown() == [["Undo"]]
    hover(items[0])
    new.click()
    assert (chosen, expanded(), shown()) == (["click"], [], [])
    items[0].click()
    recent.parent.click()
    recent.parent.click()
    assert expanded() == ["File", "Recent"]
    one.click()
    assert (len(chosen), expanded()) == (2, [])
    items[0].click()
    items[0].click()
    assert expanded() == []
    items[0].click()
    outside.click()
    assert expanded() == []
    about.click()
    assert len(chosen) == 3
    items[0].click()
    menu.hide_menus()
    assert expanded() == []


@run_in_pyodide
def test_a_menu_by_keyboard(selenium):
    from browser import document, html, window
    from browser.widgets.menu import Menu

    chosen = []
    zone, button = html.DIV(), html.BUTTON("Own")
    document <= [zone, button]
    menu = Menu(zone, default_css=False)
    file = menu.add_menu("File")
    for name in ("New", "Open", "Nothing"):
        file.add_item(name, lambda event: chosen.append(event.currentTarget.text))
    recent = file.add_menu("Recent")
    recent.add_item("one", lambda event: chosen.append("one"))
    deep = recent.add_menu("more")
    deep.add_item("two")
    edit = menu.add_menu("Edit")
    edit.add_item("Undo")
    menu.add_item("About", lambda event: chosen.append("about"))

    def press(*keys):
        """The text of the element that then has the focus, and the open menus."""
        for key in keys:
            event = window.KeyboardEvent.new("keydown", key=key, bubbles=True, cancelable=True)
            document.activeElement.dispatchEvent(event)
        opened = [item.text.split()[0] for item in zone.select("[aria-expanded=true]")]
        return " ".join([document.activeElement.text.split()[0], *opened])

    first = zone.select_one("[role=menuitem]")
    first.focus()
    assert press("ArrowRight") == "Edit"
    assert first.attrs["tabindex"] == "-1"
    assert press("ArrowRight", "ArrowRight") == "File"
    assert press("ArrowLeft") == "About"
    assert press("Home") == "File"
    assert press("End") == "About"
    assert press("Enter") == "About"
    assert chosen == ["about"]
    assert press("e") == "Edit"
    assert press("f") == "File"
    assert press("ArrowDown") == "New File"
    assert press("ArrowDown", "ArrowDown") == "Nothing File"
    assert press("n") == "New File"
    assert press("N") == "Nothing File"
    assert press("x") == "Nothing File"
    assert press("ArrowUp", "ArrowUp", "ArrowUp") == "Recent File"
    assert press("ArrowRight") == "one File Recent"
    assert press("ArrowLeft") == "Recent File"
    assert press("Enter", "End", " ") == "two File Recent more"
    assert press("Escape") == "more File Recent"
    assert press("ArrowRight", "ArrowRight") == "Undo Edit"
    assert press("ArrowLeft") == "New File"
    assert press("ArrowLeft") == "About"
    assert press("ArrowRight", "ArrowUp") == "Recent File"
    assert press("Escape") == "File"
    assert press("Escape") == "File"
    assert press("Enter", "ArrowDown", "Enter") == "File"
    assert chosen == ["about", "Open"]
    assert press("ArrowDown", "Tab") == "File"

    own = Menu(zone, button)
    own.add_item("a")
    own.add_item("b")
    button.focus()
    button.click()
    assert document.activeElement.text.strip() == "a"
    assert press("ArrowDown") == "b"
    assert document.activeElement.text.strip() == "b"
    assert press("Escape") == "Own"
    assert button.attrs["aria-expanded"] == "false"


@run_in_pyodide
async def test_dialogs(selenium):
    import asyncio

    from browser import document, html, window
    from browser.widgets.dialog import Dialog, EntryDialog, InfoDialog

    before = html.BUTTON("before")
    document <= before
    before.focus()

    def press(key, **options):
        options = {"bubbles": True, "cancelable": True, "key": key, **options}
        document.activeElement.dispatchEvent(window.KeyboardEvent.new("keydown", **options))

    def name(node, attribute="aria-labelledby"):
        return document[node.attrs[attribute]].text

    dialog = Dialog("<b>Title</b>")
    assert (dialog.attrs["role"], name(dialog)) == ("dialog", "<b>Title</b>")
    assert document.activeElement is dialog
    press("Escape", isComposing=True)
    assert dialog.isConnected
    press("Escape")
    assert (dialog.isConnected, document.activeElement) == (False, before)

    dialog = Dialog(html.I("node"), can_close=False)
    assert dialog.title_bar.select_one("i").text == "node"
    press("Escape")
    assert dialog.isConnected
    dialog.close()

    dialog = Dialog("by its button")
    assert dialog.close_button.attrs["aria-label"] == "Close"
    dialog.close_button.focus()
    press("Enter")
    assert not dialog.isConnected
    assert document.activeElement is before

    entered = []
    entry = EntryDialog("Title", "<i>Name</i>")
    entry.bind("entry", lambda event: entered.append(entry.value))
    assert document.activeElement is entry.entry
    assert (entry.message.text, name(entry.entry)) == ("<i>Name</i>", "<i>Name</i>")
    entry.entry.value = "Ann"
    press("Enter", isComposing=True)
    press("Enter")
    assert entered == ["Ann"]
    press("Escape")
    assert (entry.isConnected, document.activeElement) == (False, before)

    assert InfoDialog("Title", None).message.text == ""
    document.activeElement.close()
    info = InfoDialog("Title", "<i>text</i>", ok=True)
    assert document.activeElement is info.ok_button
    assert name(info, "aria-describedby") == "<i>text</i>"
    info.ok_button.click()
    assert document.activeElement is before

    notice = InfoDialog("Title", "soon gone", remove_after=0.001)
    assert (notice.attrs["role"], document.activeElement) == ("status", before)
    while notice.isConnected:
        await asyncio.sleep(0.001)
    other = html.INPUT()
    document <= other
    dialog = Dialog("not the last")
    other.focus()
    dialog.close()
    assert document.activeElement is other


@run_in_pyodide
async def test_input_returns_the_line_or_none(selenium):
    import asyncio

    from browser import document, window
    from browser.widgets.dialog import Input

    async def asked(answer):
        task = asyncio.create_task(Input("Name?"))
        await asyncio.sleep(0)
        answer(document.select_one(".brython-dialog-main"))
        return await task

    def enter(dialog):
        dialog.entry.value = "Ada"
        dialog.ok_button.click()

    def escape(dialog):
        options = {"key": "Escape", "bubbles": True, "cancelable": True}
        dialog.entry.dispatchEvent(window.KeyboardEvent.new("keydown", options))

    assert await asked(enter) == "Ada"
    assert await asked(escape) is None
    assert await asked(lambda dialog: dialog.cancel_button.click()) is None
    assert await asked(lambda dialog: dialog.close()) is None
    assert document.select(".brython-dialog-main") == []
