"""Nodes outside the page whose listeners refer to them."""

COLLECT = """
    globalThis.gc?.();
    for (let i = 0; i < 40; i++) new Uint8Array(10_000_000).fill(1);
    setTimeout(arguments[0], 100);
"""
"""Engines collect garbage when memory is needed."""

COLLECTIONS = 40


def test_they_are_freed_when_nothing_else_refers_to_them(visit):
    assert visit.open("/engines/cycles.html") == []
    before = visit.js("return held()")
    for _ in range(3):
        visit.js("work()")
        visit.browser.execute_async_script(COLLECT)
    for _ in range(COLLECTIONS):  # an engine collects when it likes
        visit.browser.execute_async_script(COLLECT)
        if visit.js("return held()") < before + 300:
            break
    assert visit.js("return held()") < before + 300
    # JavaScript refers to some of them, the page shows others: their listeners still work.
    visit.js("kept.forEach((node) => node.click())")
    visit.js("document.querySelectorAll('#shown p').forEach((node) => node.click())")
    assert visit.js("return clicked") == 12
    assert visit.js("return kept.every((node) => node.className === 'clicked')")
    visit.js("document.body.append(...kept); work(); clickOwn()")
    visit.browser.execute_async_script(COLLECT)
    visit.js("kept.forEach((node) => node.click()); clickOwn()")
    assert visit.js("return clicked") == 26


def test_the_debug_mode_warns_once_for_each_listener(visit):
    assert visit.open("/engines/leaks.html") == []
    visit.wait(lambda: "looked" in visit.text("body"))
    first, second = visit.said["warn"]
    assert "leaks.html#main:8: RuntimeWarning: the listener leaking.<locals>.<lambda>" in first
    assert "for 'click' keeps <HTMLParagraphElement class=\"leaking\"> in memory" in first
    assert "use ev.target instead of a variable, or unbind" in first
    assert "<unknown>:0: RuntimeWarning: the listener functools.partial" in second
    assert "for 'input' keeps" in second
