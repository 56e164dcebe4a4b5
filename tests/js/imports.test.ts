/** js_shim/quickstart/imports.ts: which groups a script imports. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { groupsOf } from "../../js_shim/quickstart/imports";

const GROUPS = {
  asyncio: "asyncio browser.aio concurrent",
  data: "csv datetime html random",
  browser: "browser.widgets browser.template",
  others: "asyncio.streams urllib.request xml",
};

const CASES: [source: string, ...groups: string[]][] = [
  ["import asyncio", "asyncio"],
  ["import asyncio, csv as table, json", "asyncio", "data"],
  ["import asyncio.streams", "others"],
  ["from asyncio import streams", "others"],
  ["from asyncio import Queue, gather as g", "asyncio"],
  ["from browser import ajax, aio", "asyncio"],
  ["from browser import (\n  document,  # the page\n  aio,\n)", "asyncio"],
  ["from browser.widgets.dialog import InfoDialog", "browser"],
  ["from browser import document, html", ...[]],
  ["import xml.etree.ElementTree as ET", "others"],
  ["from urllib.parse import quote", ...[]],
  ["import urllib.request", "others"],
  ["  def f():\n    import random", "data"],
  ["async def f(): pass", "asyncio"],
  ["x = await f()", "asyncio"],
  ["import htmlx\nimportant = 'csv'\nfrom_ = datetime", ...[]],
  ["", ...[]],
];

for (const [source, ...groups] of CASES) {
  test(`${JSON.stringify(source)} needs [${groups}]`, () => {
    assert.deepEqual([...groupsOf(source, GROUPS)].sort(), groups.sort());
  });
}
