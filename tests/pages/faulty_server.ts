/** A server of dist/ and of tests/pages/site whose responses can be broken, file by file. */

import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { basename, extname, join } from "node:path";
import { test as base } from "./helpers";

const ROOT = join(import.meta.dirname, "..", "..");
const FOLDERS = { "/dist/": join(ROOT, "dist"), "/pages/": join(ROOT, "tests", "pages", "site") };
const HTML = "<!doctype html><title>Welcome</title>";
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Sends a broken response instead of `content`. */
type Fault = (response: ServerResponse, content: Buffer, type: string) => void;

function send(
  response: ServerResponse,
  content: Buffer | string,
  type: string,
  status = 200,
  cacheControl = "no-store",
) {
  response.writeHead(status, { "content-type": type, "cache-control": cacheControl }).end(content);
}

function sendHalf(response: ServerResponse, content: Buffer, type: string): void {
  response.writeHead(200, { "content-type": type, "content-length": content.length });
  response.write(content.subarray(0, content.length / 2));
}

export const FAULTS = {
  "is missing": (response) => send(response, "nothing here", "text/plain", 404),
  "is an error of the server": (response) => send(response, "sorry", "text/plain", 500),
  "is out of reach": (response) => void response.destroy(),
  "breaks off half way": (response, content, type) => {
    sendHalf(response, content, type);
    setTimeout(() => response.destroy(), 50);
  },
  "is cut short": (response, content, type) =>
    send(response, content.subarray(0, content.length / 2), type),
  "is empty": (response, _content, type) => send(response, "", type),
  "is an HTML page": (response) => send(response, HTML, "text/html"),
  "has a wrong MIME type": (response, content) => send(response, content, "text/plain"),
  "never arrives": () => {},
  "stalls half way": sendHalf,
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

export class FaultyServer {
  /** "METHOD name" of each request, in order. */
  readonly requests: string[] = [];
  /** Contents by name, instead of those of dist/, or in addition to them. */
  readonly replaced = new Map<string, Buffer>();
  /** Cache-Control of the files whose URLs have an id. */
  cacheControl = "no-store";
  private readonly faults = new Map<string, { fault: Fault; times: number }>();
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => this.respond(request, response));

  async start(): Promise<void> {
    this.server.on("connection", (socket) => {
      this.sockets.add(socket);
      socket.on("close", () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => this.server.listen(0, resolve));
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  url(page: string): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/pages/${page}.html`;
  }

  /** Breaks the next `times` responses for the file with this name. */
  break(file: string, fault: FaultName, times = Number.POSITIVE_INFINITY): void {
    this.faults.set(file, { fault: FAULTS[fault], times });
  }

  /** How often the file was requested. */
  count(file: string): number {
    return this.requests.filter((request) => request === `GET ${file}`).length;
  }

  private respond(request: IncomingMessage, response: ServerResponse): void {
    const { pathname: path, search } = new URL(request.url as string, "http://localhost");
    const [prefix, folder] =
      Object.entries(FOLDERS).find(([start]) => path.startsWith(start)) ?? [];
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const name = basename(path);
    this.requests.push(`${request.method} ${name}`);
    const file = join(folder ?? ROOT, path.slice(prefix?.length));
    const broken = this.faults.get(name);
    const read = () => this.replaced.get(name) ?? readFileSync(file);
    if (!folder || !(this.replaced.has(name) || existsSync(file))) {
      send(response, "", "text/plain", 404);
    } else if (broken?.times && request.method === "GET") {
      broken.times--;
      broken.fault(response, read(), type);
    } else {
      send(response, read(), type, 200, search ? this.cacheControl : "no-store");
    }
  }
}

/** A test with a server of its own. */
export const test = base.extend<{ server: FaultyServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's properties
  server: async ({}, use) => {
    const server = new FaultyServer();
    await server.start();
    await use(server);
    server.stop();
  },
});
