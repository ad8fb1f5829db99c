// npm run fog [-- --minutes N | --pairs N] [--from SEED]: pairs of games that differ only in what one
// seat cannot see, compared byte by byte through every channel that tells it anything; every third
// time twins that begin with other secrets and are played on for as long as the seat is told the same.
// What tells them apart is written to tests/replays/ with a line that shows it again. Exit 1 when
// anything leaked.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatLeak } from "../tests/support/fog/kept.ts";
import { type Compared, fogPair } from "../tests/support/fog/pair.ts";
import { fogTwins } from "../tests/support/fog/twins.ts";

const { values: flags } = parseArgs({
  options: { minutes: { type: "string" }, pairs: { type: "string" }, from: { type: "string" } },
});
const from = Number(flags.from ?? 1);
const most = Number(flags.pairs ?? (flags.minutes === undefined ? 40 : Infinity));
const until = flags.minutes === undefined ? Infinity : Date.now() + Number(flags.minutes) * 60_000;
const TWINS_EVERY = 3;
const REPLAYS = "tests/replays";

const channels = new Map<string, number>();
const secrets = new Map<string, number>();
const seats = new Set<string>();
let [pairs, twins, turns, texts, leaked] = [0, 0, 0, 0, 0];
while (pairs < most && Date.now() < until) {
  const seed = from + pairs++;
  const isTwin = seed % TWINS_EVERY === 0;
  const found = isTwin ? await fogTwins(seed) : await fogPair(seed);
  if (isTwin) twins++;
  turns += found.turns;
  texts += found.texts.length;
  seats.add(found.seat);
  for (const channel of found.texts) channels.set(channel, (channels.get(channel) ?? 0) + 1);
  for (const secret of found.changed) secrets.set(secret, (secrets.get(secret) ?? 0) + 1);
  for (const leak of found.leaks) report(seed, isTwin, found, leak);
}

console.log(
  `${pairs} pairs (${twins} of them twins), ${turns} turns, ${seats.size} seats; ` +
    `${texts} texts of ${channels.size} channels compared; ${leaked} leaked.`,
);
console.log(listed("secrets that differed", secrets));
console.log(listed("channels", channels));
process.exitCode = leaked > 0 ? 1 : 0;

function report(seed: number, isTwin: boolean, found: Compared, leak: Compared["leaks"][number]) {
  leaked++;
  console.log(`pair ${seed}, ${found.seat}, by "${leak.channel}": ${leak.secrets.join("; ")}`);
  console.log(`  ${leak.where.replaceAll("\n", " ")}`);
  console.log(`  again: npm run fog -- --pairs 1 --from ${seed}`);
  // Twins are shown again by their number alone: what differs grows with the turns.
  if (isTwin) return;
  mkdirSync(REPLAYS, { recursive: true });
  const file = join(REPLAYS, `fog-${seed}.json`);
  writeFileSync(file, formatLeak(found, leak));
  console.log(`  as a game: ${file}`);
}

function listed(what: string, counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].toSorted(([, a], [, b]) => b - a);
  return `${what}: ${rows.map(([name, times]) => `${name} ${times}`).join("; ")}`;
}
