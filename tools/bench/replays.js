// A saved game played again from its orders, every event and the digest of every entity compared.
import { readFileSync } from "node:fs";
import { report } from "./clock.js";
import { game, setup } from "./history.js";
import { SAVED_GAME } from "./output.js";

const { parseJournal, recompute } = game;
const { journal } = parseJournal(readFileSync(SAVED_GAME, "utf8"));

report(() => {
  const { mismatch, turns } = recompute(setup, journal);
  if (mismatch !== null || turns.length === 0) throw new Error("the saved game did not recompute");
});
