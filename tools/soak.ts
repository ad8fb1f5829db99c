// npm run soak [-- --minutes N | --wars N] [--from SEED]: small random wars by random legal orders, each
// held to the engine's promises phase by phase; every tenth is played whole once more. What breaks one
// is written to tests/replays/ with a line that shows it again. Exit 1 when anything was found.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { replayOf } from "../tests/support/soak/replay.ts";
import { soak } from "../tests/support/soak/war.ts";

const { values: flags } = parseArgs({
  options: { minutes: { type: "string" }, wars: { type: "string" }, from: { type: "string" } },
});
const from = Number(flags.from ?? 1);
const most = Number(flags.wars ?? (flags.minutes === undefined ? 40 : Infinity));
const until = flags.minutes === undefined ? Infinity : Date.now() + Number(flags.minutes) * 60_000;
const REPEATED_EVERY = 10;
const REPLAYS = "tests/replays";

const kinds = new Map<string, number>();
let [wars, turns, repeated, found] = [0, 0, 0, 0];
while (wars < most && Date.now() < until) {
  const seed = from + wars++;
  const one = soak(seed);
  turns += one.turns;
  for (const [kind, times] of one.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + times);
  if (one.broken !== null) report(seed, one.broken.what, replayOf(seed, one.broken));
  if (wars % REPEATED_EVERY !== 0) continue;
  repeated++;
  const isSame = soak(seed).digests.join() === one.digests.join();
  if (!isSame) report(seed, "played again it was another war", null);
}

console.log(`${wars} wars, ${turns} turns, ${repeated} played twice; ${found} found.`);
console.log(
  [...kinds]
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, times]) => `${kind} ${times}`)
    .join(", "),
);
process.exitCode = found > 0 ? 1 : 0;

function report(seed: number, what: string, replay: string | null): void {
  found++;
  console.log(`war ${seed}: ${what}`);
  console.log(`  again: npm run soak -- --wars 1 --from ${seed}`);
  if (replay === null) return;
  mkdirSync(REPLAYS, { recursive: true });
  const file = join(REPLAYS, `soak-${seed}.json`);
  writeFileSync(file, replay);
  console.log(`  as a saved game: ${file}`);
}
