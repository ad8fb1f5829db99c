// Where a turn's time goes in the plain hand, in microseconds of the processor, as JSON in the order
// of the turn: its "parts" behind a clock each, or the "whole" of it without clocks. `digests` are of
// a saved game's turn: an experiment's has none.
import { runs, seconds, subject, WARM_UP_RUNS } from "./clock.js";
import { game, measures, policies, seedOf, setup } from "./history.js";

const { createChance, digestOf, foldMeasures, observe, SEQUENCE, startWorld, step } = game;
const { worldDigests } = game;
const hasClocks = subject === "parts";
const spent = { start: 0, views: 0, policies: 0 };
for (const [name] of SEQUENCE) spent[name] = 0;
for (const name of ["apply", "measures", "digests"]) spent[name] = 0;

/** What this thread had of the processor: others that want it take nothing away from a phase. */
function clock() {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** Does something and books its time under a name, or just does it. */
function booked(name, work) {
  if (!hasClocks) return work();
  const start = clock();
  const result = work();
  spent[name] += clock() - start;
  return result;
}

/** The engine's own `step` runs the phases, so each is put behind a clock where `step` reads it. */
function clockPhases() {
  SEQUENCE.forEach(([name, phase], at) => {
    SEQUENCE[at] = [name, (turn) => booked(name, () => phase(turn))];
  });
}

function phasesTime() {
  return SEQUENCE.reduce((sum, [name]) => sum + spent[name], 0);
}

/** What `step` takes beyond its phases is `apply` and the loop round it. */
function stepBooked(world, orders, chance) {
  const before = phasesTime();
  const input = { orders, rulings: [], injects: [] };
  const { events } = booked("apply", () => step(setup, world, input, chance, "plain"));
  spent.apply -= phasesTime() - before;
  return events;
}

/** Plays one campaign and returns its turns. */
function campaign(seed) {
  const chance = createChance(seed, setup);
  const [world, fold] = booked("start", () => [startWorld(setup), foldMeasures(setup, measures)]);
  while (!world.over) {
    const orders = {};
    for (const seat in policies) {
      const view = booked("views", () => observe(setup, world, seat));
      orders[seat] = booked("policies", () => policies[seat](view));
    }
    const events = stepBooked(world, orders, chance);
    booked("measures", () => fold.turn(events));
    if (hasClocks) booked("digests", () => digestOf(worldDigests(world)));
  }
  booked("measures", () => fold.result());
  return world.turn;
}

let at = 0;

function turnsIn(time) {
  const start = clock();
  let turns = 0;
  while (clock() - start < time * 1e6) turns += campaign(seedOf(at++));
  return turns;
}

if (hasClocks) clockPhases();
turnsIn(WARM_UP_RUNS * seconds);
for (const name in spent) spent[name] = 0;
const start = clock();
const turns = turnsIn(seconds * runs);
const turn = (clock() - start) / turns;
for (const name in spent) spent[name] /= turns;
console.log(JSON.stringify(hasClocks ? spent : { turn }));
