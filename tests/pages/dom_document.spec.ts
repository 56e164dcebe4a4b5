/** Issue's line on `browser`: document and DOMNode, in a page that somebody uses. */

import { expect, test } from "./helpers";
import { onPage, onPageAndUnderPolicy } from "./shared";

test.describe("document:", () => {
  onPage("document.html?name=Ada&tag=a&tag=b%20c", (on) => {
    test("document[id] finds, `in` asks, without one a KeyError", async () => {
      await on.page.fill("#wanted", "two");
      await on.click("find", "found", "two");
      await on.shows("there", "True True");
      await on.page.fill("#wanted", "nope");
      await on.click("find", "found", "KeyError: 'nope'");
      await on.shows("there", "False True");
    });

    test("select, select_one; without a match [] and None", async () => {
      const marked = on.page.locator(".marked");
      await on.page.fill("#selector", "table td");
      await on.click("mark", "first", "None");
      await expect(marked).toHaveCount(0);
      await on.page.fill("#selector", "#list li:first-child, #parts");
      await on.click("mark", "first", "one");
      await expect(marked).toHaveText(["one", "parts"]);
    });

    test("document[html.LI] and get(name=, tag=, selector=, classname=, id=)", async () => {
      await on.page.evaluate(() => {
        for (const item of document.querySelectorAll("li")) item.className = "item";
      });
      await on.click("lists", "listed", "one, two");
      await on.shows("same", "[True, True, True, True, True]True");
    });

    test("del document[id]", async () => {
      await on.page.evaluate(() => document.body.append(document.createElement("i")));
      await on.page.evaluate(() => {
        (document.body.lastChild as Element).id = "goes";
      });
      await on.page.fill("#wanted", "goes");
      await on.page.click("#delete");
      await expect(on.page.locator("#goes")).toHaveCount(0);
      await on.click("delete", "found", "KeyError: 'goes'");
    });

    test("document <= content appends to the body", async () => {
      await on.page.click("#append");
      const tail = () =>
        on.page.evaluate(() => [...document.body.childNodes].slice(-4).map((n) => n.textContent));
      expect(await tail()).toEqual(["an element", "text", "a", "generator"]);
      await expect(on.page.locator("body > p.appended")).toHaveCount(3);
    });

    test("head, body, title, attributes", async () => {
      await on.click("parts", "parts", "BODY en");
      await expect(on.page).toHaveTitle("another title");
      const meta = on.page.locator("head > meta[name=made]");
      await expect(meta).toHaveAttribute("content", "by Python");
      await expect(on.page.locator("body")).toHaveAttribute("data-made", "too");
    });

    test("document.query", async () => {
      await on.shows(
        "query",
        "['Ada', ['a', 'b c'], 'a', [], 'default', True, '?name=Ada&tag=a&tag=b%20c']" +
          " KeyError: 'none'",
      );
    });
  });
});

test.describe("DOMNode:", () => {
  onPageAndUnderPolicy("nodes.html", (on) => {
    test("identity: document[id] is document[id], with what was stored on it", async () => {
      await on.click("identity", "same", "True | True | True | True");
    });

    test("text and html", async () => {
      await on.click("text", "was", "a b | a <b>b</b>");
      await on.shows("textual", "<i>as text</i>");
      await on.page.click("#markup");
      await on.html(async () => {
        await expect(on.page.locator("#marked i b")).toHaveText("HTML");
      });
    });

    test("attrs is a mapping of str, node[name] an attribute", async () => {
      const shown = "/path | True | /path | False | None | ['class', 'href', 'id'] | 3";
      await on.click("attrs", "attributes", shown);
      expect(await on.page.locator("#link").evaluate((link) => link.outerHTML)).toBe(
        '<a id="link" href="/path" data-n="5" title="&lt;b&gt;" lang="fr">link</a>',
      );
    });

    test("value, checked, disabled of fields that somebody filled in", async () => {
      await on.page.fill("#field", "typed");
      await on.page.check("#check");
      await on.click("fields", "fields_were", "typed | True | False");
      await expect(on.page.locator("#field")).toHaveValue("5");
      await expect(on.page.locator("#field")).toBeDisabled();
      await expect(on.page.locator("#check")).not.toBeChecked();
    });

    test("style by dict and by attribute", async () => {
      await on.click("style", "style_is", "rgb(4, 5, 6) | 30px | ''");
      const box = on.page.locator("#box");
      await expect(box).toHaveCSS("background-color", "rgb(1, 2, 3)");
      await expect(box).toHaveCSS("color", "rgb(4, 5, 6)");
      await expect(box).toHaveCSS("font-weight", "700");
      await expect(box).toHaveCSS("width", "30px");
    });

    test("classList, class_name", async () => {
      await on.click("classes", "classes_are", "b c | False | ['b', 'c']");
      await expect(on.page.locator("#box")).toHaveClass("b c");
      await expect(on.page.locator("#inner")).toHaveClass("one two");
    });

    test("parent, children, child_nodes, inside, closest, index", async () => {
      await on.click(
        "family",
        "family_is",
        "True | True | None | ['I', 'B'] | ['I', 'B', '#text'] |  end | 2 | 3",
      );
      await on.shows("place", "True | False | True | True | True | 1 | 0 | -1");
    });

    test("iteration walks a snapshot with text nodes", async () => {
      await on.click("iterate", "walk", "[(3, 'a'), (1, 'b'), (3, 'c')]");
      expect(await on.page.innerHTML("#walked")).toBe("<b>b</b>");
    });

    test("clone takes the listeners along", async () => {
      await on.page.click("#clone");
      await on.click("copy", "copy", "copy!");
      await on.shows("cloned", "original");
    });

    test("clear and remove", async () => {
      await on.click("empty", "full", "");
      expect(await on.page.innerHTML("#full")).toBe("");
      await expect(on.page.locator("#gone")).toHaveCount(0);
    });

    test("left, top, width, height in px; abs_left, scrolled_top in a scrolled page", async () => {
      await on.page.evaluate(() => scrollTo(0, 1000));
      const scrolled = await on.page.evaluate(() => Math.round(scrollY));
      expect(scrolled).toBeGreaterThan(500);
      await on.page.locator("#measure").dispatchEvent("click"); // a click would scroll back
      await on.shows("measures", "10 | 3000 | 20 | 30");
      await on.shows("where", `15 | ${scrolled} | 15`);
      await expect(on.page.locator("#placed")).toHaveCSS("width", "60px");
    });

    test("a select's options are a list", async () => {
      await on.page.selectOption("#choice", "2");
      await on.click("options", "chosen", "['zero', 'two', 'three'] | 3 | 2");
      await expect(on.page.locator("#choice option")).toHaveText(["zero", "two", "three"]);
    });
  });
});
