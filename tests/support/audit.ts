/** What a registry's audit says of a lockfile: read from npm's answer, judged and told. */

interface Fault {
  readonly severity: string;
  readonly name: string;
  /** Versions that have it. */
  readonly range: string;
  readonly title: string;
  readonly url: string;
  readonly ships: boolean;
  readonly isMended: boolean;
}

/** Faults known of a lockfile's packages; or, in `why`, what kept the audit from running. */
export type Audit = { readonly faults: readonly Fault[] } | { readonly why: string };

interface Answer {
  readonly message?: string;
  readonly error?: { readonly summary?: string };
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
}

interface Vulnerability {
  readonly nodes: readonly string[];
  readonly fixAvailable: boolean | object;
  /** Advisories; or names of packages on which this one depends and which have them. */
  readonly via: readonly (string | Omit<Fault, "ships" | "isMended">)[];
}

const GRAVE = ["high", "critical"];

/** `npm audit --json` as it was printed; `shipped` are the paths in the lockfile of what ships. */
export function readAudit(stdout: string, shipped: readonly string[]): Audit {
  const answer = answerIn(stdout);
  if (answer.vulnerabilities === undefined)
    return { why: answer.message || answer.error?.summary || "npm gave no answer" };
  const faults = Object.values(answer.vulnerabilities).flatMap(({ nodes, via, fixAvailable }) =>
    via
      .filter((one) => typeof one !== "string")
      .map((advisory) => ({
        ...advisory,
        ships: nodes.some((path) => shipped.includes(path)),
        isMended: fixAvailable !== false,
      })),
  );
  return { faults };
}

function answerIn(stdout: string): Answer {
  try {
    return JSON.parse(stdout) as Answer;
  } catch {
    return {};
  }
}

/** Whether something that ships has a fault of high severity or worse. */
export function isGrave(audit: Audit): boolean {
  return "faults" in audit && audit.faults.some(isGraveFault);
}

function isGraveFault({ ships, severity }: Fault): boolean {
  return ships && GRAVE.includes(severity);
}

/** An audit in lines, what is worst first; nothing in them moves a terminal's cursor. */
export function tellAudit(audit: Audit): readonly string[] {
  if ("why" in audit) return [`could not run: ${plain(audit.why)}`];
  if (audit.faults.length === 0) return ["nothing known"];
  return audit.faults
    .toSorted((a, b) => Number(isGraveFault(b)) - Number(isGraveFault(a)))
    .map(({ severity, ships, name, range, title, url, isMended }) => {
      const where = ships ? "ships" : "in development only";
      const mend = isMended ? "a newer version mends it" : "no newer version mends it";
      return plain(`${severity}, ${where}: ${name} ${range}: ${title} (${url}); ${mend}`);
    });
}

/** A registry's words without control characters. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
