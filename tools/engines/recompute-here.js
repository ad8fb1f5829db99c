// Recomputes the games of a file, one a line, on the engine that runs this. Arguments: bundle, games.
import { readFileSync } from "node:fs";

const [, , bundle, games] = process.argv;
new Function(readFileSync(bundle, "utf8"))();
for (const line of readFileSync(games, "utf8").trimEnd().split("\n")) {
  console.log(globalThis.recomputeGame(line));
}
