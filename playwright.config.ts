/** tests/pages: whole pages on the built dist/, in the system's Chromium. */

import { defineConfig } from "@playwright/test";

const PYTHON = ".venv/bin/python";
const FIRST = Number(process.env.FIRST_PORT ?? 8741);
/** Of the peer (tests/peer), its other origin and its broken one, and of the examples. */
export const PORTS = { peer: FIRST, other: FIRST + 1, raw: FIRST + 2, examples: FIRST + 3 };

export default defineConfig({
  testDir: "tests/pages",
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${PORTS.peer}`,
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
  webServer: [
    {
      command: [
        `${PYTHON} -m tests.peer --port ${PORTS.peer} --other-port ${PORTS.other}`,
        `--raw-port ${PORTS.raw} --static /dist=dist --static /pages=tests/pages/site`,
        "--static /wheels=.build/guest-wheels --static /built=.build --static /npm=node_modules",
      ].join(" "),
      url: `http://localhost:${PORTS.peer}/log`,
      reuseExistingServer: false,
    },
    {
      command: `${PYTHON} -m examples.serve --port ${PORTS.examples}`,
      url: `http://localhost:${PORTS.examples}/`,
      reuseExistingServer: false,
    },
  ],
});
