// Where a turn's time goes in the plain hand, in microseconds, as JSON in the order of the turn.
import { runs, seconds, WARM_UP_RUNS } from "./clock.js";
import { game, policies, seedOf, setup } from "./history.js";

const { createChance, observe, SEQUENCE, startWorld, step } = game;
const spent = { start: 0, observe: 0, policies: 0 };
for (const [name] of SEQUENCE) spent[name] = 0;
spent.apply = 0;

/** Does something and books its time under a name. */
function booked(name, work) {
  const start = performance.now();
  const result = work();
  spent[name] += performance.now() - start;
  return result;
}

// The engine's own `step` runs the phases, so each is put behind a clock where `step` reads it.
SEQUENCE.forEach(([name, phase], at) => {
  SEQUENCE[at] = [name, (turn) => booked(name, () => phase(turn))];
});

function phasesTime() {
  return SEQUENCE.reduce((sum, [name]) => sum + spent[name], 0);
}

/** What `step` takes beyond its phases is `apply` and the loop round it. */
function stepBooked(world, orders, chance) {
  const before = phasesTime();
  const start = performance.now();
  step(setup, world, { orders, rulings: [], injects: [] }, chance, "plain");
  spent.apply += performance.now() - start - (phasesTime() - before);
}

/** Plays one campaign and returns its turns. */
function campaign(seed) {
  const chance = createChance(seed, setup);
  const world = booked("start", () => startWorld(setup));
  while (!world.over) {
    const orders = {};
    for (const seat in policies) {
      const view = booked("observe", () => observe(setup, world, seat));
      orders[seat] = booked("policies", () => policies[seat](view));
    }
    stepBooked(world, orders, chance);
  }
  return world.turn;
}

let at = 0;

function turnsIn(time) {
  const start = performance.now();
  let turns = 0;
  while (performance.now() - start < time * 1000) turns += campaign(seedOf(at++));
  return turns;
}

turnsIn(WARM_UP_RUNS * seconds);
for (const name in spent) spent[name] = 0;
const turns = turnsIn(seconds * runs);
for (const name in spent) spent[name] *= 1000 / turns;
console.log(JSON.stringify(spent));
