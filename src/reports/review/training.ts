import type { EventOf, Id, View } from "../../engine/index.ts";
import { turnHeading } from "../dates.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { nameOf, titleOf } from "../names.ts";
import { askedText } from "../tell-orders.ts";
import { menWords, threatsOf, whereWords } from "../situation/threats.ts";
import { counted, grouped, rounded, sentence } from "../wording.ts";
import type { Reviewed, ReviewedTurn } from "./reviewed.ts";

/**
 * Each training objective with the injects that served it: the turn, what the seats they were read
 * to knew then, and what those ordered next. White's alone; null where the scenario has none.
 */
export function trainingSection(reviewed: Reviewed): Section | null {
  const { trainingObjectives } = reviewed.scenario.file;
  const ids = Object.keys(trainingObjectives);
  if (reviewed.reader !== null || ids.length === 0) return null;
  const blocks = ids.flatMap((id) => objectiveBlocks(reviewed, id));
  return {
    id: "training",
    title: "Training objectives",
    blocks: [{ kind: "text", text: INTRODUCTION }, ...blocks],
  };
}

const INTRODUCTION =
  "An inject serves an objective. It is read in a turn; the decision it calls for is in the orders of the next one, given on what the seat knew at the end of the turn in which it was read. What was expected is the scenario's; whether it was done is for the discussion.";

function objectiveBlocks(reviewed: Reviewed, id: Id): Block[] {
  const { file, setup } = reviewed.scenario;
  const objective = file.trainingObjectives[id];
  const served = Object.entries(setup.injects).filter(
    ([, inject]) => inject.trainingObjective === id,
  );
  const folds = served.flatMap(([inject]) => injectFolds(reviewed, inject));
  const came = new Set(allCame(reviewed).map(({ event }) => event.inject));
  const absent = served.filter(([inject]) => !came.has(inject)).map(([, { title }]) => title);
  const silent =
    served.length === 0
      ? ["No inject of the scenario serves it: it is for the discussion of the whole game."]
      : absent.length === 0
        ? []
        : [`Did not come: ${absent.join("; ")}.`];
  return [
    { kind: "heading", text: objective?.title ?? id },
    { kind: "text", text: objective?.text ?? "" },
    ...folds,
    ...silent.map((text): Block => ({ kind: "text", text })),
  ];
}

interface Came {
  readonly turn: ReviewedTurn;
  readonly event: EventOf<"inject-came">;
}

function allCame({ turns }: Reviewed): readonly Came[] {
  return turns.flatMap((turn) =>
    turn.events.flatMap((event) => (event.kind === "inject-came" ? [{ turn, event }] : [])),
  );
}

function injectFolds(reviewed: Reviewed, inject: Id): Block[] {
  const { setup } = reviewed.scenario;
  return allCame(reviewed)
    .filter(({ event }) => event.inject === inject)
    .map(({ turn, event }): Block => {
      const expected = setup.injects[inject]?.expectedResponse ?? "";
      const seats = event.audience.filter((seat) => turn.views[seat] !== undefined);
      const head = ["seat", "what it knew", "what it ordered next"];
      const rows = seats.map((seat) => decisionRow(reviewed, turn, seat));
      const blocks: readonly Block[] = [
        { kind: "text", text: event.text },
        ...(expected === "" ? [] : [{ kind: "text" as const, text: `Expected: ${expected}` }]),
        tableOf("The decision, and what was known", [head, ...rows]),
      ];
      const summary = `${turnHeading(setup.clock, turn.turn)}: ${event.title}`;
      return { kind: "fold", summary, blocks };
    });
}

function decisionRow(reviewed: Reviewed, turn: ReviewedTurn, seat: Id): string[] {
  const view = turn.views[seat] as View;
  return [
    nameOf(reviewed.scenario.setup, "seats", seat),
    knownText(reviewed, view),
    nextText(reviewed, turn.turn + 1, seat),
  ];
}

/** In short what a seat knew: its own men, the ground of its side, the nearest enemies, its tracks. */
function knownText({ scenario }: Pick<Reviewed, "scenario">, view: View): string {
  const { setup } = scenario;
  const { brief } = view;
  const own = Object.entries(view.formations).filter(
    ([id, { status }]) => status === "active" && brief.formations[id]?.seat === brief.seat,
  );
  const men = own.reduce((sum, [, state]) => sum + state.men, 0);
  const held = Object.values(view.holders).filter((side) => side !== null && side === brief.side);
  const near = threatsOf(view).slice(0, 2);
  const tracks = Object.entries(view.tracks).map(([id, value]) => {
    return `${titleOf(setup, "tracks", id)} ${rounded(value)}`;
  });
  return [
    ...(own.length === 0 ? [] : [`${counted(own.length, "formation")}, ${grouped(men)} men.`]),
    ...(brief.side === null ? [] : [`Its side held ${counted(held.length, "place")}.`]),
    ...(near.length === 0 ? ["No enemy reported."] : []),
    ...near.map((threat) => `${whereWords(view, threat)}: ${menWords(view, threat.contacts)}.`),
    ...(tracks.length === 0 ? [] : [`${tracks.join("; ")}.`]),
  ].join("\n");
}

function nextText({ scenario, turns }: Reviewed, turn: number, seat: Id): string {
  const next = turns[turn - 1];
  if (next === undefined) return "The game went no further.";
  const asked = next.events.flatMap((event) =>
    event.kind === "order-received" && event.seat === seat
      ? [`${sentence(askedText(scenario.setup, event.order))}.`]
      : [],
  );
  if (asked.length === 0) return `Turn ${turn}: no order, everything went on.`;
  return [`Turn ${turn}:`, ...asked].join("\n");
}
