/** One page for all tests of a topic. */

import type { BrowserContext, Page } from "@playwright/test";
import { type Console, expect, listen, ready, test } from "./helpers";

/** All tests use the same page; each has its own elements. */
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

  /** Waits until the element with this id has this text. */
  async shows(id: string, text: string | RegExp): Promise<void> {
    await expect(this.page.locator(`#${id}`)).toHaveText(text);
  }

  /** Clicks the button with this id, then as `shows`. */
  async click(id: string, shown = id, text?: string | RegExp): Promise<void> {
    await this.page.click(`#${id}`);
    if (text !== undefined) await this.shows(shown, text);
  }

  /** Waits for an error on the console with this text. Removes all errors from the list. */
  async error(text: string): Promise<string> {
    await expect.poll(() => this.said.error.join("\n"), { intervals: [10] }).toContain(text);
    return this.said.error.splice(0).join("\n");
  }

  /** HTML from a str: works, or raises an error that names the strict policy. */
  async html(done: () => Promise<void>): Promise<void> {
    if (!this.strict) return done();
    const error = await this.error("HTMLNotAllowedError");
    expect(error).toContain("require-trusted-types-for 'script'");
  }
}

/** Runs the tests on the page as it is. */
export function onPage(path: string, define: (on: Shared) => void): void {
  defineOn(path, false, define);
}

/** Runs the tests twice: the second time under a strict policy with Trusted Types.
 *
 * For pages that do what such a policy restricts: HTML from a str, style attributes, inline
 * handlers, scripts that Python adds. Nothing else of a page depends on it. */
export function onPageAndUnderPolicy(path: string, define: (on: Shared) => void): void {
  for (const strict of [false, true]) defineOn(path, strict, define);
}

function defineOn(path: string, strict: boolean, define: (on: Shared) => void): void {
  test.describe(strict ? "under a strict policy with Trusted Types" : "", () => {
    const on = new Shared(path, strict);
    test.beforeAll(({ plain, strict: policed }) => on.open(strict ? policed : plain));
    test.afterEach(() => expect(on.said.error.splice(0)).toEqual([]));
    test.afterAll(() => on.page.close());
    define(on);
  });
}
