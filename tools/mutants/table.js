// The table of docs/proof/mutants.md: a row a room, each written by the run that it tells of.
import { readFileSync, writeFileSync } from "node:fs";

const TABLE = "docs/proof/mutants.md";
const NOTICED = ["Killed", "Timeout"];
const UNNOTICED = ["Survived", "NoCoverage"];

/** The row of a room: mutants tried, noticed and not, score in per cent, minutes, day. */
export function rowOf(room, results, minutes) {
  const among = (statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const [killed, survived] = [among(NOTICED), among(UNNOTICED)];
  const score = (100 * killed) / (killed + survived);
  const cells = [killed + survived, killed, survived, `${score.toFixed(1)} %`, minutes.toFixed(1)];
  const day = new Date().toISOString().slice(0, 10);
  return { room, score, text: `| ${[room, ...cells, day].join(" | ")} |` };
}

/** A line for each mutant that no test noticed: where it is, what stood there and what stood in its place. */
export function survivorsOf(results) {
  return results
    .filter(({ status }) => UNNOTICED.includes(status))
    .map(({ fileName, location: { start }, status, mutatorName, replacement }) => {
      const why = status === "NoCoverage" ? "no test comes here" : "survived";
      const became = replacement.replace(/\s+/g, " ").slice(0, 120);
      const file = fileName.replaceAll("\\", "/").replace(/^.*(?=src\/engine\/)/, "");
      return `${file}:${start.line}:${start.column} ${why}: ${mutatorName}: ${became}`;
    })
    .toSorted();
}

/** Puts a row in the place of the room's row. Throws when the table has none. */
export function writeRow({ room, text }) {
  const lines = readFileSync(TABLE, "utf8").split("\n");
  const at = lines.findIndex((line) => line.startsWith(`| ${room} |`));
  if (at < 0) throw new Error(`${TABLE} has no row for ${room}`);
  writeFileSync(TABLE, lines.with(at, text).join("\n"));
}
