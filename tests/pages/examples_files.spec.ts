/** The larger examples that send files: upload with preview, drag and drop. */

import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { PORTS } from "../../playwright.config";
import { expect, test } from "./helpers";

const EXAMPLES = `http://localhost:${PORTS.examples}`;

/** A picture of noise: a BMP file with 24 bits a pixel. */
function picture(width: number, height: number): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height);
  bytes.write("BM", "latin1");
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (let i = 54; i < bytes.length; i++) bytes[i] = (i * i * 7) % 251;
  return bytes;
}

test("upload with preview: seen before it is sent, sent with progress", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/upload_preview.html`);
  const result = page.getByRole("status");
  await expect(result).toHaveText("Choose a picture.");
  const send = page.getByRole("button", { name: "Send" });
  await expect(send).toBeDisabled();

  const choosing = page.waitForEvent("filechooser");
  await page.getByLabel("Picture").click();
  const bytes = picture(400, 300);
  await (await choosing).setFiles({
    name: "nöise <b>.bmp",
    mimeType: "image/bmp",
    buffer: bytes,
  });
  await expect(result).toHaveText(
    `nöise <b>.bmp: 400 × 300 pixels, ${bytes.length} bytes. Not sent yet.`,
  );
  const preview = page.getByRole("img", { name: "Preview of nöise <b>.bmp" });
  await expect(preview).toBeVisible();
  await expect(preview).toHaveAttribute("src", /^data:image\/bmp;base64,/);
  await expect(page.locator("#percent")).toHaveText("0%");

  // A slow line shows the progress.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 200_000,
  });
  await send.click();
  await expect(page.locator("#percent")).toHaveText(/^[1-9]\d?%$/);
  await expect(send).toBeDisabled();
  await expect(page.locator("#percent")).toHaveText("100%");
  await expect(page.locator("#bar")).toHaveJSProperty("value", 1);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await expect(result).toHaveText(
    `The server received nöise <b>.bmp as picture:\n${bytes.length} bytes of image/bmp\nsha256 ${sha256}`,
  );
  await expect(send).toBeEnabled();
  expect(said.error).toEqual([]);
});

test("upload with preview: what is no picture is not sent", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/upload_preview.html`);
  const result = page.getByRole("status");
  await expect(result).toHaveText("Choose a picture.");
  const choose = (name: string, mimeType: string) =>
    page.getByLabel("Picture").setInputFiles({ name, mimeType, buffer: Buffer.from("text") });
  await choose("notes.txt", "text/plain");
  await expect(result).toHaveText("notes.txt is no picture.");
  await choose("broken.png", "image/png");
  await expect(result).toHaveText("broken.png cannot be shown.");
  await expect(page.locator("#preview")).toBeEmpty();
  await expect(page.getByRole("button", { name: "Send" })).toBeDisabled();
  expect(said.error).toEqual([]);
});

/** Drags files from outside of the browser: moves them over the zone, drops them there. */
async function dragFiles(page: Page, files: string[], drop = true): Promise<void> {
  const box = await page.locator("#zone").boundingBox();
  if (!box) throw new Error("there is no zone");
  const [x, y] = [box.x + box.width / 2, box.y + 10];
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  const drag = (type: "dragEnter" | "dragOver" | "drop") =>
    devtools.send("Input.dispatchDragEvent", { type, x, y, data });
  await drag("dragEnter");
  await drag("dragOver");
  await expect(page.locator("#zone")).toHaveClass("zone over");
  if (drop) await drag("drop");
}

test("files dropped and chosen go out in one request", async ({ page, said }, info) => {
  const [first, second] = [info.outputPath("first <i>.txt"), info.outputPath("bytes.bin")];
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 256));
  await writeFile(first, "dropped");
  await writeFile(second, bytes);
  const types: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/upload")) types.push(request.headers()["content-type"]);
  });

  await page.goto(`${EXAMPLES}/drop.html`);
  const result = page.getByRole("status");
  await expect(result).toHaveText("Nothing to send.");
  await expect(page.getByRole("button", { name: "Send" })).toBeDisabled();
  await dragFiles(page, [first, second]);
  await expect(page.locator("#zone")).toHaveClass("zone");
  await expect(result).toHaveText("2 to send, 5007 bytes");
  const lines = page.getByRole("listitem");
  await expect(lines).toHaveText(["first <i>.txt7 bytesRemove", "bytes.bin5000 bytesRemove"]);

  const choosing = page.waitForEvent("filechooser");
  await page.getByText("choose them").click();
  await (await choosing).setFiles([
    { name: "chosen.txt", mimeType: "text/plain", buffer: Buffer.from("chosen by hand") },
    { name: "too much.txt", mimeType: "text/plain", buffer: Buffer.from("no") },
  ]);
  await expect(lines).toHaveCount(4);
  await page.getByRole("button", { name: "Remove too much.txt" }).click();
  await expect(result).toHaveText("3 to send, 5021 bytes");

  await page.getByLabel("Comment").fill("grüße & <b>");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(result).toHaveText(
    "The server received\nfirst <i>.txt: 7 bytes\nbytes.bin: 5000 bytes\n" +
      "chosen.txt: 14 bytes\nand the comment “grüße & <b>”.",
  );
  await expect(lines).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Send" })).toBeDisabled();
  expect(types).toHaveLength(1);
  expect(types[0]).toMatch(/^multipart\/form-data; boundary=/);
  expect(said.error).toEqual([]);
});

test("files dragged away again are not taken", async ({ page, said }, info) => {
  const file = info.outputPath("stays.txt");
  await writeFile(file, "here");
  await page.goto(`${EXAMPLES}/drop.html`);
  await expect(page.getByRole("status")).toHaveText("Nothing to send.");
  await dragFiles(page, [file], false);
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  await devtools.send("Input.dispatchDragEvent", { type: "dragOver", x: 5, y: 5, data });
  await expect(page.locator("#zone")).toHaveClass("zone");
  await devtools.send("Input.dispatchDragEvent", { type: "dragCancel", x: 5, y: 5, data });
  await expect(page.getByRole("listitem")).toHaveCount(0);

  await dragFiles(page, [file]);
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Remove all" }).click();
  await expect(page.getByRole("status")).toHaveText("Nothing to send.");
  expect(said.error).toEqual([]);
});
