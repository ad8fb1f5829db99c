import { describe, expect, it } from "vitest";
import { helpFor } from "../../src/ui/chrome/about.ts";
import { footerHints, hintsOf } from "../../src/ui/chrome/hints.ts";
import { frame } from "../../src/ui/frame.ts";
import { key } from "../../src/ui/key.ts";
import { press } from "../../src/ui/press.ts";
import { type Mode, OPEN_HELP, type Screen, type State } from "../../src/ui/state.ts";
import { plainOf } from "../../src/ui/text/span.ts";
import { sitDown } from "./player.ts";
import { smallPorts } from "./table-ports.ts";

const WITH_WHITE = ["n", "right", "right", "right", "enter"];

/**
 * Keys from the title to a screen of each kind; a new kind without an entry does not compile. Null
 * where the small scenario has no way to it.
 */
const TO_SCREEN: Readonly<Record<Screen["kind"], readonly string[] | null>> = {
  title: [],
  seating: ["n"],
  saves: ["s"],
  page: ["r"],
  timeline: ["h"],
  branches: null,
  compare: null,
  ask: ["n", "enter", "enter", "A"],
  desk: [...WITH_WHITE, "w", "enter"],
  projector: [...WITH_WHITE, ":", ..."room", "enter"],
  handover: ["n", "right", "right", "enter"],
  playback: ["n", "enter", "enter", ":", ..."hammer assault tower", "enter", "e", "enter"],
  report: ["n", "enter", "enter", "e", "enter"],
  why: [
    ..."n",
    "enter",
    "enter",
    ":",
    ..."hammer assault tower",
    "enter",
    "e",
    "enter",
    "enter",
    "enter",
  ],
  ready: null,
  sent: null,
  end: ["n", "enter", "enter", ...Array.from({ length: 6 }, () => ["e", "enter", "o"]).flat()],
  command: ["n", "enter", "enter"],
  situation: ["n", "enter", "enter", "s"],
};

/** Keys from the map to each of its menus. */
const TO_MODE: Readonly<Record<Mode["kind"], readonly string[] | null>> = {
  browse: [],
  verbs: ["enter"],
  targets: ["enter", "a"],
  sorties: null,
  count: null,
  seal: ["e"],
};

const PLACES = [
  ...Object.entries(TO_SCREEN),
  ...Object.entries(TO_MODE).map(
    ([mode, keys]) =>
      [mode, keys === null ? null : [...(TO_SCREEN.command ?? []), ...keys]] as const,
  ),
].filter((entry): entry is [string, readonly string[]] => entry[1] !== null);

async function stateAt(keys: readonly string[]): Promise<State> {
  const player = sitDown(smallPorts());
  await player.press(...keys);
  return player.driver.state();
}

const bodyOf = (state: State, rows = 24) =>
  frame(state, { columns: 80, rows }).map((row) => plainOf(row).trimEnd());

describe.each(PLACES)("on the screen or in the menu %s", (name, keys) => {
  it("the footer names keys and help in 80 columns, and help says what the screen is for", async () => {
    const state = await stateAt(keys);
    const { screen } = state;
    const shown = screen.kind === "command" ? [screen.kind, screen.mode.kind] : [screen.kind];
    expect(shown).toContain(name);
    const hints = footerHints(hintsOf(state), 80);
    expect(hints.length).toBeGreaterThan(1);
    expect(bodyOf(state).at(-1)).toContain("? help");
    const { title, about } = helpFor(screen);
    expect(title.length * about.length).toBeGreaterThan(0);
    const help = { ...state, over: OPEN_HELP };
    expect(bodyOf(help).join("\n")).toContain(`Help · ${title}`);
  });

  it("all of help can be read at 80×24", async () => {
    let state: State = { ...(await stateAt(keys)), over: OPEN_HELP };
    const whole = bodyOf(state, 200).filter((row) => row.startsWith("  ") && row.includes(":"));
    const read = new Set(bodyOf(state));
    for (let page = 0; page < 10; page++) {
      state = press(state, key(" ")).state;
      for (const row of bodyOf(state)) read.add(row);
    }
    expect(whole.filter((row) => !read.has(row))).toEqual([]);
    expect(press(state, key("escape")).state.over).toBeNull();
  });
});
