/** Somebody at a seat, on the full screen and line by line: the same keys and lines for both of a pair. */
import { formatOrder, type Id, type Setup } from "../../../src/engine/index.ts";
import { createDriver } from "../../../src/ui/driver.ts";
import { frame } from "../../../src/ui/frame.ts";
import { key } from "../../../src/ui/key.ts";
import { talkThrough } from "../../../src/ui/plain/run.ts";
import { startState } from "../../../src/ui/state.ts";
import { plainOf } from "../../../src/ui/text/span.ts";
import type { Pick } from "../../../src/policies/random-legal.ts";
import { everyOrder } from "./asked-orders.ts";
import type { WholeGame } from "./game.ts";
import { seatPorts } from "./seat-ports.ts";

const SIZE = { columns: 110, rows: 36 };
/** Round the lists, into an assault and what it would bring, the situation, the past, the why. */
const TOUR = "enter enter tab down down enter enter escape escape s right right right escape t";
const LATER = "left r escape right a escape r w escape m o : enter e escape i A escape b enter / ?";
const ANY = "enter enter escape down down up tab tab left right a t r w m s b z p + x u : ? n i o";

/** Keys that somebody presses: round everything there is, then at random, orders typed between. */
export function keysBy(pick: Pick, setup: Setup): readonly string[] {
  const [any, orders] = [ANY.split(" "), everyOrder(setup)];
  const typed = Array.from({ length: 2 }, () => formatOrder(orders[pick(orders.length)]!));
  const lines = typed.flatMap((text) => ["escape", ":", ...text, "tab", "enter"]);
  const random = Array.from({ length: 15 }, () => any[pick(any.length)]!);
  return [...TOUR.split(" "), ...LATER.split(" "), "escape", ...lines, ...random];
}

/** Every frame that the keys lead through. */
export async function framesOf(game: WholeGame, keys: readonly string[]): Promise<string> {
  const ports = seatPorts(game);
  let hasLeft = false;
  let changed: () => void = () => undefined;
  const driver = createDriver(startState(ports), ports, {
    changed: () => changed(),
    left: (error) => {
      if (error !== null) throw error;
      hasLeft = true;
      changed();
    },
  });
  const settled = () =>
    new Promise<void>((resolve) => {
      changed = () => (driver.state().busy === null || hasLeft ? resolve() : undefined);
      changed();
    });
  driver.run({ kind: "resume", file: "game" });
  await settled();
  const frames: string[] = [];
  for (const pressed of keys) {
    if (hasLeft) break;
    driver.press(key(pressed));
    await settled();
    // While a line is typed its letters are all that changes.
    if (pressed.length === 1 && driver.state().over !== null) continue;
    frames.push(frame(driver.state(), SIZE).map(plainOf).join("\n"));
  }
  return frames.join("\n\f");
}

const WORDS =
  "situation|threats|changes|idle|forces|sheet|why 1|why 2|brief||help|history|timeline|previous|back";

/** Lines that somebody types: every word that asks, about every name there is. */
export function linesBy(pick: Pick, setup: Setup): readonly string[] {
  const names = [...Object.keys(setup.formations), ...Object.keys(setup.places)];
  const orders = everyOrder(setup);
  const some = <T>(all: readonly T[], count: number) =>
    Array.from({ length: count }, () => all[pick(all.length)]!);
  return [
    "",
    "",
    ...WORDS.split("|"),
    ...some(names, 5).map((id: Id) => `where ${id}`),
    ...some(names, 5).map((id: Id) => `unit ${id}`),
    ...some(Object.keys(setup.formations), 4).map((id) => `legal ${id} assault`),
    ...some(orders, 4).map((order) => `forecast ${formatOrder(order)}`),
    ...some(orders, 8).map(formatOrder),
    "seal",
    "no",
  ];
}

/** All that is said to somebody who types these lines. */
export async function saidTo(game: WholeGame, lines: readonly string[]): Promise<string> {
  const ports = seatPorts(game);
  const left = [...lines];
  let text = "";
  const talk = {
    next: async () => left.shift() ?? null,
    say: (said: string) => void (text += said),
    columns: 80,
    pageRows: Infinity,
    hasScreen: false,
  };
  const resume = { kind: "resume", file: "game" } as const;
  await talkThrough(startState(ports), resume, ports, { table: null }, talk);
  return text;
}
