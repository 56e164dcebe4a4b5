/** What programs by many authors rely on beyond the documents, each by its number. */

import { expect, ready, test } from "./helpers";
import { onPage, onPageAndUnderPolicy } from "./shared";

const FILES = ["a.txt", "b.txt"].map((name) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(`in ${name}`),
}));

test.describe("real programs:", () => {
  onPageAndUnderPolicy("habits.html", (on) => {
    test("1. a function on window for an inline onclick: bound method, closure", async () => {
      // The policy leaves `onclick` in HTML without effect.
      await on.click("inline", "scores", on.strict ? "" : "[5]");
      await on.shows("given", on.strict ? "" : "closure");
    });

    test("1. a function for decodeAudioData, onreadystatechange set after send", async () => {
      await on.click("sound", "given", /decoded:8 $/);
      await on.click("state", "given", /decoded:8 state $/);
    });

    test("2. bind on FileReader; 4. `for f in files`, input.files = files", async () => {
      await on.page.setInputFiles("#files", FILES);
      const read = on.page.locator("#read");
      await expect(read).toContainText("a.txt in a.txt");
      await expect(read).toContainText("b.txt in b.txt");
      const names = await on.page
        .locator("#other_files")
        .evaluate((input: HTMLInputElement) => [...(input.files ?? [])].map(({ name }) => name));
      expect(names).toEqual(["a.txt", "b.txt"]);
    });

    test("2. bind on WebSocket and window", async () => {
      await on.click("socket", "heard", "echo");
      await on.click("hash", "heard", "echo #there");
    });

    test("3. document <= x; node + node, str on either side, sums as children", async () => {
      await on.page.click("#sum");
      const tail = await on.page.evaluate(() => {
        const all = [...document.body.childNodes];
        return all.slice(-5).map((node) => `${node.nodeName} ${node.textContent}`);
      });
      expect(tail).toEqual(["B one", "I two", "#text text ", "B three", "#text  more"]);
      expect(await on.page.innerHTML("#summed")).toBe("<p>s <b>b</b><i>i</i> t</p>");
    });

    test("4. `for x in element` walks a snapshot of all child nodes", async () => {
      await on.click("walk", "seen", "['#text', 'B', '#comment', '#text'] | 0");
      expect(await on.page.innerHTML("#walked")).toBe("");
    });

    test("5. attributes: int, True, False, style; px; elt.style keeps the others", async () => {
      await on.page.click("#place");
      const box = on.page.locator("#box");
      await expect(box).toHaveAttribute("tabindex", "3");
      await expect(box).toHaveAttribute("draggable", "true");
      await expect(box).not.toHaveAttribute("hidden");
      const style = {
        "background-color": "rgb(1, 2, 3)",
        color: "rgb(4, 5, 6)",
        "font-size": "20px",
        left: "7px",
        top: "200px",
        width: "70px",
      };
      for (const [name, value] of Object.entries(style)) await expect(box).toHaveCSS(name, value);
    });

    test("8. @bind of a selector binds every match; and a node", async () => {
      for (const id of ["c1", "c2", "node"]) await on.page.click(`#${id}`);
      await on.shows("clicked", "one two node");
    });

    test("8. select_one is None, null and undefined are falsy and go where JS wants", async () => {
      await on.click("nothing", "none", "None | False | False | True");
      expect(await on.page.innerHTML("#filled")).toBe("<b>first</b>");
    });

    test("9. JSON.parse gives dict and list, JSON.stringify real booleans and null", async () => {
      await on.click("json", "parsed", "dict | list | None");
      await on.shows("written", '{"yes":true,"no":false,"none":null,"n":[1,2.5]}');
    });

    test("12. storage keeps raw strings, and has a len", async () => {
      await on.page.evaluate(() => localStorage.clear());
      await on.click("store", "stored", "1 | raw");
      expect(await on.page.evaluate(() => localStorage.k1)).toBe("raw");
    });

    test("13. exit() in a callback ends it, and the polling", async () => {
      await on.click("poll", "polls", "3");
      await on.page.waitForTimeout(30);
      await on.shows("polls", "3");
    });

    test("14. window.Date.new kept and called later; DOM methods called directly", async () => {
      await on.click("later", "found", "True | True | None | 1");
      await expect(on.page.locator("#list > li#made")).toHaveText("2026");
    });

    test("15. native listeners on a raw XMLHttpRequest", async () => {
      await on.click("native", "native_events", "load | native | 6 | True");
    });
  });

  onPage("imports.html", (on) => {
    test("6. star import, import browser.timer, DOMNode, highlight, widgets.dialog", async () => {
      await on.shows("star", "star set_timeout Ajax True DIV PRE InfoDialog");
    });

    test("7. scripts stay in the document with .text and an absolute .src", async () => {
      const src = new URL("empty.py", on.page.url());
      await on.shows("scripts", `True ${src}`);
    });
  });

  test("7. a page that is a fragment, without head, body or onload", async ({ page, said }) => {
    await page.goto("/pages/dom/fragment.html");
    expect(await ready(page)).toEqual({ errors: [] });
    await expect(page.locator("body > #made")).toHaveText("before after");
    expect(said.error).toEqual([]);
  });

  onPage("requests.html", (on) => {
    test("10. open with two arguments, set_timeout and bind before it, .json on text", async () => {
      await on.click("two", "order", 'sent {"ok": true} True');
    });

    test("10. a blocking get runs complete before it returns", async () => {
      await on.click("blocking", "waited", "waited returned");
    });

    test("10. GET with a str body goes out without it", async () => {
      await on.click("body", "sent", "GET | ''");
    });

    test("10. method='post'; 11. without data, with own headers", async () => {
      await on.click("post", "posted", "POST | '' | mine");
    });

    test("10. .json on file_upload", async () => {
      await on.page.setInputFiles("#upload", FILES.slice(0, 1));
      await on.shows("uploaded", "200 | filetosave | a.txt");
    });

    test("11. quotes, brackets and blanks in a path reach the server intact", async () => {
      const asked = on.page.waitForRequest(/\/text\/a/);
      await on.click("url", "status", "404");
      const path = decodeURIComponent(new URL((await asked).url()).pathname);
      expect(path).toBe("/text/a \"b\" [c] 'd'/ë");
    });

    test("11. cache=True: exactly the data; Ajax() adds nothing; blanks", async () => {
      await on.click("query", "form", "[['d', 'x y']]");
      const asked = on.page.locator("#asked");
      await expect(asked).toContainText("/echo?c=1 ");
      await expect(asked).toContainText(/\/echo\?a=1&b=x(%20|\+)y /);
    });
  });
});
