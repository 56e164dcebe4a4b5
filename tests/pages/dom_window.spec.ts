/** Issue's line on `browser`: window/self/scope, dialogs, console, timer, load, run_script. */

import { expect, test } from "./helpers";
import { onPage, onPageAndUnderPolicy } from "./shared";

test.describe("window:", () => {
  onPageAndUnderPolicy("window.html?load", (on) => {
    test("window, self, scope, is_webworker", async () => {
      await on.shows("names", "True | True | True | True | False");
    });

    test("alert", async () => {
      const dialog = on.page.waitForEvent("dialog");
      const clicked = on.page.click("#alert");
      const box = await dialog;
      expect([box.type(), box.message()]).toEqual(["alert", "Saved <b>5</b>"]);
      await box.accept();
      await clicked;
      await on.shows("answer", "None");
    });

    test("confirm: True and False", async () => {
      for (const [accept, answer] of [
        [true, "True"],
        [false, "False"],
      ] as const) {
        on.page.once("dialog", (box) => (accept ? box.accept() : box.dismiss()));
        await on.click("confirm", "answer", answer);
      }
    });

    test("prompt: what was entered, the default, None when cancelled", async () => {
      on.page.once("dialog", async (box) => {
        expect([box.message(), box.defaultValue()]).toEqual(["Your name?", "nobody"]);
        await box.accept("Ada");
      });
      await on.click("prompt", "answer", "'Ada'");
      on.page.once("dialog", (box) => box.accept(box.defaultValue()));
      await on.click("prompt", "answer", "'nobody'");
      on.page.once("dialog", (box) => box.dismiss());
      await on.click("prompt", "answer", "None");
    });

    test("console, and print", async () => {
      await on.page.click("#console");
      await expect.poll(() => on.said.log).toEqual(["logged 5 [1, 2]", "printed"]);
      expect(on.said.warning).toEqual(["warned"]);
    });

    test("timer: timeouts and frames, also cancelled ones", async () => {
      // Their order depends on the machine.
      await on.click("late", "ran", /^\s*(frame:True late|late frame:True)\s*$/);
    });

    test("timer: an interval ticks until it is stopped", async () => {
      await on.click("tick", "ticks", /(tick ){4}/);
      await on.page.click("#stop");
      const ticks = await on.page.textContent("#ticks");
      await on.page.waitForTimeout(60);
      expect(await on.page.textContent("#ticks")).toBe(ticks);
    });

    test("run_script runs a module of its own, its error is a traceback", async () => {
      await on.click("run", "made", "made_here");
      expect(await on.error("ZeroDivisionError")).toContain('window.html#failing", line 1');
    });

    test("load: a JavaScript library is there afterwards, in a script's body", async () => {
      await on.shows("loaded", on.strict ? /^RuntimeError: .* put <script src="lib/ : "8");
    });

    test("load: and in a listener", async () => {
      await on.page.click("#load");
      if (!on.strict) return on.shows("made", "42");
      expect(await on.error("RuntimeError")).toContain("put <script");
    });

    test("load of a library that is not there", async () => {
      await on.page.click("#missing");
      expect(await on.error("OSError")).toContain("cannot load the JavaScript library nowhere.js");
    });
  });
});

test.describe("websocket:", () => {
  onPage("websocket.html", (on) => {
    test("open, text and bytes echoed, close", async () => {
      await on.click("connect", "state", "open | 1 | True");
      await on.page.fill("#said", "café ✓");
      await on.page.click("#send");
      await on.click("bytes", "heard", "café ✓ [1, 255]");
      await on.click("close", "state", "close | True");
    });
  });
});

test.describe("storages:", () => {
  onPage("storage.html", (on) => {
    for (const kind of ["local", "session"]) {
      test(`${kind}_storage: raw strings, a mapping, kept over a reload`, async () => {
        await on.page.fill("#value", "v\u00e9");
        await on.page.click(`.save[value=${kind}]`);
        const stored = await on.page.evaluate(
          (kind) => (kind === "local" ? localStorage : sessionStorage).getItem("k1"),
          kind,
        );
        expect(stored).toBe("v\u00e9");
        await on.page.click(`.read[value=${kind}]`);
        await on.shows(
          "read",
          "v\u00e9 | True | ['k1', 'k2'] | ['two', 'v\u00e9'] | default | 2 | two | False",
        );
        await on.page.reload();
        await on.shows(`${kind}_kept`, "v\u00e9 | 1");
        await on.click(
          kind === "local" ? "delete" : "clear",
          "read",
          kind === "local" ? "False" : "0",
        );
      });
    }

    test("object_storage: keys and values that JSON knows", async () => {
      await on.click("object", "read", "{'tune': [1, None]} | 1");
      expect(await on.page.evaluate(() => ({ ...sessionStorage }))).toEqual({
        '["do", "re"]': '{"tune": [1, null]}',
      });
    });
  });
});
