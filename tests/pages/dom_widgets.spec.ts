/** Issue's line on `browser`: template, widgets.dialog; browser.highlight. */

import { expect, test } from "./helpers";
import { onPageAndUnderPolicy } from "./shared";

test.describe("template:", () => {
  onPageAndUnderPolicy("template.html", (on) => {
    test("expressions, for, if and else, attributes", async () => {
      const link = on.page.locator("#page a");
      await expect(link).toHaveText("ANN {x}");
      await expect(link).toHaveAttribute("href", "/a?'\"");
      await expect(on.page.locator("#page li")).toHaveText(["A", "B"]);
      await expect(on.page.locator("#page b")).toHaveText("one");
      await expect(on.page.locator("#page [type=checkbox]")).not.toBeChecked();
    });

    test("b-on: a callback that changes the data shows it", async () => {
      await on.page.fill("#team", "<C>");
      await on.page.click("#more");
      await expect(on.page.locator("#page li")).toHaveText(["A", "B", "<C>"]);
      await expect(on.page.locator("#page b")).toHaveText("many");
      await on.page.click("#more");
      await expect(on.page.locator("#page li")).toHaveCount(4);
    });

    test("rendered again with other data, which is text", async () => {
      await on.page.click("#again");
      await expect(on.page.locator("#page a")).toHaveText("<B> {x}");
      await expect(on.page.locator("#page li")).toHaveCount(0);
      await expect(on.page.locator("#page [type=checkbox]")).toBeChecked();
    });

    test("b-include brings a file in", async () => {
      await on.page.click("#include");
      await on.html(() => on.shows("included", "Included for Ann"));
    });

    test("a mistake in a template is named", async () => {
      await on.page.click("#wrong");
      expect(await on.error("TemplateError")).toContain("a brace is not closed in '{x'");
    });
  });
});

test.describe("widgets.dialog:", () => {
  onPageAndUnderPolicy("dialog.html", (on) => {
    const box = () => on.page.locator(".brython-dialog-main");

    test("InfoDialog is dragged by its title, and closed by its button", async () => {
      await on.page.click("#info");
      await expect(box()).toContainText("All is <well>");
      const before = await box().boundingBox();
      expect([before?.x, before?.y]).toEqual([300, 200]);
      await on.page.mouse.move(320, 210);
      await on.page.mouse.down();
      await on.page.mouse.move(370, 240, { steps: 3 });
      await on.page.mouse.up();
      const after = await box().boundingBox();
      expect([after?.x, after?.y]).toEqual([350, 230]);
      await on.page.getByRole("button", { name: "Got it" }).click();
      await expect(box()).toHaveCount(0);
      await on.shows("closed", "Saved");
    });

    test("InfoDialog goes by itself", async () => {
      await on.click("short", "result", "shown: True");
      await expect(box()).toHaveCount(0);
    });

    test("EntryDialog has the focus; Enter enters", async () => {
      await on.page.click("#entry");
      await on.page.keyboard.type("Ada");
      await on.page.keyboard.press("Enter");
      await on.shows("result", "Ada");
      await expect(box()).toHaveCount(0);
    });

    test("Dialog: two labels of one's own, and the cross", async () => {
      await on.page.click("#choice");
      await expect(box()).toContainText("Really");
      await on.page.getByRole("button", { name: "No" }).click();
      await expect(box()).toHaveCount(0);
      await on.page.click("#choice");
      await on.page.getByRole("button", { name: "Yes" }).click();
      await on.shows("result", "yes");
      await on.page.click("#choice");
      await on.page.click(".brython-dialog-close");
      await expect(box()).toHaveCount(0);
    });

    test("a menu by the mouse, and by the keyboard; a component", async () => {
      await on.page.getByRole("menuitem", { name: "File" }).click();
      await on.page.getByRole("menuitem", { name: "More" }).hover();
      await on.page.getByRole("menuitem", { name: "<one>" }).click();
      await on.shows("result", "<one>");
      await expect(on.page.getByRole("menuitem", { name: "File" })).toBeFocused();
      await on.page.keyboard.press("ArrowDown");
      await on.page.keyboard.press("ArrowRight");
      await expect(on.page.getByRole("menuitem", { name: "<one>" })).toBeFocused();
      await on.page.keyboard.press("Escape");
      await on.page.keyboard.press("Escape");
      await expect(on.page.getByRole("menuitem")).toHaveText("File");
      await expect(on.page.locator("x-hello b")).toHaveText("Hello Ada");
    });

    test("highlight", async () => {
      await on.page.click("#highlight");
      const code = on.page.locator("#code pre");
      expect(await code.textContent()).toBe('def f(x):  # "no"\n    return len("<b>")');
      await expect(code.locator(".python-keyword")).toHaveText(["def", "return"]);
      await expect(code.locator(".python-builtin")).toHaveText("len");
      await expect(code.locator(".python-string")).toHaveText('"<b>"');
      await expect(code.locator(".python-comment")).toHaveText('# "no"');
    });
  });
});
