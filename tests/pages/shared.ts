/** One page for all tests of a topic: as it is, and once more under a strict policy. */

import type { BrowserContext, Page } from "@playwright/test";
import { type Console, expect, listen, ready, test } from "./helpers";

/** The page is opened before the first test and used by all; each has elements of its own. */
export class Shared {
  page!: Page;
  said!: Console;

  constructor(
    private readonly path: string,
    readonly strict: boolean,
  ) {}

  async open(context: BrowserContext): Promise<void> {
    this.page = await context.newPage();
    this.said = listen(this.page);
    await this.page.goto(`/pages/dom/${this.path}`);
    expect(await ready(this.page)).toEqual({ errors: [] });
    if (this.strict) this.said.error.splice(0); // the browser's own on what it refused meanwhile
  }

  /** The text of the element with this id is this, now or soon. */
  async shows(id: string, text: string | RegExp): Promise<void> {
    await expect(this.page.locator(`#${id}`)).toHaveText(text);
  }

  /** Clicks the button with this id, then as `shows`. */
  async click(id: string, shown = id, text?: string | RegExp): Promise<void> {
    await this.page.click(`#${id}`);
    if (text !== undefined) await this.shows(shown, text);
  }

  /** Waits for an error on the console that holds this text; takes all errors from there. */
  async error(text: string): Promise<string> {
    await expect.poll(() => this.said.error.join("\n"), { intervals: [10] }).toContain(text);
    return this.said.error.splice(0).join("\n");
  }

  /** Where HTML is made from a str: done as it is, an error that names the policy if strict. */
  async html(done: () => Promise<void>): Promise<void> {
    if (!this.strict) return done();
    const error = await this.error("HTMLNotAllowedError");
    expect(error).toContain("require-trusted-types-for 'script'");
  }
}

export function onPage(path: string, define: (on: Shared) => void): void {
  for (const strict of [false, true]) {
    test.describe(strict ? "under a strict policy with Trusted Types" : "", () => {
      const on = new Shared(path, strict);
      test.beforeAll(({ plain, strict: policed }) => on.open(strict ? policed : plain));
      test.afterEach(() => expect(on.said.error.splice(0)).toEqual([]));
      test.afterAll(() => on.page.close());
      define(on);
    });
  }
}
