import type { EventOf, FormationState, Id, Setup } from "../../engine/index.ts";
import { type Strip, stripsSvg } from "../chart/strips.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { nameOf } from "../names.ts";
import { percent } from "../tell-fighting.ts";
import { counted, rounded } from "../wording.ts";
import { formationsAt, momentsOf } from "./formation-states.ts";
import type { Reviewed } from "./reviewed.ts";

/** How each formation held together: a strip each, who broke and against what chance, and the numbers. */
export function cohesionSection(reviewed: Reviewed): Section | null {
  const { setup } = reviewed.scenario;
  if (reviewed.turns.length === 0) return null;
  const groups = groupsOf(reviewed);
  if (groups.length === 0) return null;
  return {
    id: "cohesion",
    title: "Cohesion of the formations",
    blocks: [
      { kind: "text", text: LEAD },
      ...brokenBlocks(reviewed),
      ...groups.flatMap(({ contingent, rows }) => groupBlocks(setup, contingent, rows)),
    ],
  };
}

const LEAD =
  "A bar for each turn, the first (0) before the game: its height is cohesion, from 0 to 100. The dotted line is the break point of its class, at which a formation that is tested breaks with even chance. Hollow and crossed: broken at the end of that turn. A cross alone: lost for good. A double arrow: gone home. A dash: not on the map.";

interface Group {
  readonly contingent: Id;
  readonly rows: readonly Strip[];
}

function groupsOf(reviewed: Reviewed): readonly Group[] {
  const { setup } = reviewed.scenario;
  const moments = momentsOf(reviewed).map((moment) => formationsAt(reviewed, moment));
  const ids = Object.keys(moments[0] ?? {}).filter((id) => moments.some((at) => isSeen(at[id])));
  const rows = ids.map((id): Strip & { readonly contingent: Id } => ({
    name: nameOf(setup, "formations", id),
    contingent: setup.formations[id]?.contingent ?? "",
    breakPoint: setup.parameters.classes[setup.formations[id]?.class ?? ""]?.breakPoint ?? null,
    points: moments.map((at) => pointOf(at[id])),
  }));
  const order = bySide(setup);
  return order.flatMap((contingent) => {
    const own = rows.filter((row) => row.contingent === contingent);
    return own.length === 0 ? [] : [{ contingent, rows: own }];
  });
}

/** Contingents, those of one side together. */
function bySide(setup: Setup): readonly Id[] {
  return Object.keys(setup.sides).flatMap((side) =>
    Object.keys(setup.contingents).filter((id) => setup.contingents[id]?.side === side),
  );
}

function isSeen(state: FormationState | undefined): boolean {
  return state?.status === "active" || state?.status === "broken";
}

function pointOf(state: FormationState | undefined): Strip["points"][number] {
  const status = state?.status ?? "expected";
  return { status, cohesion: isSeen(state) ? (state?.cohesion ?? 0) : null };
}

/** A drawing that is longer than a page cannot be printed. */
const MOST_ROWS = 30;

function groupBlocks(setup: Setup, contingent: Id, rows: readonly Strip[]): Block[] {
  const name = nameOf(setup, "contingents", contingent);
  const parts = Math.ceil(rows.length / MOST_ROWS);
  const size = Math.ceil(rows.length / parts);
  const drawings = Array.from({ length: parts }, (_, at): Block => {
    const own = rows.slice(at * size, (at + 1) * size);
    const title = `Cohesion: ${name}${parts === 1 ? "" : `, part ${at + 1} of ${parts}`}`;
    return { kind: "drawing", title, says: saysOf(own), svg: stripsSvg(own) };
  });
  const fold = {
    kind: "fold",
    summary: `${name}: cohesion in numbers`,
    blocks: numberTables(name, rows),
  } as const;
  return [...drawings, fold];
}

function saysOf(rows: readonly Strip[]): string {
  const lows = rows.map(({ name, points }) => {
    const known = points.flatMap(({ cohesion }) => (cohesion === null ? [] : [cohesion]));
    return {
      name,
      low: Math.min(...known),
      broke: points.some(({ status }) => status === "broken"),
    };
  });
  const broken = lows.filter(({ broke }) => broke).length;
  const lost = rows.filter(({ points }) => points.at(-1)?.status === "lost").length;
  const least = lows.toSorted((a, b) => a.low - b.low)[0];
  const worst = least === undefined ? "" : ` Lowest: ${least.name}, ${rounded(least.low, 0)}.`;
  return `${counted(rows.length, "formation")}; ${broken} seen broken at the end of a turn, ${lost} lost.${worst}`;
}

const SIGNS: Readonly<Record<FormationState["status"], string>> = {
  expected: "-",
  active: "",
  broken: "*",
  left: "home",
  lost: "lost",
  joined: "-",
};

/** As many columns as A4 holds beside a name. */
const MOST_COLUMNS = 10;

function numberTables(name: string, rows: readonly Strip[]): readonly Block[] {
  const turns = (rows[0]?.points ?? []).map((_, turn) => turn);
  const tables = Math.ceil(turns.length / MOST_COLUMNS);
  return Array.from({ length: tables }, (_, at) => {
    const own = turns.slice(at * MOST_COLUMNS, (at + 1) * MOST_COLUMNS);
    const head = ["formation", ...own.map(turnHead)];
    const cells = rows.map((row) => [row.name, ...own.map((turn) => cellText(row.points[turn]))]);
    const caption = `${name}: cohesion at the end of each turn (with a star: broken), ${spanOf(own)}`;
    return tableOf(caption, [head, ...cells], true);
  });
}

function spanOf(turns: readonly number[]): string {
  const [first = 0, last = 0] = [turns[0], turns.at(-1)];
  return first === last ? turnHead(first) : `${turnHead(first)} to ${last}`;
}

function cellText(point: Strip["points"][number] | undefined): string {
  const { status = "expected", cohesion = null } = point ?? {};
  return cohesion === null ? SIGNS[status] : `${rounded(cohesion, 0)}${SIGNS[status]}`;
}

function turnHead(turn: number): string {
  return turn === 0 ? "start" : String(turn);
}

function brokenBlocks({ scenario, turns }: Reviewed): Block[] {
  const { setup } = scenario;
  const rows = turns.flatMap(({ turn, events }) =>
    events.flatMap((event) =>
      event.kind === "cohesion-lost" && event.test?.broke === true
        ? [brokenRow(setup, turn, event)]
        : [],
    ),
  );
  if (rows.length === 0) return [{ kind: "text", text: "No formation broke." }];
  const head = ["formation", "turn", "where", "chance to break", "cohesion", "lost to"];
  const { columns, ...table } = tableOf("Who broke, and the chance of it in this model", [
    head,
    ...rows,
  ]);
  return [
    { ...table, columns: columns.map((one, at) => ({ ...one, isNumber: at === 3 || at === 4 })) },
  ];
}

function brokenRow(setup: Setup, turn: number, event: EventOf<"cohesion-lost">): string[] {
  const { formation, place, terms, cohesion, test } = event;
  const lost = terms.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points);
  const named = lost.map(
    ({ id, points, rule }) => `${wordsOf(id)} ${rounded(points, 1)} (${rule})`,
  );
  const ruling = test?.ruling ?? null;
  const ruled = ruling === null ? [] : [`White ruled it: ${ruling}`];
  return [
    nameOf(setup, "formations", formation),
    String(turn),
    nameOf(setup, "places", place),
    percent(test?.chance ?? 0),
    rounded(cohesion, 0),
    [...named, ...ruled].join(", ") || "nothing in this turn",
  ];
}

function wordsOf(id: string): string {
  return id.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("-", " ");
}
