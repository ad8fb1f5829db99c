import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPane, type Pane } from "./pane.ts";

const PROGRAM = resolve("bin/tadmor.js");

let directory: string;
let pane: Pane | null = null;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "tadmor-terminal-"));
});

afterEach(() => {
  pane?.close();
  pane = null;
  rmSync(directory, { recursive: true, force: true });
});

/** The built game, as somebody types it; the shell says how it ended. */
function play(file = "", environment: Record<string, string> = {}, columns = 80, rows = 24): Pane {
  const command = `cd '${directory}' && '${process.execPath}' '${PROGRAM}' play ${file}; echo "ended with $?"; cat`;
  const saves = { TADMOR_SAVES: directory, CI: "1", ...environment };
  pane = openPane(command, columns, rows, saves);
  return pane;
}

function savedGame(): string {
  const [name] = readdirSync(directory).filter((file) => file.endsWith(".jsonl"));
  return join(directory, name ?? "");
}

function verified(file: string): unknown {
  const text = execFileSync(process.execPath, [PROGRAM, "verify", file, "--json"], {
    encoding: "utf8",
  });
  return JSON.parse(text);
}

/** From the title to the map of the first way to play. */
async function toTheMap(game: Pane): Promise<void> {
  await game.shows("New game");
  game.press("n");
  await game.shows("Who plays");
  game.press("Enter");
  await game.shows("Your brief");
  game.press("Enter");
  await game.shows("turn 1/");
}

/** Gives the first order that the menus offer, and ends the turn. */
async function orderAndSeal(game: Pane): Promise<void> {
  game.press("Enter");
  await game.shows("Order:");
  game.press("a");
  await game.shows("type to search");
  game.press("Enter");
  await game.shows("Sent ahead:");
  game.press("Enter");
  await game.shows("1 new order on the sheet");
  game.press("e");
  await game.shows("Seal your orders for turn 1?");
  game.press("Enter");
  await game.shows("What happened in turn 1");
}

describe("the game in a terminal of 80 × 24", () => {
  it("is begun, ordered, sealed, adjudicated, left, resumed, and its journal verifies", async () => {
    const game = play();
    await toTheMap(game);
    await orderAndSeal(game);
    game.press("o");
    await game.shows("turn 2/");
    game.press("q");
    await game.shows("Leave?");
    game.press("y");
    await game.shows("ended with 0");
    const file = savedGame();
    expect(verified(file)).toMatchObject({ journals: [{ ok: true }] });
    game.close();

    const again = play(file);
    await again.shows("What happened in turn 1");
    again.press("o");
    await again.shows("turn 2/");
    again.press("e");
    await again.shows("Seal your orders for turn 2?");
    again.press("Enter");
    await again.shows("What happened in turn 2");
    again.press("C-c");
    await again.shows("Leave?");
    again.press("C-c");
    await again.shows("ended with 0");
    expect(verified(file)).toMatchObject({ journals: [{ ok: true }] });
  });

  it("lists a saved game on the title and goes on with it", async () => {
    const game = play();
    await toTheMap(game);
    await orderAndSeal(game);
    game.press("o", "q");
    await game.shows("Leave?");
    game.press("t");
    await game.shows("Saved games (1)");
    game.press("s");
    await game.shows("turn 2 is open");
    game.press("Enter");
    await game.shows("What happened in turn 1");
  });

  it("gives the terminal back as it was", async () => {
    const game = play();
    await game.shows("New game");
    game.press("q");
    const after = await game.shows("ended with 0");
    expect(after).not.toContain("New game");
    game.type("echoed again");
    await game.shows("echoed again");
  });
});

describe("a terminal that changes", () => {
  it("is told when it is too small, and drawn again when it is large enough", async () => {
    const game = play();
    await toTheMap(game);
    game.resize(70, 20);
    await game.shows("This window is 70×20.");
    game.resize(120, 40);
    await game.shows(/Sukhnah|SKH/);
    expect(game.screen()).toContain("turn 1/");
  });
});

describe("a terminal whose cursor stands further down", () => {
  it("is painted from its first row on", async () => {
    const command = `printf '\\n\\n\\n\\n'; '${process.execPath}' '${PROGRAM}' play; cat`;
    pane = openPane(command, 120, 40, { TADMOR_SAVES: directory, NO_COLOR: "1" });
    const rows = (await pane.shows("New game")).split("\n");
    expect(rows[0]).toContain("TADMOR");
    expect(rows.findIndex((row) => row.includes("↑↓ choose"))).toBe(38);
  });
});

describe("NO_COLOR", () => {
  it("leaves no colour on the screen", async () => {
    const game = play("", { NO_COLOR: "1", TERM: "xterm-256color" });
    await toTheMap(game);
    expect(game.screen()).toContain("turn 1/");
    expect(game.painted()).not.toMatch(/\u001b\[(?:[\d;]*;)?[349][0-7]m/); // oxlint-disable-line eslint/no-control-regex
  });
});
