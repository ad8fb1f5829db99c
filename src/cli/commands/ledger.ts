import type { Problem } from "../../engine/index.ts";
import { ledgerLines } from "../../reports/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead } from "../experiment-document.ts";
import { flagProblem } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { driveKept, isLost, resultsAsked } from "../keep-results.ts";
import {
  FEWEST,
  type LedgerAsked,
  type LedgerFlags,
  planLedger,
  readLedger,
} from "../ledger-asked.ts";
import { ledgerFound, ledgerPage, ledgerTold } from "../ledger-page.ts";
import { ledgerKept, ledgerResultsOf, wholePoints } from "../ledger-results.ts";
import { printProblems } from "../problems.ts";
import { writePage } from "../write-page.ts";

/** `tadmor ledger`: which uncertain number of a scenario moves a measure, and who stands behind it. */
export async function ledger(
  io: Io,
  operands: readonly string[],
  flags: LedgerFlags,
): Promise<Exit> {
  const name = operands[0] ?? null;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, name ?? "tadmor ledger", problems);
    return EXIT.badInput;
  };
  const asked = readLedger(name, flags);
  if (!asked.ok) return refuse(asked.problems);
  const problems = await playAndPrint(io, asked.value);
  return problems.length > 0 ? refuse(problems) : EXIT.done;
}

/** Plays, keeps and prints; problems of a point or of the directory, or too few points to say anything. */
async function playAndPrint(io: Io, asked: LedgerAsked): Promise<readonly Problem[]> {
  const planned = planLedger(asked);
  if (!planned.ok) return planned.problems;
  const { plan, points } = planned.value;
  const of = () => ledgerResultsOf(asked, points);
  const results = await resultsAsked(asked.flags, of);
  if (!results.ok) return results.problems;
  const experiment = plan.experiment();
  const unkept = await driveKept(io, experiment, asked, results.value, () =>
    ledgerKept(asked, points, experiment),
  );
  if (isLost(experiment, unkept)) return unkept;
  const whole = wholePoints(asked, points);
  if (whole.length < FEWEST) return [...unkept, tooFew(whole.length)];
  const found = ledgerFound(asked, whole);
  if (asked.flags.json) {
    const { run, seed, question, runs } = asked;
    const head = documentHead(run, seed);
    printJson(io, { ...head, question, points: whole.length, runsAPoint: runs, ...found });
  } else printLines(io, ledgerLines(ledgerTold(asked, found, whole.length), io.width));
  const pageless = await writePage(asked.flags.html, () =>
    ledgerPage(asked, whole, { design: of().design, remark: null }),
  );
  return [...unkept, ...pageless];
}

function tooFew(points: number): Problem {
  const message = `--points: found ${points} that were played to the end, expected at least ${FEWEST}`;
  return flagProblem("points", "few", message, "a variance needs two of them");
}
