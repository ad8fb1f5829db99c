// Plays the corpus of saved games and writes it for the engines that recompute it: one game a line.
// Arguments: file for whole games, file for openings, "all" or "some".
import { writeFileSync } from "node:fs";
import { type CorpusGame, corpus } from "../tests/support/corpus.ts";

/** Every so many games are enough for a change that is to land. */
const [SOME_WHOLE, SOME_OPENINGS] = [8, 4];
const OPENING_TURNS = 2;

const [, , wholeFile = "", openingsFile = "", size = "all"] = process.argv;
const whole: CorpusGame[] = [];
const openings: CorpusGame[] = [];
let at = 0;
for (const game of corpus((index) => size === "all" || index % SOME_OPENINGS === 0)) {
  if (size === "all" || at % (SOME_WHOLE / SOME_OPENINGS) === 0) whole.push(game);
  openings.push({ ...game, journal: opening(game.journal) });
  at++;
}
write(wholeFile, whole);
write(openingsFile, openings);

/** A shorter whole-line journal is a shorter game. */
function opening(journal: string): string {
  return journal
    .split("\n", 1 + OPENING_TURNS)
    .concat("")
    .join("\n");
}

function write(file: string, games: readonly CorpusGame[]): void {
  writeFileSync(file, games.map((game) => `${JSON.stringify(game)}\n`).join(""));
}
