import type { Kept as KeptFiles } from "../edge/results.ts";
import type { HuntResult } from "../lab/claim-hunt.ts";
import {
  claimSections,
  type ClaimTold,
  csvText,
  type Document,
  readmeText,
  verdictTexts,
} from "../reports/index.ts";
import type { Claim, Read } from "../scenarios/index.ts";
import { type ClaimAsked, readClaimAsked } from "./claim-asked.ts";
import { huntAgain, type Hunted } from "./claim-hunted.ts";
import { claimResultsOf, recalledRows } from "./claim-rows.ts";
import { playedHead, gameLine } from "./experiment-document.ts";
import { experimentPage, type Kept } from "./experiment-page.ts";
import type { LoadedSubject } from "./load-subject.ts";

/** A hunt as a reader is told it. */
export function claimTold({ subject }: ClaimAsked, { result, isStopped }: Hunted): ClaimTold {
  const { title, statement, teaches = null, expected = null, factors, budget } = subject.asked;
  const titles = Object.fromEntries(factors.map((factor) => [factor.id, factor.title]));
  const { confidence } = budget;
  return { ...result, title, statement, teaches, expected, factors: titles, confidence, isStopped };
}

/** A hunt as a page. */
export function claimPage(
  claim: ClaimAsked,
  hunted: Hunted,
  remark: string | null = null,
): Document {
  const { subject, seed } = claim;
  const { asked, run } = subject;
  const { side, threshold, budget } = asked;
  const page = {
    command: "claim",
    title: asked.title,
    loaded: run,
    seed,
    runs: hunted.runs,
    // A hunt is over when it is decided, however many runs that took.
    asked: hunted.runs,
    games: gamesOf(claim),
    isDecided: !hunted.isStopped,
    design: claimResultsOf(claim).design,
    remark,
  };
  const { points, runs } = budget;
  return experimentPage(
    page,
    claimSections(claimTold(claim, hunted), { side, threshold, points, runs }),
  );
}

function gamesOf({ subject }: ClaimAsked): string[] {
  const { asked, run } = subject;
  const ranges = asked.factors.map(({ title, low, high }) => `${title} from ${low} to ${high}`);
  return [
    gameLine("As written", { ...run, excursion: null }),
    `Over the ranges: ${ranges.join("; ")}.`,
  ];
}

/** What is made of a hunt in its directory: its points, and the counterexample as an excursion. */
export function claimKept(claim: ClaimAsked, hunted: Hunted): KeptFiles {
  const { subject, seed } = claim;
  const { asked, run } = subject;
  const head = playedHead(run, seed, hunted.runs);
  const excursion = excursionOf(subject, hunted.result);
  const files = {
    "points.csv": pointsCsv(asked, hunted.result),
    ...(excursion === null
      ? {}
      : { "counterexample.json": `${JSON.stringify(excursion, null, 2)}\n` }),
  };
  const readme = readmeText({
    ...head,
    title: asked.title,
    command: "claim",
    asked: hunted.runs,
    games: [
      ...gamesOf(claim),
      "The columns `factor_…` say at which point a run was played, `claim_passed` whether it passed.",
    ],
    isDecided: !hunted.isStopped,
    files: [
      "`points.csv`: every point that was judged, in the order of the hunt.",
      ...(excursion === null
        ? []
        : [
            "`counterexample.json`: the force levels that break the claim, as an excursion for `--excursion`.",
          ]),
    ],
    findings: [
      asked.statement,
      `${hunted.result.verdict}, in this model.`,
      ...verdictTexts(claimTold(claim, hunted)),
    ],
  });
  return { readme, files };
}

function pointsCsv({ factors }: Claim, { points }: HuntResult): string {
  const ids = factors.map(({ id }) => id);
  const rows = points.map((point, at) => [
    at + 1,
    ...ids.map((id) => point.values[id] ?? null),
    point.judgement,
    point.found,
    point.low,
    point.high,
    point.n,
    point.against.join(" "),
  ]);
  const columns = [
    "point",
    ...ids.map((id) => `factor_${id}`),
    "judged",
    "passing",
    "low",
    "high",
    "runs",
    "first_runs_against",
  ];
  return csvText(columns, rows);
}

/** What replays a counterexample: the variant's patch, the claim's own and the point's. */
export function excursionOf(
  { asked, run, patchAt }: LoadedSubject<Claim>,
  { counterexample }: HuntResult,
): object | null {
  if (counterexample === null) return null;
  const { variant, scenario, title, statement } = asked;
  const varied = variant === undefined ? [] : (run.scenario.file.variants[variant]?.patch ?? []);
  return {
    format: "tadmor-excursion/1",
    scenario,
    title: `Breaks: ${title}`.slice(0, 120),
    reason: statement.slice(0, 2000),
    patch: [...varied, ...patchAt(counterexample.values)],
  };
}

/** A hunt that a directory holds. */
export function keptClaim(name: string | null, directory: string): Read<Kept> {
  const claim = readClaimAsked(undefined, { resume: directory, scenario: name ?? undefined });
  if (!claim.ok) return claim;
  const recalled = recalledRows(claim.value);
  const page = async (remark: string | null): Promise<Read<Document>> => {
    const hunted = await huntAgain(claim.value, recalled);
    if (hunted.problems.length > 0) return { ok: false, problems: hunted.problems };
    return { ok: true, value: claimPage(claim.value, hunted, remark) };
  };
  return { ok: true, value: { of: claimResultsOf(claim.value), experiment: recalled, page } };
}
