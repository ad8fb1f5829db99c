import type { Event, Id } from "../../engine/index.ts";
import { isFormationOrder } from "../../engine/index.ts";
import { turnHeading } from "../dates.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { nameOf } from "../names.ts";
import { orderText, unitName } from "../tell-orders.ts";
import { listed, sentence } from "../wording.ts";
import type { Reviewed, ReviewedTurn } from "./reviewed.ts";

/** Orders in words, a sheet for each seat and turn in which it gave any. */
export function ordersSection(reviewed: Reviewed): Section | null {
  const seats = Object.keys(reviewed.start.views);
  const blocks = seats.flatMap((seat) => seatBlocks(reviewed, seat));
  return blocks.length === 0
    ? null
    : { id: "orders", title: "Orders sheets", isSheet: true, blocks };
}

function seatBlocks({ scenario, turns }: Reviewed, seat: Id): Block[] {
  const { setup } = scenario;
  const name = nameOf(setup, "seats", seat);
  const sheets = turns.map((turn) => ({ turn, rows: orderRows(scenario.setup, seat, turn) }));
  const given = sheets.filter(({ rows }) => rows.length > 0);
  const silent = sheets.filter(({ rows }) => rows.length === 0).map(({ turn }) => `${turn.turn}`);
  const head = ["unit", "to", "in force"];
  return [
    ...(silent.length === 0 ? [] : [{ kind: "text" as const, text: silentText(name, silent) }]),
    ...given.map(({ turn, rows }): Block => {
      const summary = `${turnHeading(setup.clock, turn.turn)} · ${name}`;
      const table = tableOf(`Orders for turn ${turn.turn}`, [head, ...rows]);
      return { kind: "fold", summary, isSheet: true, blocks: [table] };
    }),
  ];
}

function silentText(name: string, turns: readonly string[]): string {
  const which = `${turns.length === 1 ? "turn" : "turns"} ${listed(turns)}`;
  return `${name} gave no order in ${which}: every unit went on with its standing order.`;
}

function orderRows(
  setup: Reviewed["scenario"]["setup"],
  seat: Id,
  { events, turn }: ReviewedTurn,
): string[][] {
  return events.flatMap((event) => {
    if (!isOf(event, seat)) return [];
    const row = [unitName(setup, event.order), sentence(orderText(setup, event.order))];
    if (event.kind === "order-refused") return [[...row, `refused: ${event.refusal.message}`]];
    const isLate = isFormationOrder(event.order) && event.takesEffect > turn;
    return [[...row, isLate ? `turn ${event.takesEffect}` : "at once"]];
  });
}

type Asked = Extract<Event, { kind: "order-received" | "order-refused" }>;

function isOf(event: Event, seat: Id): event is Asked {
  return (event.kind === "order-received" || event.kind === "order-refused") && event.seat === seat;
}
