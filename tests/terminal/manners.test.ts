import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPane, type Pane } from "./pane.ts";

const PROGRAM = `'${process.execPath}' '${resolve("bin/tadmor.js")}'`;
const FAILING = resolve("tests/terminal/dies-on-signal.mjs");

let directory: string;
let pane: Pane | null = null;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "tadmor-manners-"));
});

afterEach(() => {
  pane?.close();
  pane = null;
  rmSync(directory, { recursive: true, force: true });
});

/** A shell with job control in which the built game has been started. */
async function inShell(
  words = "play",
  environment: Readonly<Record<string, string>> = {},
  set = "",
  columns = 100,
  rows = 30,
): Promise<Pane> {
  pane = openPane(`cd '${directory}'; PS1='ready> ' bash --norc --noprofile -i`, columns, rows, {
    TADMOR_SAVES: directory,
    TADMOR_TEST_PID: join(directory, "pid"),
    NODE_OPTIONS: `--import ${FAILING}`,
    ...environment,
  });
  await pane.shows("ready>");
  pane.type(`echo before; ${set} ${PROGRAM} ${words}; echo "ended with $?"`);
  pane.press("Enter");
  return pane;
}

/** Sends a signal to the game. */
function signal(name: NodeJS.Signals): void {
  process.kill(Number(readFileSync(join(directory, "pid"), "utf8")), name);
}

/** The shell is on its own screen again, and echoes what is typed. */
async function isGivenBack(game: Pane): Promise<void> {
  expect(game.screen()).toContain("echo before");
  expect(game.screen()).not.toContain("New game ");
  game.type("echo on$((1+1))");
  await game.shows("echo on$((1+1))");
  game.press("Enter");
  await game.shows("on2");
}

describe("a terminal is given back as it was", () => {
  it.each([["exception"], ["rejection"]])(
    "after an uncaught %s, with the line that shows it again",
    async (kind) => {
      const game = await inShell("play --no-color", { TADMOR_TEST_BUG: kind });
      await game.shows("New game");
      signal("SIGUSR2");
      await game.shows("ended with 70");
      expect(game.screen()).toContain("tadmor has a bug: made to fail");
      expect(game.screen()).toContain("This line shows it again: tadmor play --no-color");
      await isGivenBack(game);
    },
  );

  it.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("after %s, with what happened", async (name, code) => {
    const game = await inShell();
    await game.shows("New game");
    signal(name);
    await game.shows(`ended with ${code}`);
    expect(game.screen()).toContain(`tadmor was stopped by ${name}. Everything sealed is saved.`);
    await isGivenBack(game);
  });
});

describe("the game is suspended", () => {
  it.each(["by Ctrl-Z", "by a signal"])("%s and goes on as it was", async (how) => {
    const game = await inShell();
    await game.shows("New game");
    game.press("n");
    await game.shows("Who plays");
    if (how === "by Ctrl-Z") game.press("C-z");
    else signal("SIGTSTP");
    await game.shows("Stopped");
    await isGivenBack(game);
    game.type("fg");
    game.press("Enter");
    await game.shows("Who plays");
    expect(game.screen()).not.toContain("ready>");
    game.press("Escape");
    await game.shows("Watch history");
  });
});

describe("a window that is too small", () => {
  it("offers plain lines, in which the same game goes on, and back", async () => {
    const game = await inShell();
    await game.shows("New game");
    game.press("n");
    await game.shows("Who plays");
    game.resize(60, 20);
    await game.shows("press p to go on in plain lines");
    game.press("Escape", "q", "p");
    await game.shows("Enter for more");
    game.press("Enter");
    await game.shows("A number chooses");
    game.type("begin");
    game.press("Enter");
    await game.shows("Your brief");
    game.resize(100, 30);
    game.type("screen");
    game.press("Enter");
    await game.shows("to the map");
  });

  it("asks before it leaves, as everywhere", async () => {
    const game = await inShell("play", {}, "", 70, 20);
    await game.shows("This window is 70×20");
    game.press("C-c");
    await game.shows("Leave?");
    game.press("n");
    await game.shows("This window is 70×20");
    game.press("C-c");
    await game.shows("Leave?");
    game.press("C-c");
    await game.shows("ended with 0");
  });
});

describe("the game in plain lines", () => {
  it.each([
    ["by its flag", "", "play --plain"],
    ["where a terminal can only write lines", "TERM=dumb", "play"],
    ["where a screen reader is said to read", "INK_SCREEN_READER=true", "play"],
  ])("is played %s, without a control sequence", async (_, set, words) => {
    const game = await inShell(words, {}, set);
    await game.shows("Type a number or a word");
    // The shell's own line is still above: nothing took the screen.
    expect(game.screen()).toContain("echo before");
    game.type("new");
    game.press("Enter");
    await game.shows("Who plays?");
    game.press("C-c");
    await game.shows("Leave?");
    game.press("C-c");
    await game.shows("ended with 0");
  });

  it("is suspended and continued by the shell alone", async () => {
    const game = await inShell("play --plain");
    await game.shows("Type a number or a word");
    game.press("C-z");
    await game.shows("Stopped");
    game.type("fg");
    game.press("Enter");
    game.type("new");
    game.press("Enter");
    await game.shows("Who plays?");
  });

  it("plays piped lines to their end, and what was sealed is saved", () => {
    const lines = ["new", "1", "begin", "", "silos-assault-a assault silos", "seal", "", ""];
    const said = execFileSync("sh", ["-c", `${PROGRAM} play --plain`], {
      encoding: "utf8",
      input: `${lines.join("\n")}\n`,
      env: { ...process.env, TADMOR_SAVES: directory },
    });
    expect(said).toContain("What happened in turn 1");
    // oxlint-disable-next-line eslint/no-control-regex
    expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    const [name] = readdirSync(directory).filter((file) => file.endsWith(".jsonl"));
    const verified = execFileSync("sh", [
      "-c",
      `${PROGRAM} verify '${join(directory, name ?? "")}'`,
    ]);
    expect(String(verified)).toMatch(/1 turn|ok/);
  });
});

describe("a pseudo-terminal that is not tmux's", () => {
  it("shows the game, and leaves the alternate screen when it is left", () => {
    const game = `stty rows 30 cols 100; ${PROGRAM} play`;
    const played = execFileSync("sh", ["-c", `script -qec "${game}" /dev/null`], {
      encoding: "utf8",
      input: "qy",
      env: { ...process.env, TADMOR_SAVES: directory, TERM: "xterm" },
    });
    expect(played).toContain("\u001b[?1049h");
    expect(played.lastIndexOf("\u001b[?1049l")).toBeGreaterThan(played.indexOf("\u001b[?1049h"));
    expect(played.lastIndexOf("\u001b[?25h")).toBeGreaterThan(played.lastIndexOf("\u001b[?25l"));
  });
});
