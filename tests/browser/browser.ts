import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { findChromium } from "../support/need-chromium.ts";

/** The little of playwright-core that these tests use; it is installed in `tools/browser` alone. */
interface Driver {
  readonly chromium: {
    launch(options: { executablePath: string; args: string[] }): Promise<Browser>;
  };
}
interface Browser {
  newContext(options: object): Promise<{ newPage(): Promise<Page> }>;
  close(): Promise<void>;
}
interface Message {
  type(): string;
  text(): string;
}

/** A page in the browser. */
export interface Page {
  goto(url: string): Promise<unknown>;
  /** Runs an expression in the page and gives what it comes to. */
  evaluate<T>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  emulateMedia(media: object): Promise<void>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  pdf(options: object): Promise<Buffer>;
  readonly keyboard: { press(key: string): Promise<void> };
  on(event: "console", heard: (message: Message) => void): void;
  on(event: "pageerror", heard: (error: Error) => void): void;
  on(event: "request", heard: (request: { url(): string }) => void): void;
}

/** A page that was opened, and what it said and asked for. */
export interface Opened {
  readonly page: Page;
  readonly errors: readonly string[];
  /** Addresses that were asked for, the file itself left out. */
  readonly requests: readonly string[];
}

const ofDriver = createRequire(new URL("../../tools/browser/package.json", import.meta.url));

let browser: Browser | null = null;

/** One browser for a file of tests; each page has a context of its own. */
export function useBrowser(): void {
  beforeAll(async () => {
    const { chromium } = ofDriver("playwright-core") as Driver;
    const name = findChromium() ?? "";
    const executablePath = execFileSync("which", [name], { encoding: "utf8" }).trim();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());
}

/** Opens a file from disk. */
export async function openPage(file: string, options: object = {}): Promise<Opened> {
  if (browser === null) throw new Error("call useBrowser() first");
  const page = await (await browser.newContext({ ...DESKTOP, ...options })).newPage();
  const opened = { page, errors: [] as string[], requests: [] as string[] };
  page.on("console", (message) => {
    if (message.type() !== "log") opened.errors.push(message.text());
  });
  page.on("pageerror", (error) => void opened.errors.push(error.message));
  const url = pathToFileURL(file).href;
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== url) opened.requests.push(request.url());
  });
  await page.goto(url);
  return opened;
}

const DESKTOP = { viewport: { width: 1280, height: 900 }, bypassCSP: true };

/** Faults of access that axe-core calls serious or critical: its rule, and where. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${readFileSync(ofDriver.resolve("axe-core/axe.min.js"), "utf8")};0`);
  return page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map((node) => id + " at " + node.target.join(" ") + ": " + node.failureSummary)))`);
}
