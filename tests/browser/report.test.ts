import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ran, tadmorHere } from "../support/cli.ts";
import { faultsOf, openPage, useBrowser } from "./browser.ts";

useBrowser();

const directory = mkdtempSync(join(tmpdir(), "tadmor-"));
const [game, white, red] = ["game.jsonl", "white.html", "red.html"].map((name) =>
  join(directory, name),
) as [string, string, string];

/** The review of one whole game, for White and for a seat. */
beforeAll(async () => {
  await must(tadmorHere("run", "--open", "1", "-o", game));
  await must(tadmorHere("report", game, "-o", white));
  await must(tadmorHere("report", game, "-o", red, "--seat", "red"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function must(command: Promise<Ran>): Promise<void> {
  const { exit, err } = await command;
  if (exit !== 0) throw new Error(err);
}

/** Of the map: which moments show, and what its controls and words say. */
const MAP = `(() => {
  const map = document.querySelector(".frames");
  const slider = map.querySelector("input");
  return {
    shown: [...map.querySelectorAll(".frame")].flatMap((one, at) => (one.hasAttribute("hidden") ? [] : [at])),
    told: [...map.querySelectorAll(".words")].flatMap((one, at) => (one.hidden ? [] : [at])),
    value: Number(slider.value),
    said: slider.getAttribute("aria-valuetext"),
    title: map.querySelector("svg.map title").textContent,
    moment: map.querySelector(".moment").textContent,
  };
})()`;

interface MapState {
  readonly shown: readonly number[];
  readonly told: readonly number[];
  readonly value: number;
  readonly said: string;
  readonly title: string;
  readonly moment: string;
}

test("the slider moves the map, by keys and by buttons, and says which turn it shows", async () => {
  const { page, errors, requests } = await openPage(white);
  const state = () => page.evaluate<MapState>(MAP);
  expect(await state()).toMatchObject({ shown: [12], told: [12], value: 12 });
  await page.evaluate(`document.querySelector(".frames input").focus()`);
  await page.keyboard.press("Home");
  expect(await state()).toMatchObject({ shown: [0], told: [0], said: "Before turn 1" });
  await page.keyboard.press("ArrowRight");
  const first = await state();
  expect(first).toMatchObject({ shown: [1], told: [1], value: 1 });
  expect(first.said).toMatch(/^Turn 1 · /);
  expect(first.title).toContain(first.said);
  expect(first.moment).toBe(first.said);
  await page.click('.frames [data-do="on"]');
  expect((await state()).shown).toEqual([2]);
  await page.click('.frames [data-do="back"]');
  expect((await state()).shown).toEqual([1]);
  expect({ errors, requests }).toEqual({ errors: [], requests: [] });
});

test("with the keyboard alone everything can be reached, and what has the focus is seen", async () => {
  const { page } = await openPage(white);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.className")).toBe("skip");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("content");
  const reached = new Set<string>();
  for (let step = 0; step < 400 && !reached.has("BODY"); step++) {
    await page.keyboard.press("Tab");
    const [name, outline] = await page.evaluate<[string, string]>(
      `[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]`,
    );
    reached.add(name);
    if (name !== "BODY") expect(outline, `${name} has the focus`).not.toBe("none");
  }
  expect([...reached]).toEqual(expect.arrayContaining(["BUTTON", "INPUT", "SUMMARY"]));
});

test("a battle opens its why, by a click and by the keyboard", async () => {
  const { page } = await openPage(white);
  const why = `document.querySelector("#battles details")`;
  const isOpen = () => page.evaluate(`${why}.open`);
  expect(await isOpen()).toBe(false);
  await page.click("#battles details > summary");
  expect(await page.evaluate(`${why}.querySelector(".folded").checkVisibility()`)).toBe(true);
  expect(await page.evaluate(`${why}.textContent`)).toMatch(/odds/i);
  expect(await isOpen()).toBe(true);
  await page.keyboard.press("Enter");
  expect(await isOpen()).toBe(false);
});

test.each(["light", "dark"])("axe finds no serious fault when the system is %s", async (scheme) => {
  const { page } = await openPage(white, { colorScheme: scheme });
  await page.evaluate(`document.querySelectorAll("details").forEach((one) => (one.open = true))`);
  expect(await faultsOf(page)).toEqual([]);
});

test("a seat's document has no serious fault either, and no error", async () => {
  const { page, errors, requests } = await openPage(red);
  expect(await faultsOf(page)).toEqual([]);
  expect({ errors, requests }).toEqual({ errors: [], requests: [] });
});

test("the page's own policy lets its script run, and no other", async () => {
  const { page, errors } = await openPage(white, { bypassCSP: false });
  expect(await page.evaluate(`document.querySelector(".controls").hidden`)).toBe(false);
  expect(errors).toEqual([]);
  await page.evaluate(
    `{ const one = document.createElement("script"); one.textContent = "window.ran = 1"; document.body.append(one); }`,
  );
  expect(await page.evaluate("window.ran ?? 0")).toBe(0);
  expect(errors.join()).toContain("Content Security Policy");
});

test("without scripts the last turn's map and all tables show, and no dead button", async () => {
  const { page } = await openPage(white, { javaScriptEnabled: false });
  // Nothing of the page runs; the driver may still look.
  expect(await page.evaluate<MapState>(MAP)).toMatchObject({ shown: [12], told: [12] });
  expect(await page.evaluate(`document.querySelector(".controls").checkVisibility()`)).toBe(false);
});

const A4_COLUMN = { width: 680, height: 960 };
/** What reaches beyond the column, or scrolls inside itself, and so would be cut on paper. */
const CUT = `[...document.querySelectorAll("main *")].flatMap((one) => {
  const { right, width } = one.getBoundingClientRect();
  const isCut = width > 0 && !one.closest("svg") && (right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && getComputedStyle(one).display !== "inline");
  return isCut ? [one.tagName + "#" + one.id + " " + one.textContent.slice(0, 40)] : [];
})`;

/** Ticks every part for paper, and the folds. */
const ALL_ON_PAPER = `for (const tick of document.querySelectorAll("nav input:not(:checked)")) tick.click()`;

test("sheets for the table, and what is folded, go on paper only when they are ticked", async () => {
  const { page } = await openPage(white, { viewport: A4_COLUMN });
  const printed = async (selector: string) => {
    await page.emulateMedia({ media: "print" });
    const script = `document.querySelector(${JSON.stringify(selector)}).checkVisibility()`;
    const isPrinted = await page.evaluate<boolean>(script);
    await page.emulateMedia({ media: "screen" });
    return isPrinted;
  };
  expect(await printed("#battles")).toBe(true);
  expect(await printed("#orders")).toBe(false);
  await page.evaluate(`document.querySelector('[data-print="orders"]').click()`);
  await page.evaluate(`document.querySelector('[data-print="battles"]').click()`);
  expect(await printed("#orders")).toBe(true);
  expect(await printed("#battles")).toBe(false);
});

test("on A4 nothing is cut, everything that was ticked is open and the controls are gone", async () => {
  const { page } = await openPage(white, { viewport: A4_COLUMN });
  await page.evaluate(ALL_ON_PAPER);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
  expect(await page.evaluate(CUT)).toEqual([]);
  expect(await page.evaluate(`document.querySelectorAll("details:not([open])").length`)).toBe(0);
  expect(await page.evaluate(`document.querySelector(".controls").checkVisibility()`)).toBe(false);
  await page.evaluate(`dispatchEvent(new Event("afterprint"))`);
  expect(await page.evaluate(`document.querySelectorAll("#timeline details[open]").length`)).toBe(
    0,
  );
});

test("it prints on A4 pages", async () => {
  const { page } = await openPage(white);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(3);
  expect(pdf.toString("latin1")).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
});

test.each([320, 390])(
  "on a screen of %i pixels the page itself does not scroll sideways",
  async (width) => {
    const { page } = await openPage(white, { viewport: { width, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  },
);
