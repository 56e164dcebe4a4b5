/** Issue's section "Bad input", and what is freed. */

import { expect, test } from "./helpers";
import { onPage, type Shared } from "./shared";

const CASES: [title: string, code: string, error: string][] = [
  ['document["nope"] is a KeyError with the id', 'document["nope"]', "KeyError: 'nope'"],
  ["an unknown tag", "html.NOPE()", "AttributeError: there is no tag NOPE: tags are in capitals"],
  ["an unknown shape", "svg.nope()", "AttributeError: there is no SVG element nope"],
  ["a bad selector", 'document.select("[[")', "ValueError: '[[' is not a CSS selector"],
  ["a bad selector of one", "document.select_one(3)", "ValueError: 3 is not a CSS selector"],
  [
    "a listener that is not callable",
    'document["list"].bind("click", print())',
    "TypeError: the listener for 'click' must be callable, not NoneType: give the function itself",
  ],
  [
    "a listener that was never bound",
    'html.B().bind("click", len).unbind("click", print)',
    "TypeError: print is not bound to 'click'",
  ],
  [
    "a storage value that is not str",
    'local_storage.storage["k"] = 5',
    "TypeError: value must be str, not int: for other values use browser.object_storage",
  ],
  ["a storage key that is not there", 'local_storage.storage["nope"]', "KeyError: 'nope'"],
  ["a timer without a function", "timer.set_timeout(print(), 5)", "TypeError: a timer takes"],
  [
    "an element that cannot be added",
    'document["list"] <= None',
    "TypeError: cannot add NoneType to an element",
  ],
  ["an attribute that is not there", 'document["list"].attrs["nope"]', "KeyError: 'nope'"],
  [
    "a property that is not there",
    'document["list"].nope',
    "AttributeError: JavaScript HTMLUListElement object has no property 'nope'",
  ],
  [
    "a measure that is no number",
    'document["list"].width = "50%"',
    "ValueError: width must be a number of pixels, not str: for other units set elt.style.width",
  ],
  ["closest without a match", 'document["list"].closest("table")', "KeyError: 'no parent"],
  [
    "maketag of a tag that is there",
    'html.maketag("DIV")',
    "ValueError: cannot reset class for DIV",
  ],
  ["an error of JavaScript", 'window.JSON.parse("{")', "SyntaxError: "],
];

test.describe("bad input:", () => {
  onPage("bad_input.html", (on) => {
    for (const [title, code, error] of CASES) {
      test(title, async () => {
        await on.page.fill("#code", code);
        await on.page.click("#run");
        const said = await on.error(error);
        expect(said).toContain('File "bad_input.html#__main__"');
        expect(said).not.toMatch(/_js\.py|node\.py|events\.py|_objects\.py/);
        await on.shows("done", "");
      });
    }
  });
});

/** Collects the garbage of Python and JavaScript until it is true. */
async function collected(on: Shared, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await on.page.evaluate("collect()");
    await on.page.requestGC();
    await on.page.evaluate("new Promise((resolve) => setTimeout(resolve, 10))");
    await on.page.evaluate("collect()");
    await done();
  }).toPass({ intervals: [20] });
}

interface Scope {
  nodes: WeakRef<Element>[];
  node: WeakRef<Element>;
}

test.describe("freed:", () => {
  onPage("freed.html", (on) => {
    const functions = async () => Number(await on.page.textContent("#functions"));
    const alive = () =>
      on.page.evaluate(() => {
        const { nodes } = globalThis as unknown as Scope;
        return nodes.filter((node) => node.deref()).length;
      });
    const make = async () => {
      await on.page.evaluate("collect()");
      const before = await functions();
      await on.page.click("#make");
      await on.page.evaluate("collect()");
      expect(await functions()).toBe(before + 100);
      await on.page.evaluate(() => {
        const items = [...document.querySelectorAll("#many li")];
        Object.assign(globalThis, { nodes: items.map((item) => new WeakRef(item)) });
      });
      return before;
    };

    test("a hundred listeners and their nodes go when the nodes are cleared away", async () => {
      const before = await make();
      await collected(on, async () => expect(await functions()).toBe(before + 100));
      await on.page.click("#many li:nth-child(8)");
      await on.shows("clicked", "7");
      await on.page.click("#clear");
      await collected(on, async () => {
        expect(await alive()).toBe(0);
        expect(await functions()).toBe(before);
      });
    });

    test("listeners go by unbind while the nodes stay", async () => {
      const before = await make();
      await on.page.click("#unbind");
      await collected(on, async () => expect(await functions()).toBe(before));
      expect(await alive()).toBe(100);
      await on.page.click("#clear");
      await collected(on, async () => expect(await alive()).toBe(0));
    });

    test("a node that Python made lives as long as Python holds it", async () => {
      const node = () =>
        on.page.evaluate(() => (globalThis as unknown as Scope).node.deref()?.outerHTML);
      await on.page.click("#hold");
      await collected(on, async () => {});
      expect(await node()).toBe('<li id="item">held</li>');
      await on.shows("wrapper", '<HTMLLIElement id="item">');
      await on.page.click("#release");
      await on.page.evaluate("collect()");
      await on.shows("wrapper", "None");
      await collected(on, async () => expect(await node()).toBe(undefined));
    });
  });
});
