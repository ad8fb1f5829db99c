/** One battle as small as it can be: a red column before a blue guard. */
import type {
  BattleResolved,
  Chance,
  Event,
  Formation,
  Place,
  Setup,
} from "../../src/engine/index.ts";
import { all, evenChance, firstTurn, the } from "./table.ts";
import { tinySetup, type TinyParts } from "./tiny-setup.ts";

/** What a test says of the two formations, the place between them and the rest. */
export interface Sides {
  readonly red?: Partial<Formation>;
  readonly blue?: Partial<Formation>;
  readonly post?: Partial<Place>;
  readonly change?: Partial<TinyParts>;
}

/** A red column in camp, well known to the blue guard of the post before it. */
export function field({ red, blue, post, change }: Sides = {}): Setup {
  return tinySetup({
    places: {
      camp: { holder: "red", lat: 1 },
      post: { holder: "blue", ...post },
      rear: { holder: "blue", lat: -1 },
    },
    roads: ["camp post 10 road", "post rear 10 road"],
    formations: {
      column: { side: "red", place: "camp", knownTo: ["blue"], ...red },
      guard: { side: "blue", place: "post", ...blue },
    },
    ...change,
  });
}

/** The column's assault on the post in the first turn. */
export function fight(
  sides: Sides = {},
  chance: Chance = evenChance(),
  order = "column assault post",
): BattleResolved {
  return the(firstTurn(field(sides), [order], chance).events, "battle-resolved");
}

/** Each battle of a turn in words: the link or the place, then who attacks and who defends. */
export function battlesOf(events: readonly Event[]): readonly string[] {
  const names = (side: BattleResolved["attackers"]) =>
    side.map(({ formation }) => formation).join(" ");
  return all(events, "battle-resolved").map(
    ({ link, place, attackers, defenders }) =>
      `${link ?? place}: ${names(attackers)} / ${names(defenders)}`,
  );
}

/** Value of one factor of a battle. */
export function factor(battle: BattleResolved, id: string): number {
  return battle.factors.find((one) => one.id === id)!.value;
}
