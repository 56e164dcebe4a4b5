/** The pages, scripts and tests in README.md and docs/ run unchanged. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { runInThisContext } from "node:vm";
import type { Page } from "@playwright/test";
import { transformSync } from "esbuild";
import { PORTS } from "../../playwright.config";
import { test as base, expect, ready, START } from "./helpers";

const DOCS = readdirSync("docs", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);
const PAGE_SCRIPT = /src="pyodide-browser\.js"/;
const OTHER = `http://127.0.0.1:${PORTS.other}`;

/** All tests share a context, with its caches. */
const test = base.extend({
  page: async ({ plain }, use) => {
    const page = await plain.newPage();
    await use(page);
    await page.close();
  },
});

/** The code of a file's blocks in a language. */
function fences(file: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "gms");
  return [...readFileSync(file, "utf8").matchAll(fence)].map(([, code]) => code as string);
}

/** The name of a page, beside the bundle. */
async function serve(page: Page, html: string, url = "/dist/hello.html"): Promise<void> {
  await page.route(`**${url}*`, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.route("**/api/hello*", (route) => route.fulfill({ body: "Hello, Ada" }));
}

/** The checks of each page, by file and number of the block. */
const THEN: Record<string, (page: Page) => Promise<void>> = {
  "README.md 1": (page) => expect(page.locator("body")).toHaveText("Hello, Ada"),
  "docs/start.md 1": async (page) => {
    await page.click("#ask");
    await expect(page.locator("#answer")).toHaveText(/^200, \d\d\d characters$/);
  },
  "docs/moving.md 1": (page) =>
    expect(page.locator("#result")).toContainText('"form":[["x","0"],["y","1"]]'),
  "docs/page.md 2": (page) => expect(page.locator("#result")).toHaveText("9 27"),
  "docs/csp.md 1": (page) => expect(page.locator("p")).toHaveText("GET"),
  "docs/trace.md 2": (page) =>
    expect(page.locator("#requests li")).toHaveText(
      /^GET \/api\/echo\?q=a&\d+: load 200, \d+ ms, hello.html#main:2$/,
    ),
  "docs/reference/worker.md 1": (page) => expect(page.locator("#sum")).toHaveText("499999500000"),
};

test.describe("pages", () => {
  const seen = new Set<string>();
  for (const file of ["README.md", ...DOCS]) {
    fences(file, "html").forEach((html, index) => {
      const name = `${file} ${index + 1}`;
      if (!PAGE_SCRIPT.test(html) || html.includes("integrity=") || seen.has(html)) return;
      seen.add(html);
      test(name, async ({ page, said }) => {
        await serve(page, html);
        await page.goto("/dist/hello.html");
        expect(await ready(page)).toEqual({ errors: [] });
        await THEN[name]?.(page);
        expect(said.error).toEqual([]);
      });
    });
  }
});

test.describe("scripts of a host of one's own", () => {
  for (const [index, code] of fences("docs/hosts.md", "js").entries()) {
    test(`docs/hosts.md ${index + 1}`, async ({ page, said }) => {
      const whole = `${code}\nglobalThis.ended = pyodide.runPython("import browser; 'ended'");`;
      await serve(page, `<script type="module">${whole}</script>`, "/host.html");
      await page.goto("/host.html");
      await expect.poll(() => page.evaluate("globalThis.ended")).toBe("ended");
      expect(said.error).toEqual([]);
    });
  }
});

test("PyScript's, in start.md and hosts.md", async ({ page, said }) => {
  const interpreter = `"interpreter": "/built/test-pyodide/pyodide.mjs", "packages"`;
  const html = [...fences("docs/start.md", "html"), ...fences("docs/hosts.md", "html")]
    .filter((code) => code.includes('type="py"'))
    .join("")
    .replaceAll('"packages"', interpreter);
  const core = '<script type="module" src="/npm/@pyscript/core/dist/core.js"></script>';
  await serve(page, `<!doctype html>${core}<body>${html}</body>`, "/hello.html");
  const main = 'from browser import ajax, document\ndocument.body.attrs["main"] = "has run"';
  await page.route("**/main.py", (route) => route.fulfill({ body: main }));
  await page.goto("/hello.html");
  await expect(page.locator("body")).toContainText("Hello, Ada", { timeout: 40_000 });
  await expect(page.locator("body")).toHaveAttribute("main", "has run");
  expect(said.error).toEqual([]);
});

for (const file of ["docs/start.md", "docs/testing-playwright.md"]) {
  test.describe(`tests in ${file}`, () => {
    test.beforeEach(({ page }) =>
      serve(page, fences(file, "html")[0]?.replace('src="', 'src="/dist/') ?? "", "/hello.html"),
    );
    for (const code of fences(file, "ts")) {
      const { code: js } = transformSync(code, { loader: "ts" });
      const body = `(test, expect) => {\n${js.replace(/^import .*$/gm, "")}}`;
      runInThisContext(body, { filename: resolve(file) })(test, expect);
    }
  });
}

test.describe("docs/hosting.md", () => {
  const [onAnotherOrigin = "", withHash = ""] = fences("docs/hosting.md", "html");
  const command = /^ {4}(openssl .*)$/m.exec(readFileSync("docs/hosting.md", "utf8"))?.[1] ?? "";
  const python = '<script type="text/python">print("hello")</script>';

  test("a page script with the right hash runs", async ({ page, said }) => {
    const hash = execFileSync("sh", ["-c", command], { encoding: "utf8" });
    await serve(page, withHash.replace("…", hash) + python);
    await page.goto("/dist/hello.html");
    expect(await ready(page)).toEqual({ errors: [] });
    expect(said.log).toEqual(["hello"]);
  });

  test("one with another hash does not", async ({ page, said }) => {
    const hash = Buffer.alloc(48).toString("base64");
    await serve(page, withHash.replace("…", hash) + python);
    await page.goto("/dist/hello.html");
    expect(await page.evaluate("typeof pyodideBrowser")).toBe("undefined");
    expect(said.error.join()).toContain("integrity");
  });

  test("the bundle may lie on another origin", async ({ page, said }) => {
    const html = onAnotherOrigin.replace("https://cdn.example/0.1.0", `${OTHER}/dist`) + python;
    // Not `page.route`: such a page is not local, and needs a permission for local requests.
    await page.goto("/text?type=text/html");
    await page.setContent(html);
    expect(await ready(page)).toEqual({ errors: [] });
    expect(await page.evaluate("pyodideBrowser.start")).toBe(START);
    expect([said.log, said.error]).toEqual([["hello"], []]);
  });
});
