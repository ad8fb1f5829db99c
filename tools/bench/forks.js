// Going on from a turn that was played: in the laboratory from a world, in a game from its journal.
import { readFileSync } from "node:fs";
import { report, subject } from "./clock.js";
import { game, middleOf, seedOf, setup } from "./history.js";
import { SAVED_GAME } from "./output.js";

const { branchAt, parseJournal, startAfter } = game;

/** A world and dice of its own for a run that shares its first turns with others. */
function world() {
  const opening = { world: middleOf(0), turns: [], seed: seedOf(0) };
  return (at) => startAfter(setup, opening, seedOf(at));
}

/** The text of a saved game's branch, each line with the digest of the one before it. */
function branch() {
  const { journal } = parseJournal(readFileSync(SAVED_GAME, "utf8"));
  const options = { title: "A branch", freshSeed: "branch" };
  return () => branchAt(journal, Math.floor(journal.turn / 2), options);
}

report({ world, branch }[subject]());
