import { type Effect, type EventOf, type Id, isListed, type Setup } from "../../engine/index.ts";
import type { Block, Section } from "../document/block.ts";
import { nameOf } from "../names.ts";
import { conditionWords } from "../tell-condition.ts";
import { effectWords } from "../tell-effect.ts";
import { sentence } from "../wording.ts";
import type { Reviewed, ReviewedTurn } from "./reviewed.ts";
import { noticedText, ruledText } from "./ruled.ts";

/** Injects with who read them, and White's rulings with their reasons; a seat's document has what it was told. */
export function injectsSection(reviewed: Reviewed): Section | null {
  const blocks = [...injectBlocks(reviewed), ...rulingBlocks(reviewed)];
  const title = reviewed.reader === null ? "Injects and rulings" : "What White told this seat";
  return blocks.length === 0 ? null : { id: "injects", title, blocks };
}

type Came = EventOf<"inject-came">;

function injectBlocks(reviewed: Reviewed): Block[] {
  const came = reviewed.turns.flatMap((turn) =>
    turn.events.flatMap((event) => (event.kind === "inject-came" ? [{ turn, event }] : [])),
  );
  if (came.length === 0) return [];
  const { setup } = reviewed.scenario;
  const read = came.map(({ turn, event }) =>
    readText(setup, turn, event, reviewed.reader === null),
  );
  if (reviewed.reader !== null) return [{ kind: "list", items: read }];
  const columns = INJECT_HEAD.map((title) => ({ title }));
  const rows = came.map(({ turn, event }) => injectRow(setup, turn, event));
  return [
    { kind: "table", caption: "Injects that came", columns, rows },
    {
      kind: "fold",
      summary: "What was read out, and the response that was expected",
      blocks: [{ kind: "list", items: read }],
    },
  ];
}

const INJECT_HEAD = ["inject", "turn", "to whom", "why it came", "what it did"];

function injectRow(setup: Setup, turn: ReviewedTurn, event: Came): string[] {
  return [
    event.title,
    String(turn.turn),
    audienceText(setup, event.audience),
    causeText(setup, turn, event),
    effectsText(setup, effectsOf(setup, turn, event)),
  ];
}

function readText(setup: Setup, { turn }: ReviewedTurn, event: Came, isWhite: boolean): string {
  const expected =
    event.inject === null ? "" : (setup.injects[event.inject]?.expectedResponse ?? "");
  const response = isWhite && expected !== "" ? ` Expected: ${expected}` : "";
  return `Turn ${turn}. ${event.title}: ${event.text}${response}`;
}

function audienceText(setup: Setup, audience: readonly Id[]): string {
  return audience.map((seat) => nameOf(setup, "seats", seat)).join("; ");
}

/** By White's hand, or by its own condition. */
function causeText(setup: Setup, { injects }: ReviewedTurn, { inject }: Came): string {
  if (inject === null) return "By White's hand, not on the list";
  if (injects.some((one) => isListed(one) && one.inject === inject)) return "By White's hand";
  const when = setup.injects[inject]?.when ?? null;
  return when === null ? "" : sentence(conditionWords(setup, when));
}

/** What an inject did; one that is not on the list is found by its place, for two may be called alike. */
function effectsOf(
  setup: Setup,
  { injects, events }: ReviewedTurn,
  event: Came,
): readonly Effect[] {
  if (event.inject !== null) return setup.injects[event.inject]?.effects ?? [];
  const free = injects.flatMap((one) => (isListed(one) ? [] : [one]));
  const came = events.filter((one) => one.kind === "inject-came" && one.inject === null);
  return free[came.indexOf(event)]?.effects ?? [];
}

function effectsText(setup: Setup, effects: readonly Effect[]): string {
  if (effects.length === 0) return "Nothing besides";
  return sentence(effects.map((effect) => effectWords(setup, effect)).join("; "));
}

function rulingBlocks({ scenario, reader, turns }: Reviewed): Block[] {
  const { setup } = scenario;
  const items = turns.flatMap(({ turn, events, rulings }) => {
    const told =
      reader === null
        ? rulings.map((ruling) => ruledText(setup, events, ruling))
        : events.flatMap((event) => noticedText(setup, event));
    return told.map((text) => `Turn ${turn}. ${text}`);
  });
  if (items.length === 0) return [];
  const heading = reader === null ? "White's rulings" : "White's rulings that it was told of";
  return [
    { kind: "heading", text: heading },
    { kind: "list", items },
  ];
}
