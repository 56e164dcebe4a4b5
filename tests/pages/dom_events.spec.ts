/** Issue's line on `browser`: DOMEvent, bind; events that a person causes. */

import { expect, test } from "./helpers";
import { onPage } from "./shared";

test.describe("events:", () => {
  onPage("events.html", (on) => {
    test("bind in order, events, unbind of one and of all", async () => {
      await on.shows("counted", "['first', 'second']");
      await on.click("target", "heard", "first second");
      await on.page.click("#one_off");
      await on.click("target", "heard", "first second second");
      await on.click("all_off", "counted", "[]");
      await on.click("target", "heard", "first second second");
    });

    test("DOMEvent: target, currentTarget, type, x, ctrlKey", async () => {
      await on.page.click("#inside", { modifiers: ["Control"] });
      await on.shows("event", "True | click | inside | outer | True | True");
    });

    test("DOMEvent: stopPropagation and preventDefault", async () => {
      await on.click("stopping", "event", "stopped");
      await on.click("away", "event", "stayed | True");
      expect(new URL(on.page.url()).pathname).toBe("/pages/dom/events.html");
    });

    test("DOMEvent: key and char of what is typed", async () => {
      await on.page.focus("#keys");
      await on.page.keyboard.press("a");
      await on.page.keyboard.press("Shift+B");
      await on.page.keyboard.press("ArrowLeft");
      await on.shows("pressed", "a Shift+shift B+shift ArrowLeft");
      await on.shows("typed", "a B");
    });

    test("bind's options: once", async () => {
      await on.click("once", "heard_once", "once");
      await on.click("once", "heard_once", "once");
    });

    test("@bind takes a selector, a node, an iterable; @node.bind", async () => {
      for (const id of ["m1", "m2", "single", "listed", "method"]) await on.page.click(`#${id}`);
      await on.shows("which", "one two single listed method");
    });

    test("trigger, dispatchEvent of a CustomEvent and of a DOMEvent", async () => {
      await on.click("fire", "fired", "click Python plain");
    });

    test("drag and drop by a pointer: ev.data", async () => {
      await on.page.dragAndDrop("#dragged", "#basket");
      await expect(on.page.locator("#basket > #dragged")).toHaveText("drag me");
    });

    test("svgX, svgY in the drawing's coordinates", async () => {
      await on.page.click("#drawing", { position: { x: 30, y: 40 } });
      await on.shows("drawn", "60 | 80");
    });

    test("an error in a listener is a traceback, the other listeners run", async () => {
      await on.click("fails", "heard_after", "after");
      const error = await on.error("ValueError: in a listener");
      expect(error).toContain("in fails\n");
      expect(error).not.toContain("_js.py");
    });

    test("an async listener", async () => {
      await on.click("waits", "waited", "before after");
    });

    test("bind on window: resize", async () => {
      await on.page.setViewportSize({ width: 777, height: 600 });
      await on.shows("size", "777");
    });
  });
});
