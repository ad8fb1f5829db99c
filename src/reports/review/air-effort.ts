import type { Event, EventKind, EventOf, Id, Setup } from "../../engine/index.ts";
import { startAir, tallyAir } from "../air-tally.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { narrate } from "../narrate.ts";
import { nameOf } from "../names.ts";
import { targetName } from "../tell-orders.ts";
import { counted, grouped, rounded } from "../wording.ts";
import { airFigure } from "./air-figure.ts";
import type { Reviewed } from "./reviewed.ts";

type Flown = EventOf<"sorties-flown">;

/** What was flown: by wing and task, by turn, what the crews claimed, and for White what they hit. */
export function airSection(reviewed: Reviewed): Section | null {
  const flown = flownIn(reviewed);
  const struck = itemsOf(reviewed, STRIKES);
  const others = itemsOf(reviewed, OTHERS);
  if (flown.length + struck.length + others.length === 0) return null;
  return {
    id: "air",
    title: "Air effort",
    blocks: [
      ...(flown.length === 0 ? [] : flownBlocks(reviewed, flown)),
      ...listFold("What strikes hit, one by one", struck),
      ...listFold("Bases, supply flown, rules of engagement and harm to civilians", others),
    ],
  };
}

function flownBlocks(reviewed: Reviewed, flown: readonly FlownIn[]): Block[] {
  const { setup } = reviewed.scenario;
  const wings = Object.keys(setup.wings).filter((id) =>
    flown.some(({ event }) => event.wing === id),
  );
  return [
    { kind: "text", text: leadText(flown) },
    airFigure(reviewed, wings),
    taskTable(setup, flown),
    claimTable(reviewed, wings),
    ...wings.map((wing) => wingFold(setup, flown, wing)),
  ];
}

function listFold(summary: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  return [{ kind: "fold", summary, blocks: [{ kind: "list", items }] }];
}

interface FlownIn {
  readonly turn: number;
  readonly event: Flown;
  /** What its crews claim, in a battle that they supported too. */
  readonly claims: Flown["claims"];
}

function flownIn({ turns }: Reviewed): readonly FlownIn[] {
  return turns.flatMap(({ turn, events }) =>
    events.flatMap((event) =>
      event.kind === "sorties-flown" ? [{ turn, event, claims: claimsOf(events, event) }] : [],
    ),
  );
}

/** Claims of support are of the wing at a place, whatever its tasks there: they stand at the first of them. */
function claimsOf(events: readonly Event[], flown: Flown): Flown["claims"] {
  const { wing, mission, target, claims } = flown;
  if (mission !== "support") return claims;
  const isSame = (one: Event) =>
    one.kind === "sorties-flown" &&
    one.wing === wing &&
    one.mission === mission &&
    one.target === target;
  if (events.find(isSame) !== flown) return null;
  const told = events.find(
    (one): one is EventOf<"support-claimed"> =>
      one.kind === "support-claimed" && one.wing === wing && one.place === target,
  );
  return told?.claims ?? null;
}

function leadText(flown: readonly FlownIn[]): string {
  const sorties = sum(flown, ({ sorties: one }) => one);
  const worth = sum(flown, ({ effective }) => effective);
  const lost = sum(flown, ({ lost: one }) => one);
  const gone =
    lost === 0 ? "No aircraft was lost." : `${counted(lost, "aircraft", "aircraft")} lost.`;
  return `${counted(sorties, "sortie")} flown, worth ${rounded(worth, 1)} after weather, light, target, controllers, base and rules. ${gone} Claims are what crews say, by their effort and a draw alone.`;
}

function sum(flown: readonly FlownIn[], of: (event: Flown) => number): number {
  return flown.reduce((all, { event }) => all + of(event), 0);
}

function taskTable(setup: Setup, flown: readonly FlownIn[]): Block {
  const keys = [...new Set(flown.map(({ event }) => `${event.wing}/${event.mission}`))].toSorted();
  const rows = keys.map((key) => {
    const own = flown.filter(({ event }) => `${event.wing}/${event.mission}` === key);
    const { wing, mission } = (own[0] as FlownIn).event;
    return [
      `${nameOf(setup, "wings", wing)}, ${mission}`,
      grouped(own.length),
      grouped(sum(own, ({ sorties }) => sorties)),
      rounded(
        sum(own, ({ effective }) => effective),
        1,
      ),
      grouped(sum(own, ({ lost }) => lost)),
    ];
  });
  const head = ["wing and task", "tasks", "sorties", "worth", "aircraft lost"];
  return tableOf("Sorties by wing and task", [head, ...rows], true);
}

/** What was claimed, of support too; what strikes hit stands beside it where everything is known. */
function claimTable({ scenario, reader, turns }: Reviewed, wings: readonly Id[]): Block {
  const { setup } = scenario;
  const tally = startAir(setup);
  const support: Record<Id, { men: number; kit: number }> = {};
  for (const event of turns.flatMap(({ events }) => events)) {
    tallyAir(tally, event);
    if (event.kind !== "support-claimed") continue;
    const own = (support[event.wing] ??= { men: 0, kit: 0 });
    own.men += event.claims.men;
    own.kit += event.claims.kit;
  }
  const rows = wings.map((wing) => {
    const { claimedMen = 0, hitMen = 0, claimedKit = 0, hitKit = 0 } = tally[wing] ?? {};
    const { men, kit } = support[wing] ?? { men: 0, kit: 0 };
    const struck =
      reader === null ? [claimedMen, hitMen, claimedKit, hitKit] : [claimedMen, claimedKit];
    return [nameOf(setup, "wings", wing), ...[...struck, men, kit].map(grouped)];
  });
  const strikes =
    reader === null
      ? ["strikes: men claimed", "men hit", "kit claimed", "kit hit"]
      : ["strikes: men claimed", "kit claimed"];
  const head = ["wing", ...strikes, "support: men claimed", "kit claimed"];
  const caption =
    reader === null ? "What crews claimed, and what strikes hit" : "What crews claimed";
  return tableOf(caption, [head, ...rows], true);
}

function wingFold(setup: Setup, flown: readonly FlownIn[], wing: Id): Block {
  const own = flown.filter(({ event }) => event.wing === wing);
  const rows = own.map(({ turn, event, claims }) => [
    String(turn),
    event.mission,
    targetName(setup, event.mission, event.target),
    grouped(event.sorties),
    rounded(event.effective, 1),
    whyText(event),
    event.lost === 0 ? "" : grouped(event.lost),
    claims === null ? "" : `${grouped(claims.men)} / ${grouped(claims.kit)}`,
  ]);
  const name = nameOf(setup, "wings", wing);
  const columns = [
    { title: "turn" },
    { title: "task" },
    { title: "target" },
    { title: "sorties", isNumber: true },
    { title: "worth", isNumber: true },
    { title: "because of" },
    { title: "lost", isNumber: true },
    { title: "men / kit claimed", isNumber: true },
  ];
  const table = { kind: "table", caption: `${name}: every task`, columns, rows } as const;
  return { kind: "fold", summary: `${name}: every task`, blocks: [table] };
}

/** The factors that made sorties worth more or less than one each, with their rules. */
function whyText({ factors }: Flown): string {
  const moved = factors.filter(({ value }) => value !== 1);
  const named = moved.map(
    ({ id, value, rule }) => `${id.replaceAll("-", " ")} ${rounded(value)} (${rule})`,
  );
  return named.join(", ");
}

const STRIKES: readonly EventKind[] = ["air-struck", "column-struck"];
const OTHERS: readonly EventKind[] = [
  "wing-rebased",
  "depot-stocked",
  "rules-set",
  "civilians-harmed",
  "sorties-scaled",
];

function itemsOf({ scenario, turns }: Reviewed, kinds: readonly EventKind[]): string[] {
  const isOne = ({ kind }: Event) => kinds.includes(kind);
  return turns.flatMap(({ turn, events }) =>
    events.filter(isOne).map((event) => `Turn ${turn}: ${narrate(scenario.setup, event)}`),
  );
}
