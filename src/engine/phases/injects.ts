import { type Effect, type HandInject, isListed, type ListedInject } from "../events/inject.ts";
import type { InjectCame } from "../events/types.ts";
import { isMet, type Sight } from "../views/conditions.ts";
import { worldSight } from "../views/sight.ts";
import type { Id } from "../world/setup.ts";
import { type Cause, effectEvents, trackEffects } from "./effects.ts";
import { logged, type Phase, type Turn } from "./turn.ts";

/**
 * 2.2: injects of White's list whose condition is met, and those put in by hand, come once each;
 * free ones whenever White puts them in. What they do to tracks is settled with the other moves of
 * the turn (12.1).
 */
export const injects: Phase = (turn) => {
  const listed = dueInjects(turn).map((id) => listedCame(turn, id));
  const free = turn.injects.flatMap(freeCame);
  const came = [...listed, ...free];
  if (came.length === 0) return [];
  const effects = broughtBy(turn, came).flatMap((one) => one.effects);
  return [...came, ...effectEvents(turn, effects, "inject", turn.number)];
};

function dueInjects(turn: Turn): Id[] {
  let sight: Sight | null = null;
  return Object.keys(turn.setup.injects).filter((id) => {
    if (turn.world.injects[id] !== 0) return false;
    if (byHand(turn, id) !== undefined) return true;
    const { when } = injectOf(turn, id);
    if (when === null) return false;
    return isMet(when, (sight ??= worldSight(turn.setup, turn.world, turn.number, null)));
  });
}

function injectOf(turn: Turn, id: Id) {
  return turn.setup.injects[id] as Turn["setup"]["injects"][Id];
}

/** The last of White's hand for one of the list. */
function byHand(turn: Turn, id: Id): ListedInject | undefined {
  return turn.injects.findLast((one): one is ListedInject => isListed(one) && one.inject === id);
}

function listedCame(turn: Turn, inject: Id): InjectCame {
  const { title, text, audience } = injectOf(turn, inject);
  const told = byHand(turn, inject)?.audience ?? audience;
  return { kind: "inject-came", inject, title, text, audience: told };
}

function freeCame(inject: HandInject): InjectCame[] {
  if (isListed(inject)) return [];
  const { title, text, audience } = inject;
  return [{ kind: "inject-came", inject: null, title, text, audience }];
}

/** Effects that have come in a turn, with the inject that they are told as caused by. */
interface Brought {
  readonly effects: readonly Effect[];
  readonly because: string;
}

/** What the injects that came bring: those of the list first, then White's free ones. */
function broughtBy(turn: Turn, came: readonly InjectCame[]): Brought[] {
  const listed = came.flatMap(({ inject }) =>
    inject === null
      ? []
      : [{ effects: injectOf(turn, inject).effects, because: `inject ${inject}` }],
  );
  const free = turn.injects.flatMap((one) =>
    isListed(one) ? [] : [{ effects: one.effects, because: "inject by hand" }],
  );
  return [...listed, ...free];
}

/** Points by which this turn's injects move a track (12.1). */
export function injectCauses(turn: Turn, track: Id): Cause[] {
  const came = logged(turn, "inject-came");
  if (came.length === 0) return [];
  return broughtBy(turn, came).flatMap(({ effects, because }) =>
    trackEffects(effects, track, because),
  );
}
