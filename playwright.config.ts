/** tests/pages: whole pages on the built dist/, in the system's Chromium. */

import { defineConfig } from "@playwright/test";

const PYTHON = ".venv/bin/python";
const SERVE = "pyodide-browser serve --no-reload";
const FIRST = Number(process.env.FIRST_PORT ?? 8741);
/** The test server (tests/server), its other origin, its broken one; the examples; the notes. */
export const PORTS = {
  server: FIRST,
  other: FIRST + 1,
  raw: FIRST + 2,
  examples: FIRST + 3,
  notes: FIRST + 4,
};

/** Chromium starts two processes for each page for the first two: its address bar's suggestions. The
 * others are Playwright's own, which this list replaces. */
const DISABLED_FEATURES = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "BlockOriginHeaderModificationOnRedirect",
  "BoundaryEventDispatchTracksNodeRemoval",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "MediaRouter",
  "OptimizationHints",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "Translate",
];

const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    // Pages live for seconds: optimized WebAssembly costs more time than it saves. The tests of
    // pytest run with it.
    "--js-flags=--liftoff-only",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--disable-features=${DISABLED_FEATURES.join()}`,
    "--disable-dev-shm-usage",
    // Recorded responses are found by their URLs, which must not depend on the port.
    `--host-resolver-rules=MAP notes.test:80 localhost:${PORTS.notes}`,
  ],
};

export default defineConfig({
  projects: [
    { name: "pages", testDir: "tests/pages" },
    {
      name: "guide",
      testDir: "examples/testing",
      use: { baseURL: "http://notes.test" },
    },
  ],
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${PORTS.server}`,
    trace: "off",
    launchOptions,
  },
  webServer: [
    {
      command: [
        `${PYTHON} -m tests.server --port ${PORTS.server} --other-port ${PORTS.other}`,
        `--raw-port ${PORTS.raw} --static /dist=dist --static /pages=tests/pages/site`,
        "--static /wheels=.build/guest-wheels --static /built=.build --static /npm=node_modules",
      ].join(" "),
      url: `http://localhost:${PORTS.server}/log`,
      reuseExistingServer: false,
    },
    {
      command: `.venv/bin/${SERVE} examples/pages --app examples.backend:app --port ${PORTS.examples}`,
      url: `http://localhost:${PORTS.examples}/`,
      reuseExistingServer: false,
    },
    {
      command: `../../.venv/bin/${SERVE} app --app backend:app --port ${PORTS.notes}`,
      cwd: "examples/testing",
      url: `http://localhost:${PORTS.notes}/`,
      reuseExistingServer: false,
    },
  ],
});
