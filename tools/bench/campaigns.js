// Whole campaigns: fogged views, history's policies, adjudication.
import { report, subject } from "./clock.js";
import { game, measures, policies, seedOf, setup } from "./history.js";

const { holdersAfter, measuresOf, playOut, startHolders } = game;

/** Folds the run's measures as it goes and keeps nothing else. */
function plain(at) {
  const holders = startHolders(setup);
  const onTurn = ({ world }) => holdersAfter(holders, world);
  const world = playOut(setup, policies, seedOf(at), { hand: "plain", onTurn });
  return measuresOf(setup, measures, holders, world);
}

/** Keeps every event and every world, as a game does that can be taken back. */
function immer(at) {
  const turns = [];
  playOut(setup, policies, seedOf(at), { hand: "immer", onTurn: (turn) => turns.push(turn) });
  return turns;
}

report({ plain, immer }[subject]);
