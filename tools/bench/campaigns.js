// Whole campaigns: fogged views, history's policies, adjudication. In the Immer hand what is kept is
// every world too, as in a game that can be taken back.
import { report, subject } from "./clock.js";
import { game, measures, policies, seedOf, setup } from "./history.js";

const { foldMeasures, playOut } = game;
const [hand, keeps] = subject.split(" ");

/** Folds the run's measures as it goes and keeps nothing else. */
function folded(at) {
  const fold = foldMeasures(setup, measures);
  playOut(setup, policies, seedOf(at), { hand, onTurn: ({ events }) => fold.turn(events) });
  return fold.result();
}

function kept(at) {
  const turns = [];
  const keep = hand === "plain" ? ({ events }) => turns.push(events) : (turn) => turns.push(turn);
  playOut(setup, policies, seedOf(at), { hand, onTurn: keep });
  return turns;
}

report({ folded, kept }[keeps]);
