/** Pairs of games that differ only in what one seat cannot see, and whether it could tell them apart. */
import { type Id, observe } from "../../../src/engine/index.ts";
import { picksFrom } from "../random-game.ts";
import { bytesOf, CHANNELS, type Look, type Tells, type Telling } from "./channels.ts";
import type { WholeGame } from "./game.ts";
import { keysBy, linesBy } from "./looking.ts";
import { type Draft, SECRETS_IN_PLAY, type Secret, unawareIn } from "./secrets.ts";
import { SECRETS_IN_WRITING } from "./secrets-of-setup.ts";
import { gameBy, shippedFor } from "./wars.ts";

/** Every kind of secret, by what it is. */
export const SECRETS: Readonly<Record<string, Secret>> = {
  ...SECRETS_IN_PLAY,
  ...SECRETS_IN_WRITING,
};

/** Something that a seat could tell two games apart by: through which channel, and where. */
export interface Leak {
  readonly channel: string;
  /** The fewest secrets that still show. */
  readonly secrets: readonly string[];
  readonly where: string;
}

/** What came of two games that were laid beside each other. */
export interface Compared {
  readonly seat: Id;
  /** Turns that were played. */
  readonly turns: number;
  /** Secrets that differ between the two. */
  readonly changed: readonly string[];
  /** The channel of each text that was compared. */
  readonly texts: readonly string[];
  readonly leaks: readonly Leak[];
  /** The first game and what is asked of both: all that is needed to compare them again. */
  readonly kept: Kept;
}

/** A game as a seat is asked about it, whole: what a leak is kept as. */
export interface Kept {
  readonly seed: number;
  readonly seat: Id;
  readonly game: WholeGame;
  readonly keys: readonly string[];
  readonly lines: readonly string[];
}

/** What is tried of a pair: all of it but what is said here. */
export interface Tried {
  readonly channels?: Readonly<Record<string, Tells>>;
  readonly secrets?: readonly string[];
  /** A scenario that ships, or null for a small war. */
  readonly shipped?: Id | null;
  readonly sits?: Id;
  readonly look?: Look;
}

/** Makes a pair from a number and compares it, byte by byte; the same number is the same pair. */
export async function fogPair(seed: number, tried: Tried = {}): Promise<Compared> {
  const pick = picksFrom(seed * 2_654_435_761);
  const drawn = shippedFor(pick);
  const { shipped = drawn, sits } = tried;
  const { seat, ...game } = gameBy(pick, seed, { shipped, sits });
  const [keys, lines] = [keysBy(pick, game.setup), linesBy(pick, game.setup)];
  const half = Object.keys(SECRETS).filter(() => pick(2) === 0);
  return comparedAgain({ seed, seat, game, keys, lines }, { secrets: half, ...tried });
}

/** Compares a game once more with itself, its secrets otherwise. */
export async function comparedAgain(kept: Kept, tried: Tried = {}): Promise<Compared> {
  const { game, seat, keys, lines } = kept;
  const { channels = CHANNELS, secrets = Object.keys(SECRETS), look = observe } = tried;
  const whole = JSON.stringify(game);
  const changed = secrets.filter((one) => JSON.stringify(spoilt(kept, [one])) !== whole);
  const second = spoilt(kept, changed);
  const telling = { seat, named: game.setup, keys, lines, look };
  const leaks: Leak[] = [];
  for (const [channel, tells] of Object.entries(channels)) {
    const found = await differenceOf(tells, { ...telling, game }, second);
    if (found === null) continue;
    const shows = (some: readonly string[]) =>
      differenceOf(tells, { ...telling, game }, spoilt(kept, some));
    leaks.push({ channel, where: found, secrets: await fewest(changed, shows) });
  }
  return { seat, turns: game.past.length, changed, texts: Object.keys(channels), leaks, kept };
}

/** Where a channel tells of two games otherwise; null when both are told byte for byte the same. */
export async function differenceOf(
  tells: Tells,
  telling: Telling,
  other: WholeGame,
): Promise<string | null> {
  const first = await bytesOf(tells, telling);
  const second = await bytesOf(tells, { ...telling, game: other });
  if (first === second) return null;
  let at = 0;
  while (first[at] === second[at]) at++;
  const from = Math.max(0, at - 80);
  return `at ${at}: ${first.slice(from, at + 80)} | ${second.slice(from, at + 80)}`;
}

/** A copy of the game with some of its secrets otherwise; each secret has picks of its own. */
export function spoilt({ game, seat, seed }: Kept, secrets: readonly string[]): WholeGame {
  const draft = structuredClone(game) as Draft;
  const unaware = unawareIn(game, seat);
  for (const secret of secrets)
    SECRETS[secret]!(draft, { ...unaware, pick: picksFrom(seed * 31 + secret.length) });
  return draft as WholeGame;
}

/** Leaves out one secret after the other while something still shows. */
async function fewest(
  all: readonly string[],
  shows: (some: readonly string[]) => Promise<string | null>,
): Promise<readonly string[]> {
  let few = all;
  for (const one of all) {
    const less = few.filter((other) => other !== one);
    if ((await shows(less)) !== null) few = less;
  }
  return few;
}
