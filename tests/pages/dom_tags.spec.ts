/** Issue's line on `browser`: html, TagSum, maketag, svg. */

import { expect, test } from "./helpers";
import { onPageAndUnderPolicy } from "./shared";

interface Made {
  every: Element;
  tags: string[];
  drawn: Element;
  shapes: string[];
}

test.describe("html and svg:", () => {
  onPageAndUnderPolicy("tags.html", (on) => {
    test("html: every tag is an element of its name", async () => {
      const [made, names] = await on.page.evaluate(() => {
        const { every, tags } = globalThis as unknown as Made;
        return [[...every.children].map((child) => child.tagName), tags];
      });
      expect(made).toHaveLength(133);
      expect(made).toEqual(names.map((name) => (name === "SVG" ? "svg" : name)));
    });

    test("svg: every shape is an SVG element of its name", async () => {
      const [made, names, spaces] = await on.page.evaluate(() => {
        const { drawn, shapes } = globalThis as unknown as Made;
        const all = [...drawn.children];
        return [
          all.map((child) => child.localName),
          shapes,
          all.map((child) => child.namespaceURI),
        ];
      });
      expect(made).toEqual(names.map((name) => name.replace("_", "-")));
      expect(new Set(spaces)).toEqual(new Set(["http://www.w3.org/2000/svg"]));
    });

    test("html.TAG(content, **attributes): int, True, False, style, hyphens, onclick", async () => {
      await on.page.click("#build");
      const box = on.page.locator("#box");
      await expect(box.locator("table.grid tr > *")).toHaveText(["A", "1.5"]);
      const field = await box.locator("input").evaluate((element) => element.outerHTML);
      expect(field).toBe(
        '<input type="number" value="5" required="true" maxlength="3" data-x="y">',
      );
      const styled = box.getByText("styled");
      await expect(styled).toHaveCSS("left", "4px");
      await expect(styled).toHaveCSS("background-color", "rgb(1, 2, 3)");
      await expect(styled).toHaveAttribute("aria-label", "a");
      await on.page.click("#press");
      await expect(box).toContainText("pressed");
    });

    test("TagSum: text and elements on either side, sum(), multiplication", async () => {
      await on.page.click("#sum");
      expect(await on.page.innerHTML("#sums")).toBe(
        "text <b>b</b> and <i>i</i>3<p><u>0</u><u>1</u><u>2</u></p><p><br><br></p>" +
          "<span>TagSum of 5</span>",
      );
    });

    test("maketag", async () => {
      await on.page.click("#maketag");
      await expect(on.page.locator("my-own")).toHaveText("mine");
    });

    test("a str in html.TAG is HTML", async () => {
      await on.page.click("#string");
      await on.html(async () => {
        await expect(on.page.locator("#strings i")).toHaveText("HTML");
      });
      await expect(on.page.locator("#strings p").first()).toHaveText("plain and simple");
    });

    test("svg shapes that are drawn and clicked; a str in svg is text", async () => {
      await on.page.click("#draw");
      const circle = on.page.locator("#drawing circle.shape");
      await expect(circle).toHaveAttribute("stroke-width", "2");
      await circle.click();
      await expect(circle).toHaveAttribute("fill", "blue");
      await expect(on.page.locator("#drawing text")).toHaveText("<text>");
    });

    test("a class of one's own that is a tag", async () => {
      await on.page.click("#card_button");
      await expect(on.page.locator(".card")).toHaveText("Ada of Ada");
    });
  });
});
