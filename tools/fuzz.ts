// npm run fuzz [-- --minutes N | --texts N] [--from SEED]: spoils true files and lines and sends them in at
// every door; types at the screen, to the game told in lines and on the command line. Each must be
// taken, or refused with problems that say what, where and what to do: no exception, no endless wait, nothing that a terminal may not be sent. Exit 1 when anything was found.
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzz } from "../tests/support/fuzz/fuzz.ts";

const { values: flags } = parseArgs({
  options: { minutes: { type: "string" }, texts: { type: "string" }, from: { type: "string" } },
});
const from = Number(flags.from ?? 1);
const most = Number(flags.texts ?? (flags.minutes === undefined ? 2000 : Infinity));
const until = flags.minutes === undefined ? Infinity : Date.now() + Number(flags.minutes) * 60_000;

interface Count {
  sent: number;
  taken: number;
  slowest: number;
}

const counts = new Map<string, Count>();
let [texts, found] = [0, 0];
while (texts < most && Date.now() < until) {
  const seed = from + texts++;
  const { door, isTaken, milliseconds, fault, text } = await fuzz(seed);
  const count = counts.get(door) ?? { sent: 0, taken: 0, slowest: 0 };
  counts.set(door, count);
  count.sent++;
  if (isTaken) count.taken++;
  count.slowest = Math.max(count.slowest, milliseconds);
  if (fault === null) continue;
  found++;
  const file = join(tmpdir(), `tadmor-fuzz-${seed}.txt`);
  writeFileSync(file, text);
  console.log(`${door}, text ${seed}: ${fault}`);
  console.log(`  again: npm run fuzz -- --texts 1 --from ${seed}; the text: ${file}`);
}

console.log(`${texts} texts sent in; ${found} found.`);
for (const [door, { sent, taken, slowest }] of [...counts].toSorted()) {
  console.log(`  ${door}: ${sent} sent, ${taken} taken, slowest ${Math.round(slowest)} ms`);
}
process.exitCode = found > 0 ? 1 : 0;
