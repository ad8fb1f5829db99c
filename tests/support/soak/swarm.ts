/** Swarm testing (Groce et al. 2012): each war leaves some things out and does others often, so that what crowds out the rest in an even mix is met as well. */
import type { Order, Parameters } from "../../../src/engine/index.ts";
import { legalOrders, siftOrders, type View } from "../../../src/engine/player.ts";
import type { Policy } from "../../../src/policies/policy.ts";
import type { Pick } from "../../../src/policies/random-legal.ts";
import { compileParameters } from "../../../src/scenarios/compile-parameters.ts";
import { readParameters } from "../../../src/scenarios/index.ts";
import { ERC_1 } from "../small-scenario.ts";

const read = readParameters(ERC_1);
if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
const { file } = read.value;

const isQuantity = (data: object): data is { value: number; low?: number; high?: number } =>
  "value" in data && typeof data.value === "number";

/** The parameters that ship, each group of them at its values, or its numbers at either end of their ranges. */
export function swarmParameters(pick: Pick): Parameters {
  const groups = Object.entries(file).map(([name, group]) => {
    const drawn = pick(2) === 0 ? group : atAnEnd(group, pick);
    return [name, drawn];
  });
  return compileParameters(Object.fromEntries(groups) as typeof file);
}

function atAnEnd(data: unknown, pick: Pick): unknown {
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) return data.map((one) => atAnEnd(one, pick));
  if (isQuantity(data)) {
    const { value, low = value, high = value } = data;
    return { ...data, value: [low, value, high][pick(3)] };
  }
  return Object.fromEntries(Object.entries(data).map(([key, one]) => [key, atAnEnd(one, pick)]));
}

const HOW_OFTEN = [0, 1, 1, 4] as const;

/** Random legal orders, each kind of order never given, given, or given often: drawn once for a war. */
export function swarmPolicy(pick: Pick): Policy {
  const weights = new Map<string, number>();
  const weightOf = ({ verb }: Order) => {
    if (!weights.has(verb)) weights.set(verb, HOW_OFTEN[pick(HOW_OFTEN.length)]!);
    return weights.get(verb)!;
  };
  return (view) => sifted(view, chosen(legalOrders(view), weightOf, pick));
}

function chosen(
  orders: readonly Order[],
  weightOf: (order: Order) => number,
  pick: Pick,
): readonly Order[] {
  const byUnit = new Map<string, Order[]>();
  for (const order of orders) {
    const copies = Array.from({ length: weightOf(order) }, () => order);
    byUnit.set(order.unit, [...(byUnit.get(order.unit) ?? []), ...copies]);
  }
  return [...byUnit.values()].flatMap((offered) =>
    offered.length === 0 || pick(4) === 0 ? [] : [offered[pick(offered.length)]!],
  );
}

function sifted(view: View, orders: readonly Order[]): readonly Order[] {
  return siftOrders(view, orders).flatMap(({ order, refusal }) =>
    refusal === null ? [order] : [],
  );
}
