import { expect, test } from "vitest";
import { drawDocument } from "../../../src/edge/draw-document.ts";
import type { Id } from "../../../src/engine/index.ts";
import {
  formatHtml,
  formatMarkdown,
  type PlayedGame,
  reviewDocument,
  reviewForSeat,
  reviewForWhite,
} from "../../../src/reports/index.ts";
import { runOf } from "../../support/reviewed-run.ts";

/** Without the figures, which take longest and hold nothing but what their sections gave them. */
const UNDRAWN = { plots: new Map<never, string>(), symbols: new Map<string, string>() };
const SCENARIOS = ["palmyra-2016", "palmyra-2016-03", "two-fords"];

/** The documents of a game: White's, and each seat's. */
const documentsOf = (played: PlayedGame) => {
  const { seats } = played.scenario.setup;
  const commanding = Object.keys(seats).filter((seat) => seats[seat]!.role === "command");
  return [
    reviewDocument(reviewForWhite(played)),
    ...commanding.map((seat) => reviewDocument(reviewForSeat(played, seat))),
  ];
};

test.each(SCENARIOS)(
  "every document of %s prints, each anchor once, each link to an anchor",
  async (id) => {
    for (const document of documentsOf(await runOf(id))) {
      const html = formatHtml(document, UNDRAWN);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one!);
      const anchors = new Set(ids);
      expect(ids.filter((one) => !anchors.delete(one))).toEqual([]);
      const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, one]) => one!);
      const known = new Set(ids);
      expect(links.filter((one) => !known.has(one) && !one.startsWith("sidc-"))).toEqual([]);
      expect(html).not.toMatch(/undefined|NaN|\[object/);
      expect(formatMarkdown(document)).not.toMatch(/undefined|NaN|\[object/);
    }
  },
);

test.each(SCENARIOS)("a game of %s of which no turn was played has documents too", async (id) => {
  const played = { ...(await runOf(id)), turns: [] };
  for (const document of documentsOf(played)) {
    const html = formatHtml(document, UNDRAWN);
    expect(html).toContain("No turn has been played yet.");
  }
});

const HOSTILE = `<img src=x onerror=alert(1)>"'&</text></svg><script>`;
const HARMLESS = HOSTILE.replaceAll(/[<>"'&]/g, "x");

/** Every text for people in the data with something behind it; ids and keys stay. */
function renamed<T>(data: T, by: string): T {
  const walk = (part: unknown, key: string): unknown => {
    if (typeof part === "string") {
      if (key === "label" || key === "letter") return by.slice(0, 1);
      return ["name", "title", "text", "adjective", "brief", "because", "reason"].includes(key)
        ? `${part}${by}`
        : part;
    }
    if (Array.isArray(part)) return part.map((one) => walk(one, ""));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([inner, one]) => [inner, walk(one, inner)]),
    );
  };
  return walk(data, "") as T;
}

test("whatever names and texts hold, no tag of theirs comes into a document", async () => {
  const whole = await runOf("palmyra-2016");
  const played = { ...whole, turns: whole.turns.slice(0, 3) };
  const tagsOf = (by: string) => {
    const { scenario, header, turns } = played;
    const { setup, file } = scenario;
    const named = {
      ...played,
      header: { ...header, title: by, seed: by },
      scenario: {
        ...scenario,
        setup: renamed(setup, by),
        file: { ...file, record: renamed(file.record, by) },
      },
      turns: turns.map((turn) => ({ ...turn, events: renamed(turn.events, by) })),
    };
    const pages = documentsOf(named).map((document) => formatHtml(document, UNDRAWN));
    return pages.map((html) =>
      [...html.matchAll(/<[a-z!/][a-z0-9]*/gi)].map(([tag]) => tag).join(" "),
    );
  };
  expect(tagsOf(HOSTILE)).toEqual(tagsOf(HARMLESS));
});

test("the figures of a document bring no anchor twice, and every symbol it uses", async () => {
  const document = reviewDocument(reviewForWhite(await runOf("palmyra-2016")));
  const html = formatHtml(document, await drawDocument(document));
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one);
  expect(ids.length).toBe(new Set(ids).size);
  const used = [...html.matchAll(/href="#(sidc-\d+)"/g)].map(([, one]) => one);
  expect(ids).toEqual(expect.arrayContaining([...new Set(used)]));
});

test("the same game gives the same bytes, whatever was printed before", async () => {
  const print = async (id: Id) => {
    const document = reviewDocument(reviewForWhite(await runOf(id)));
    return formatHtml(document, await drawDocument(document));
  };
  const first = await print("two-fords");
  await print("palmyra-2016");
  expect(await print("two-fords")).toBe(first);
});
