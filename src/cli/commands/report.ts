import { isDirectory } from "../../edge/files.ts";
import type { Problem } from "../../engine/index.ts";
import { reviewDocument } from "../../reports/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { flagProblem, type SharedFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import { playAgain } from "../load-played.ts";
import { luckFor } from "../luck.ts";
import type { LuckFlags } from "../luck-asked.ts";
import { printTo, takenProblems } from "../print-to.ts";
import { printProblems } from "../problems.ts";
import { reviewedFor } from "../reviewed-for.ts";
import { missingFile } from "../usage.ts";
import { type PageFormat, pageText } from "../write-page.ts";
import { droppedText } from "./verify.ts";

/** Flags of `tadmor report`. */
export interface ReportFlags extends SharedFlags, LuckFlags {
  readonly output?: string | undefined;
  readonly seat?: string | undefined;
  readonly format?: string | undefined;
  /** The scenario of a directory of results, where it does not ship. */
  readonly scenario?: string | undefined;
}

/** `tadmor report`: the after-action review of a journal, or the page of an experiment, as one file. */
export async function report(io: Io, [file]: readonly string[], flags: ReportFlags): Promise<Exit> {
  const format = formatAsked(flags);
  const usage = [
    ...(file === undefined ? [missingFile("a journal, or a directory of results")] : []),
    ...(typeof format === "string" ? [] : [format]),
    ...takenProblems("output", flags.output),
  ];
  if (usage.length > 0 || file === undefined || typeof format !== "string")
    return refuse(io, "tadmor report", usage);
  if (isDirectory(file)) return reportResults(io, file, format, flags);
  const played = playAgain(file);
  if (!played.ok) return refuse(io, file, played.problems, played.exit);
  if (played.dropped !== null) io.err(`${file}: ${droppedText(played.dropped)}\n`);
  const reviewed = reviewedFor(played.game, flags.seat);
  if ("code" in reviewed) return refuse(io, "tadmor report", [reviewed]);
  const luck = await luckFor(io, played.game, reviewed, flags);
  if (!luck.ok) return refuse(io, "tadmor report", luck.problems);
  const document = reviewDocument({ ...reviewed, luck: luck.value ?? undefined });
  return printTo(io, await pageText(document, format), flags);
}

function refuse(
  io: Io,
  input: string,
  problems: readonly Problem[],
  exit: Exit = EXIT.badInput,
): Exit {
  printProblems(io, input, problems);
  return exit;
}

/** The format named, else the one that the file's name asks for. */
function formatAsked({ format, output }: ReportFlags): PageFormat | Problem {
  if (format === "html" || format === "md") return format;
  if (format === undefined) return formatOf(output ?? "");
  const message = `--format: found "${format.slice(0, 40)}", expected html or md`;
  return flagProblem("format", "format", message, "--format md");
}

const KNOWN_ENDS: Readonly<Record<string, PageFormat>> = {
  md: "md",
  markdown: "md",
  html: "html",
  htm: "html",
};

/** What the end of a file's name asks for: a page where it has none, and a Problem for another. */
function formatOf(output: string): PageFormat | Problem {
  const end = /\.([a-z0-9]+)$/i.exec(output)?.[1]?.toLowerCase();
  if (end === undefined) return "html";
  const known = Object.hasOwn(KNOWN_ENDS, end) ? KNOWN_ENDS[end] : undefined;
  if (known !== undefined) return known;
  const message = `--output: found a name that ends in .${end.slice(0, 20)}, expected .html or .md`;
  return flagProblem(
    "output",
    "format",
    message,
    "or say --format html; a browser prints it as PDF",
  );
}

/** The same of a directory of results, which is nobody's seat. */
async function reportResults(
  io: Io,
  directory: string,
  format: PageFormat,
  flags: ReportFlags,
): Promise<Exit> {
  const gameOnly = [
    ...(flags.seat === undefined ? [] : [noSeats]),
    ...(flags.luck === undefined ? [] : [noLuck]),
  ];
  if (gameOnly.length > 0) return refuse(io, "tadmor report", gameOnly);
  const { resultsDocument } = await import("../report-results.ts");
  const document = await resultsDocument(directory, flags.scenario ?? null);
  if (!document.ok) return refuse(io, directory, document.problems);
  return printTo(io, await pageText(document.value, format), flags);
}

const noSeats = flagProblem(
  "seat",
  "seat",
  "--seat: found a directory of results, expected a saved game",
  "experiments have no seats",
);

const noLuck = flagProblem(
  "luck",
  "luck",
  "--luck: found a directory of results, expected a saved game",
  "an experiment is all luck: its intervals say how much",
);
