import type { Problem } from "../../engine/index.ts";
import { eventCsv, gameJson, geoJsonOf, type Reviewed } from "../../reports/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { flagProblem, type SharedFlags } from "../flags.ts";
import { printTo } from "../print-to.ts";
import type { Io } from "../io.ts";
import { playAgain } from "../load-played.ts";
import { printProblems } from "../problems.ts";
import { reviewedFor } from "../reviewed-for.ts";
import { missingFile } from "../usage.ts";
import { droppedText } from "./verify.ts";

/** Flags of `tadmor export`. */
export interface ExportFlags extends SharedFlags {
  readonly output?: string | undefined;
  readonly seat?: string | undefined;
  readonly format?: string | undefined;
}

const FORMATS: Readonly<Record<string, (reviewed: Reviewed) => string>> = {
  geojson: geoJsonOf,
  csv: eventCsv,
  json: gameJson,
};

/** `tadmor export`: a saved game as data for other tools. */
export function exportGame(io: Io, [file]: readonly string[], flags: ExportFlags): Exit {
  const refuse = (problems: readonly Problem[], exit: Exit = EXIT.badInput): Exit => {
    printProblems(io, file ?? "tadmor export", problems);
    return exit;
  };
  const told = formatAsked(flags);
  const usage = [
    ...(file === undefined ? [missingFile("a journal")] : []),
    ...(typeof told === "function" ? [] : [told]),
  ];
  if (file === undefined || typeof told !== "function") return refuse(usage);
  const played = playAgain(file);
  if (!played.ok) return refuse(played.problems, played.exit);
  if (played.dropped !== null) io.err(`${file}: ${droppedText(played.dropped)}\n`);
  const reviewed = reviewedFor(played.game, flags.seat);
  if ("code" in reviewed) return refuse([reviewed]);
  return printTo(io, told(reviewed), flags);
}

/** The format named, else the one that the file's name asks for. */
function formatAsked({ format, output }: ExportFlags): ((reviewed: Reviewed) => string) | Problem {
  const named = format ?? /\.([a-z]+)$/i.exec(output ?? "")?.[1]?.toLowerCase() ?? "";
  if (Object.hasOwn(FORMATS, named)) return FORMATS[named] as (reviewed: Reviewed) => string;
  const found = format === undefined ? "none" : `"${format.slice(0, 40)}"`;
  const message = `--format: found ${found}, expected geojson, csv or json`;
  return flagProblem("format", "format", message, "--format geojson");
}
