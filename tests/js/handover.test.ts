/** js_shim/offline/handover.ts: the page that waits until the next build has taken over. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { handoverPage } from "../../js_shim/offline/handover";

/** Runs the script of the page. Returns the number of reloads so far. */
async function run(registration: object | undefined): Promise<() => number> {
  const [, script] = (await handoverPage().text()).match(/<script>(.*)<\/script>/s) ?? [];
  let reloads = 0;
  const serviceWorker = { getRegistration: async () => registration };
  const location = { reload: () => reloads++ };
  await new Function("navigator", "location", `return ${script}`)({ serviceWorker }, location);
  return () => reloads;
}

/** A ServiceWorker that changes its state. */
class Worker extends EventTarget {
  constructor(public state: string) {
    super();
  }

  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

test("the page reloads once, when the worker that waited is activated", async () => {
  const waiting = new Worker("installed");
  const reloads = await run({ waiting, active: new Worker("activated") });
  waiting.become("activating");
  assert.equal(reloads(), 0);
  waiting.become("activated");
  assert.equal(reloads(), 1);
});

test("the page reloads if the worker that waited cannot be activated", async () => {
  const waiting = new Worker("installed");
  const reloads = await run({ waiting, active: new Worker("activated") });
  waiting.become("redundant");
  assert.equal(reloads(), 1);
});

test("the page waits for a worker that is about to be activated", async () => {
  const active = new Worker("activating");
  const reloads = await run({ waiting: null, active });
  assert.equal(reloads(), 0);
  active.become("activated");
  assert.equal(reloads(), 1);
});

test("the page reloads at once if no worker waits", async () => {
  const reloads = [
    await run({ waiting: null, active: new Worker("activated") }),
    await run(undefined),
  ];
  assert.deepEqual([reloads[0]?.(), reloads[1]?.()], [1, 1]);
});

test("the page requests no icon, and reloads without its script, too", async () => {
  const page = handoverPage();
  assert.equal(page.headers.get("refresh"), "10");
  assert.match(await page.text(), /<link rel="icon" href="data:,">/);
});
