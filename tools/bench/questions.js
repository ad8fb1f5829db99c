// What a screen asks while a person holds a key: of views in the middle of campaigns, each in turn.
import { report, subject } from "./clock.js";
import { game, middleOf, setup } from "./history.js";

const CAMPAIGNS = 10;
/** Orders of each campaign that are looked at. */
const TRIED = 20;

const { forecast, isAttacking, legalOrders, observe } = game;
const seat = seatOfMost();
const views = Array.from({ length: CAMPAIGNS }, (_, at) => observe(setup, middleOf(at), seat));

/** The seat with most formations. */
function seatOfMost() {
  const counts = {};
  for (const { seat } of Object.values(setup.formations)) counts[seat] = (counts[seat] ?? 0) + 1;
  return Object.keys(counts).toSorted((a, b) => counts[b] - counts[a])[0];
}

/** Attacks that lead to a battle the seat knows of, spread over all it may order. */
function attacksFrom(view) {
  const all = legalOrders(view).filter(({ verb }) => isAttacking(verb));
  const every = Math.ceil(all.length / TRIED);
  const tried = all.filter((_, at) => at % every === 0);
  return tried.filter((order) => forecast(view, order) !== null).map((order) => [view, order]);
}

function legal() {
  return (at) => legalOrders(views[at % CAMPAIGNS]);
}

function forecasts() {
  const asked = views.flatMap(attacksFrom);
  if (asked.length === 0) throw new Error("no attack to forecast");
  return (at) => forecast(...asked[at % asked.length]);
}

report({ legal, forecasts }[subject]());
