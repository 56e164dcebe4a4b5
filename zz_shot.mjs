import { chromium } from "@playwright/test";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [scheme, width] of [["light", 800], ["dark", 380]]) {
  const ctx = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 640 } });
  const page = await ctx.newPage();
  page.on("console", m => m.type() === "error" && console.log(m.text()));
  const go = async (name, f) => { await page.goto(`http://localhost:8790/${name}.html`); await page.evaluate("pyodideBrowser.ready"); await page.waitForTimeout(600); await f?.(); await page.waitForTimeout(400); await page.screenshot({ path: `/tmp/shot_${name}_${scheme}.png` });
    const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth"); if (over > 0) console.log(name, scheme, "overflows", over); };
  await go("index");
  await go("todo", async () => { for (const t of ["Buy milk", "Call Ada about the engine and the cards it wants", "Water the plants"]) { await page.getByLabel("New").fill(t); await page.keyboard.press("Enter"); await page.waitForTimeout(200);} await page.locator("input[type=checkbox]").first().click(); });
  await go("login", async () => { await page.getByLabel("Name").fill("ada"); await page.getByLabel("Password").fill("x"); await page.keyboard.press("Enter"); });
  await go("upload_preview", async () => { await page.getByLabel("Picture").setInputFiles("docs/demo.png"); await page.waitForTimeout(500); await page.getByRole("button", {name:"Send"}).click(); });
  await go("log", async () => { await page.waitForTimeout(3000); });
  await go("drop", async () => { await page.getByLabel("choose them").setInputFiles(["docs/demo.png", "README.md", "LICENSE"]); });
  await go("calculator", async () => { await page.keyboard.type("12.5*(3+4"); });
  await go("table", async () => { await page.getByRole("button", {name:"Mass"}).click(); });
  await go("chat", async () => { await page.getByLabel("Name").fill("Ada"); await page.locator("#text").fill("Hello!"); await page.keyboard.press("Enter"); });
  await go("primes", async () => { await page.getByRole("button", {name:"Count"}).click(); await page.waitForTimeout(500); });
  await go("two_scripts", async () => { await page.getByLabel("Expense").fill("Train"); await page.getByLabel("Amount").fill("12.50"); await page.keyboard.press("Enter"); });
  if (scheme === "light") {
    await page.goto("http://localhost:8790/index.html"); await page.evaluate("pyodideBrowser.ready");
    page.on("console", m => console.log("C", m.text()));
    await page.evaluate(() => { const s = document.createElement("script"); s.type = "text/python"; s.id="probe"; s.textContent = `
from browser import document, html, window
d = html.DIV(Class="a b c"); d.style.clear = "both"
print(repr(d.style.clear), repr(d.style.columnCount))
d.classList.remove("a", "b"); print(d.className, "c" in d.classList, len(d.classList), d.classList.index("c"))
a = window.Array.new(); a.append(1); a.extend([2, 3]); a.remove(2); a.reverse(); print(a, a.pop(), a.count(1), a.index(1)); a.clear(); print(a)
s = html.SELECT(html.OPTION(str(i)) for i in range(3)); s.options.pop(); s.options.append(html.OPTION("x")); s.options.remove(s.options[0]); print([o.text for o in s.options])
`; document.body.append(s); });
    await page.waitForTimeout(1500);
  }
  await ctx.close();
}
await browser.close();
