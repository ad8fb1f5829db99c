/** Commands that write, each to be done with a fault in one write and then once more. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A command that writes, and how somebody goes on who was told of a fault. */
export interface Work {
  readonly name: string;
  /** Of how many writes one is tried: some works take long. */
  readonly oneOf: number;
  command(directory: string): readonly string[];
  /** With a directory of results that was begun. */
  resume(directory: string): readonly string[];
}

/** Where results are kept, in the directory of a trial. */
export const KEPT = "kept";

const RUN = ["run", "two-fords", "--jobs", "1", "--quiet"];

/** Everything of the program that writes and is no game. */
export const WORKS: readonly Work[] = [
  {
    name: "an experiment",
    oneOf: 1,
    command: (directory) => [...RUN, "--runs", "25", "--out", join(directory, KEPT)],
    resume: (directory) => [...RUN, "--runs", "25", "--resume", join(directory, KEPT)],
  },
  {
    name: "a hunt",
    oneOf: 12,
    command: (directory) => [...hunt(directory), "--out", join(directory, KEPT)],
    resume: (directory) => [...hunt(directory), "--resume", join(directory, KEPT)],
  },
  always("a run as a saved game", (directory) => [
    ...RUN,
    "--open",
    "1",
    "-o",
    join(directory, "run.jsonl"),
  ]),
  always("a page", (directory) => [...RUN, "--runs", "3", "--html", join(directory, "page.html")]),
];

function always(name: string, command: Work["command"]): Work {
  return { name, oneOf: 1, command, resume: command };
}

function hunt(directory: string): readonly string[] {
  return ["claim", claimFile(), "--jobs", "1", "-o", join(directory, "counterexample.json")];
}

let claimed: string | null = null;

/** The claim's file; the directory of results names it, so it is the same in every trial. */
function claimFile(): string {
  if (claimed !== null) return claimed;
  claimed = join(mkdtempSync(join(tmpdir(), "tadmor-claim-")), "claim.json");
  writeFileSync(claimed, JSON.stringify(CLAIM));
  return claimed;
}

/** Refuted at its first points. */
const CLAIM = {
  format: "tadmor-claim/1",
  title: "T4 is never held",
  statement: "However many attack, T4 is seldom held.",
  scenario: "palmyra-2016",
  factors: {
    red: {
      title: "First assault group",
      of: { pointer: "/formations/silos-assault-a/men" },
      step: 360,
    },
  },
  test: { measure: "t4-held", from: 1 },
  atMost: 0.5,
  budget: { points: 1, runs: 20, confidence: 0.9 },
};
