/** Operations that tests do on worlds and turns: orders as text, dice that always fall alike. */
import {
  type Chance,
  type Draw,
  drawKey,
  type Event,
  type EventKind,
  type EventOf,
  type Hand,
  type HandInject,
  type Id,
  isFormationOrder,
  type Order,
  type OrdersBySeat,
  parseOrder,
  type Ruling,
  type Setup,
  startWorld,
  step,
  type Stepped,
  type World,
} from "../../src/engine/index.ts";

/** Dice that always show `u`, save for the keys named. */
export function evenChance(u = 0.5, except: Readonly<Record<string, number>> = {}): Chance {
  return {
    draw(purpose, block, locus, subject): Draw {
      const key = drawKey(purpose, block, locus, subject);
      return { key, u: except[key] ?? u };
    },
  };
}

/** Dice on which nobody breaks: the break draw is nearly 1, others `u`, save for the keys named. */
export function steadyChance(u = 0.5, except: Readonly<Record<string, number>> = {}): Chance {
  return {
    draw(purpose, block, locus, subject): Draw {
      const key = drawKey(purpose, block, locus, subject);
      return { key, u: except[key] ?? (purpose === "break" ? 1 - 1e-12 : u) };
    },
  };
}

/** Orders as a person types them, under the seat of each unit, or under the one named: "blue: camp roe free". */
function ordersOf(setup: Setup, lines: readonly string[]): OrdersBySeat {
  const orders: Record<Id, Order[]> = {};
  for (const line of lines) {
    const [named, text] = line.includes(":") ? line.split(":") : [null, line];
    const order = orderIn(text!);
    (orders[named ?? seatFor(setup, order)] ??= []).push(order);
  }
  return orders;
}

function seatFor({ formations, wings, pools, seats }: Setup, { unit }: Order): Id {
  const owned = formations[unit] ?? wings[unit] ?? pools[unit];
  return owned?.seat ?? Object.keys(seats).find((id) => seats[id]!.contingents.includes(unit))!;
}

/** An order as a person types it; throws when it is none. */
export function orderIn(line: string): Order {
  const parsed = parseOrder(line);
  if (!parsed.ok) throw new Error(`${line}: ${parsed.problem.message}`);
  return parsed.order;
}

/** One turn from a world by typed orders; injects by hand and rulings may be added. */
export function turnOf(
  setup: Setup,
  world: World,
  lines: readonly string[],
  chance: Chance = steadyChance(),
  injects: readonly HandInject[] = [],
  hand: Hand = "immer",
  rulings: readonly Ruling[] = [],
): Stepped {
  return step(setup, world, { orders: ordersOf(setup, lines), rulings, injects }, chance, hand);
}

/** The first turn of a setup by typed orders. */
export function firstTurn(
  setup: Setup,
  lines: readonly string[],
  chance: Chance = steadyChance(),
): Stepped {
  return turnOf(setup, startWorld(setup), lines, chance);
}

/** Several turns, each with its own orders; the last turn's events, and all of them in `log`. */
export function turnsOf(
  setup: Setup,
  turns: readonly (readonly string[])[],
  chance: Chance = steadyChance(),
  start: World = startWorld(setup),
): Stepped & { readonly log: readonly (readonly Event[])[] } {
  const log: (readonly Event[])[] = [];
  let world = start;
  for (const lines of turns) {
    const stepped = turnOf(setup, world, lines, chance);
    world = stepped.world;
    log.push(stepped.events);
  }
  return { world, events: log.at(-1) ?? [], log };
}

/** A world changed by hand, the given one left alone. */
export function changed(world: World, change: (copy: World) => void): World {
  const copy = structuredClone(world);
  change(copy);
  return copy;
}

/** The start of a setup, changed by hand. */
export function startOf(setup: Setup, change: (copy: World) => void = () => {}): World {
  return changed(startWorld(setup), change);
}

/** A change by hand: formations have begun with these orders, whatever their seats know. */
export function begun(lines: readonly string[]): (copy: World) => void {
  const orders = lines.map(orderIn).filter(isFormationOrder);
  return (copy) => {
    for (const { unit, verb, to, via, count } of orders)
      copy.formations[unit]!.task = { verb, to, via, count };
  };
}

/** Every event of one kind. */
export function all<K extends EventKind>(events: readonly Event[], kind: K): readonly EventOf<K>[] {
  return events.filter((event): event is EventOf<K> => event.kind === kind);
}

/** The one event of a kind; throws when there is another number of them. */
export function the<K extends EventKind>(events: readonly Event[], kind: K): EventOf<K> {
  const found = all(events, kind);
  if (found.length !== 1)
    throw new Error(`expected one ${kind}, found ${found.length}: ${JSON.stringify(found)}`);
  return found[0]!;
}

/** The one event of a kind about one formation. */
export function about<K extends EventKind>(
  events: readonly Event[],
  kind: K,
  formation: Id,
): EventOf<K> {
  return the(
    events.filter((event) => "formation" in event && event.formation === formation),
    kind,
  );
}

/** Rows of a text table: cells between bars, the heading and ruler left out. */
export function rows(table: string): readonly (readonly string[])[] {
  const lines = table
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("|"));
  return lines.slice(1).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}
