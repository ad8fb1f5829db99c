// Prints how often, over N seeds of history's courses of action, each measure of the default
// scenario took each value: npm run distribution -- 500
import { loadRun } from "../src/cli/load-run.ts";
import { playOut } from "../src/lab/play-out.ts";
import { holdersAfter, measuresOf, startHolders } from "../src/reports/measures.ts";

const runs = Number(process.argv[2] ?? 500);
const loaded = loadRun(null, {});
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const { policies, scenario } = loaded.value;
const { setup, file } = scenario;

const counts: Record<string, Record<string, number>> = {};
for (let run = 1; run <= runs; run++) {
  const holders = startHolders(setup);
  const onTurn = ({ world }: { world: Parameters<typeof holdersAfter>[1] }) =>
    holdersAfter(holders, world);
  const world = playOut(setup, policies, `distribution#${run}`, { hand: "plain", onTurn });
  const measures = measuresOf(setup, file.measures, holders, world);
  for (const name of Object.keys(file.measures)) {
    const value = String(measures[name] ?? "never");
    const seen = (counts[name] ??= {});
    seen[value] = (seen[value] ?? 0) + 1;
  }
}

console.log(`${setup.title}: ${runs} seeds, in this model; turn → runs`);
for (const [name, seen] of Object.entries(counts)) {
  const values = Object.entries(seen).toSorted(
    ([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1),
  );
  console.log(
    `${file.measures[name]?.title}: ${values.map(([turn, n]) => `${turn}: ${n}`).join(", ")}`,
  );
}
