import type { Event, EventKind, EventOf, Id, Setup } from "../../engine/index.ts";
import type { Block, DrawingBlock, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { narrate } from "../narrate.ts";
import { nameOf } from "../names.ts";
import { courseSvg } from "../chart/course.ts";
import { decisionText } from "../tell-strategy.ts";
import { rounded, sentence, signed } from "../wording.ts";
import type { Reviewed } from "./reviewed.ts";
import { toldItems } from "./patron-told.ts";

type Weighed = EventOf<"patron-weighed">;

/** A patron's reckoning in one turn. */
interface Reckoning {
  readonly turn: number;
  readonly event: Weighed;
}

/** Each patron: what it weighed turn by turn, what it had been told, and what it decided. */
export function patronsSection(reviewed: Reviewed): Section | null {
  const { setup } = reviewed.scenario;
  const weighed = weighedIn(reviewed);
  const patrons = [...new Set(weighed.map(({ event }) => event.contingent))].toSorted();
  if (patrons.length === 0) return null;
  return {
    id: "patrons",
    title: "Patrons and their decisions",
    blocks: [
      { kind: "text", text: LEAD },
      ...patrons.flatMap((patron) => {
        const own = weighed.filter(({ event }) => event.contingent === patron);
        return [
          { kind: "heading", text: nameOf(setup, "contingents", patron) } as const,
          figureOf(reviewed, patron, own),
          ...decisionList(reviewed, patron),
          tableOfPatron(setup, patron, own),
          ...toldBlocks(reviewed, patron, own),
        ];
      }),
    ],
  };
}

const LEAD =
  "A patron leaves when the risk it has been told of reaches its tolerance, which is private and drawn once a game (10.1). It does not see the truth: what it was told stands under its numbers.";

function weighedIn({ turns }: Reviewed): readonly Reckoning[] {
  return turns.flatMap(({ turn, events }) =>
    events.flatMap((event) => (event.kind === "patron-weighed" ? [{ turn, event }] : [])),
  );
}

function figureOf(
  { scenario, turns }: Reviewed,
  patron: Id,
  own: readonly Reckoning[],
): DrawingBlock {
  const { setup } = scenario;
  const values = (of: (event: Weighed) => number) => [
    null,
    ...turns.map(({ turn }) => {
      const found = own.find((one) => one.turn === turn);
      return found === undefined ? null : of(found.event);
    }),
  ];
  const who = nameOf(setup, "contingents", patron);
  const title = `${who}: reported risk against tolerance`;
  const lines = [
    { name: "reported risk", letter: "risk", values: values(({ risk }) => risk) },
    { name: "tolerance", letter: "tol.", values: values(({ tolerance }) => tolerance) },
  ];
  const svg = courseSvg({ panels: [{ title: "", lines, domain: [0, 1] }], isStepped: false });
  const most = own.toSorted((a, b) => b.event.risk - a.event.risk)[0] as Reckoning;
  const says = `Highest risk ${rounded(most.event.risk)} in turn ${most.turn}, against a tolerance of ${rounded(most.event.tolerance)}.`;
  return { kind: "drawing", title, says, svg };
}

const DECISIONS: readonly EventKind[] = ["patron-held", "contingent-left", "tolerance-shifted"];

/** What was decided: when it resolved to go, was kept, went; a turn in which it simply stays is no decision. */
function decisionList({ scenario, turns }: Reviewed, patron: Id): Block[] {
  const isDecision = (event: Event) =>
    "contingent" in event &&
    event.contingent === patron &&
    (event.kind === "patron-weighed"
      ? event.leavesTurn > 0 || event.ruling !== null
      : DECISIONS.includes(event.kind));
  const items = turns.flatMap(({ turn, events }) =>
    events.filter(isDecision).map((event) => `Turn ${turn}: ${narrate(scenario.setup, event)}`),
  );
  if (items.length === 0) return [{ kind: "text", text: "It stayed throughout." }];
  return [{ kind: "list", items }];
}

function tableOfPatron(setup: Setup, patron: Id, own: readonly Reckoning[]): Block {
  const terms = own[0]?.event.terms ?? [];
  const head = [
    "turn",
    ...terms.map(({ id }) => id.replaceAll("-", " ")),
    "risk",
    "tolerance",
    "decision",
  ];
  const rows = own.map(({ turn, event }) => [
    String(turn),
    ...event.terms.map(({ points }) => signed(points)),
    rounded(event.risk),
    rounded(event.tolerance),
    sentence(decisionText(event)),
  ]);
  const caption = `${nameOf(setup, "contingents", patron)}: points of risk (10.2), and what they come to`;
  const { columns, ...table } = tableOf(caption, [head, ...rows], true);
  return {
    ...table,
    columns: columns.map((one, at) => (at === head.length - 1 ? { title: one.title } : one)),
  };
}

/** What it had been told when it decided to go stands open; of every turn, on demand. */
function toldBlocks(reviewed: Reviewed, patron: Id, own: readonly Reckoning[]): Block[] {
  const who = nameOf(reviewed.scenario.setup, "contingents", patron);
  const decided = own.filter(({ event }) => event.leavesTurn > 0);
  const each = own.flatMap((one) => toldIn(reviewed, one));
  return [
    ...decided.flatMap((one) => toldIn(reviewed, one)),
    { kind: "fold", summary: `${who}: what it had been told, turn by turn`, blocks: each },
  ];
}

function toldIn(reviewed: Reviewed, { turn, event }: Reckoning): Block[] {
  return [
    { kind: "text", text: `What it had been told in turn ${turn}:` },
    { kind: "list", items: toldItems(reviewed, turn, event) },
  ];
}
