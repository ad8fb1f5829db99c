import type { Contact, Id, Setup, View, World } from "../../engine/index.ts";
import { strengthBand } from "../../engine/player.ts";

/** How one seat's knowledge differed from the truth after one turn. */
export interface FogTurn {
  /** 0 before the first turn. */
  readonly turn: number;
  readonly seat: Id;
  /** Places whose holder it had wrong. */
  readonly wrongHolders: readonly Id[];
  /** Enemy formations in the field that it had no report of. */
  readonly unknown: readonly Id[];
  /** Reports of formations that were elsewhere, or no longer in the field. */
  readonly outOfDate: readonly Id[];
  /** Reports of the right place whose band of strength did not hold the men who were there. */
  readonly wrongStrength: readonly Id[];
  /** Share of the enemy's men in the field whose place it had right, 0 to 1; null without an enemy. */
  readonly seenShare: number | null;
}

/** What a seat knew beside what was true. */
export function fogOf(setup: Setup, seat: Id, view: View, world: World): FogTurn {
  const enemies = enemiesOf(setup, seat).filter((id) => world.formations[id]?.status === "active");
  const men = (ids: readonly Id[]) =>
    ids.reduce((sum, id) => sum + (world.formations[id]?.men ?? 0), 0);
  const reported = Object.keys(view.contacts);
  const right = reported.filter((id) => {
    const { status, place } = world.formations[id] ?? { status: "lost", place: null };
    return status === "active" && view.contacts[id]?.place === place;
  });
  const all = men(enemies);
  return {
    turn: view.turn,
    seat,
    wrongHolders: Object.keys(world.places).filter(
      (place) => (view.holders[place] ?? null) !== (world.places[place]?.holder ?? null),
    ),
    unknown: enemies.filter((id) => view.contacts[id] === undefined),
    outOfDate: reported.filter((id) => !right.includes(id)),
    wrongStrength: right.filter((id) => !isInBand(view, id, world)),
    seenShare: all === 0 ? null : men(enemies.filter((id) => right.includes(id))) / all,
  };
}

/** Formations of other sides; for a seat without a side, of those that its aircraft fly against. */
function enemiesOf(setup: Setup, seat: Id): readonly Id[] {
  const side = setup.seats[seat]?.side ?? null;
  const wings = Object.values(setup.wings).filter((wing) => wing.seat === seat);
  const against = new Set(wings.flatMap((wing) => wing.against));
  return Object.keys(setup.formations).filter((id) => {
    const theirs = setup.formations[id]?.side ?? "";
    return side === null ? against.has(theirs) : theirs !== side;
  });
}

function isInBand(view: View, id: Id, world: World): boolean {
  const [least, most] = strengthBand(view, view.contacts[id] as Contact);
  const men = world.formations[id]?.men ?? 0;
  return men >= least && men <= most;
}
