// Where a turn's time goes in the plain hand, in microseconds, as JSON in the order of the turn: its
// "parts" behind a clock each, or the "whole" of it without clocks. The same campaigns are played
// again and again, and of each part of each turn the fastest time counts: what else the machine did
// meanwhile is left out, and so is collecting garbage.
import { runs, seconds, subject, WARM_UP_RUNS } from "./clock.js";
import { game, measures, policies, seedOf, setup } from "./history.js";

const { createChance, foldMeasures, observe, SEQUENCE, startWorld, step } = game;
const CAMPAIGNS = 5;
const hasClocks = subject === "parts";
const phases = SEQUENCE.map(([name]) => name);
const names = hasClocks ? ["start", "views", "policies", ...phases, "apply", "measures"] : ["turn"];
/** What the turn that is being played took so far, by name. */
let spent = nothing();

function nothing() {
  return Object.fromEntries(names.map((name) => [name, 0]));
}

/** Does something and books its time under a name, where there is a clock for it. */
function booked(name, work) {
  if (!(name in spent)) return work();
  const start = performance.now();
  const result = work();
  spent[name] += performance.now() - start;
  return result;
}

/** The engine's own `step` runs the phases, so each is put behind a clock where `step` reads it. */
function clockPhases() {
  SEQUENCE.forEach(([name, phase], at) => {
    SEQUENCE[at] = [name, (turn) => booked(name, () => phase(turn))];
  });
}

/** What `step` takes beyond its phases is `apply` and the loop round it. */
function stepBooked(world, orders, chance) {
  const input = { orders, rulings: [], injects: [] };
  const { events } = booked("apply", () => step(setup, world, input, chance, "plain"));
  if (hasClocks) for (const name of new Set(phases)) spent.apply -= spent[name];
  return events;
}

function turnOf(world, fold, chance) {
  const orders = {};
  for (const seat in policies) {
    const view = booked("views", () => observe(setup, world, seat));
    orders[seat] = booked("policies", () => policies[seat](view));
  }
  const events = stepBooked(world, orders, chance);
  booked("measures", () => fold.turn(events));
}

/** Plays one campaign; `each` is told what every turn took. */
function campaign(seed, each) {
  const chance = createChance(seed, setup);
  spent = nothing();
  const [world, fold] = booked("start", () => [startWorld(setup), foldMeasures(setup, measures)]);
  while (!world.over) {
    booked("turn", () => turnOf(world, fold, chance));
    each(world.turn, spent);
    spent = nothing();
  }
}

/** Fastest times of each turn of each campaign, played over and over for so long. */
function fastestIn(length) {
  const fastest = new Map();
  const end = process.cpuUsage().user + length * 1e6;
  while (process.cpuUsage().user < end)
    for (let at = 0; at < CAMPAIGNS; at++)
      campaign(seedOf(at), (turn, taken) => {
        const key = `${at} ${turn}`;
        const before = fastest.get(key) ?? taken;
        for (const name of names) before[name] = Math.min(before[name], taken[name]);
        fastest.set(key, before);
      });
  return [...fastest.values()];
}

/** Microseconds of a part in the mean turn. */
function meanOf(name, turns) {
  return (1000 * turns.reduce((sum, taken) => sum + taken[name], 0)) / turns.length;
}

if (hasClocks) clockPhases();
fastestIn(WARM_UP_RUNS * seconds);
const turns = fastestIn(runs * seconds);
console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, meanOf(name, turns)]))));
