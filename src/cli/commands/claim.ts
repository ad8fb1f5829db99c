import { resolve } from "node:path";
import { writeNewText } from "../../edge/write-text.ts";
import type { Problem } from "../../engine/index.ts";
import type { Row } from "../../lab/experiment.ts";
import { claimLines, type PlotFoot } from "../../reports/index.ts";
import { type ClaimAsked, type ClaimFlags, readClaimAsked } from "../claim-asked.ts";
import { type Hunted, huntWith } from "../claim-hunted.ts";
import { claimKept, claimPage, claimTold, excursionOf } from "../claim-page.ts";
import { claimResultsOf, recalledRows } from "../claim-rows.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead } from "../experiment-document.ts";
import { flagProblem } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { resultsAsked } from "../keep-results.ts";
import { takenProblems } from "../print-to.ts";
import { printProblems } from "../problems.ts";
import { writePage } from "../write-page.ts";

/** `tadmor claim`: hunts force levels that break a claim; exit 1 when it is refuted or undecided. */
export async function claim(io: Io, operands: readonly string[], flags: ClaimFlags): Promise<Exit> {
  const [file] = operands;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, file ?? "tadmor claim", problems);
    return EXIT.badInput;
  };
  const asked = readClaimAsked(file, flags);
  const taken = [...takenProblems("output", flags.output), ...sameFile(flags)];
  if (!asked.ok) return refuse([...asked.problems, ...taken]);
  if (taken.length > 0) return refuse(taken);
  const results = await resultsAsked(flags, () => claimResultsOf(asked.value));
  if (!results.ok) return refuse(results.problems);
  const recalled = recalledRows(asked.value);
  const unread = results.value?.recallTo(recalled) ?? null;
  if (unread !== null) {
    await results.value?.finish(null);
    return refuse([unread]);
  }
  const keep = (rows: readonly Row[]) => results.value?.append(rows) ?? null;
  const hunted = await huntWith(io, asked.value, { recalled, keep });
  const kept = hunted.problems.length > 0 ? null : claimKept(asked.value, hunted);
  const unkept = (await results.value?.finish(kept)) ?? null;
  if (hunted.problems.length > 0) return refuse(hunted.problems);
  print(io, asked.value, hunted);
  if (flags.output !== undefined && excursionOf(asked.value.subject, hunted.result) === null)
    io.err(`${flags.output}: not written; no counterexample was found.\n`);
  const problems = [
    ...(unkept === null ? [] : [unkept]),
    ...writeExcursion(asked.value, hunted),
    ...(await writePage(flags.html, () => claimPage(asked.value, hunted))),
  ];
  if (problems.length > 0) return refuse(problems);
  return hunted.result.verdict === "survived" && !hunted.isStopped ? EXIT.done : EXIT.finding;
}

/** A hunt takes long: that its two files would be one is said before it. */
function sameFile({ output, html }: ClaimFlags): Problem[] {
  if (output === undefined || html === undefined || resolve(output) !== resolve(html)) return [];
  const message = `--output: found "${output}", which is where --html goes, expected another file`;
  return [flagProblem("output", "same", message, "name two files")];
}

function writeExcursion({ subject, flags }: ClaimAsked, { result }: Hunted): readonly Problem[] {
  const excursion = excursionOf(subject, result);
  if (flags.output === undefined || excursion === null) return [];
  const problem = writeNewText(flags.output, `${JSON.stringify(excursion, null, 2)}\n`);
  return problem === null ? [] : [{ ...problem, path: "/output" }];
}

function print(io: Io, asked: ClaimAsked, hunted: Hunted): void {
  const { subject, seed, flags } = asked;
  const { run } = subject;
  const { title, statement, side, threshold } = subject.asked;
  const { result, isStopped, runs } = hunted;
  if (flags.json) {
    return printJson(io, {
      ...documentHead(run, seed),
      claim: { title, statement, side, threshold },
      runs,
      stopped: isStopped,
      ...result,
      excursion: excursionOf(subject, result),
    });
  }
  const { setup, hash } = run.scenario;
  const foot: PlotFoot = { scenario: setup.id, hash, seed, runs };
  printLines(io, claimLines(claimTold(asked, hunted), foot, io.width));
}
