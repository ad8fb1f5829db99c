// Whole campaigns: fogged views, history's policies, adjudication.
import { report, subject } from "./clock.js";
import { game, measures, policies, seedOf, setup } from "./history.js";

const { foldMeasures, playOut } = game;

/** Folds the run's measures as it goes and keeps nothing else. */
function plain(at) {
  const fold = foldMeasures(setup, measures);
  const onTurn = ({ events }) => fold.turn(events);
  playOut(setup, policies, seedOf(at), { hand: "plain", onTurn });
  return fold.result();
}

/** Keeps every event and every world, as a game does that can be taken back. */
function immer(at) {
  const turns = [];
  playOut(setup, policies, seedOf(at), { hand: "immer", onTurn: (turn) => turns.push(turn) });
  return turns;
}

report({ plain, immer }[subject]);
