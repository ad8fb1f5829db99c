import type { Problem } from "../../engine/index.ts";
import { type Document, formatHtml, formatMarkdown, reviewDocument } from "../../reports/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { flagProblem, type SharedFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import { playAgain } from "../load-played.ts";
import { printTo } from "../print-to.ts";
import { printProblems } from "../problems.ts";
import { reviewedFor } from "../reviewed-for.ts";
import { missingFile } from "../usage.ts";
import { droppedText } from "./verify.ts";

/** Flags of `tadmor report`. */
export interface ReportFlags extends SharedFlags {
  readonly output?: string | undefined;
  readonly seat?: string | undefined;
  readonly format?: string | undefined;
}

type Format = "html" | "md";

/** `tadmor report`: the after-action review of a journal as one file. */
export async function report(io: Io, [file]: readonly string[], flags: ReportFlags): Promise<Exit> {
  const format = formatAsked(flags);
  const usage = [
    ...(file === undefined ? [missingFile("a journal")] : []),
    ...(typeof format === "string" ? [] : [format]),
  ];
  if (file === undefined || typeof format !== "string") return refuse(io, "tadmor report", usage);
  const played = playAgain(file);
  if (!played.ok) return refuse(io, file, played.problems, played.exit);
  if (played.dropped !== null) io.err(`${file}: ${droppedText(played.dropped)}\n`);
  const reviewed = reviewedFor(played.game, flags.seat);
  if ("code" in reviewed) return refuse(io, "tadmor report", [reviewed]);
  return printTo(io, await printed(reviewDocument(reviewed), format), flags);
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
function formatAsked({ format, output }: ReportFlags): Format | Problem {
  if (format === "html" || format === "md") return format;
  if (format === undefined) return /\.(md|markdown)$/i.test(output ?? "") ? "md" : "html";
  const message = `--format: found "${format.slice(0, 40)}", expected html or md`;
  return flagProblem("format", "format", message, "--format md");
}

async function printed(document: Document, format: Format): Promise<string> {
  if (format === "md") return formatMarkdown(document);
  const { drawDocument } = await import("../../edge/draw-document.ts");
  return formatHtml(document, await drawDocument(document));
}
