import {
  type Contact,
  heightsOver,
  type Id,
  ownMenAt,
  strengthBand,
  type View,
} from "../../../engine/player.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";
import { count, plural } from "../../text/words.ts";
import { headLines } from "./order-words.ts";

/** What is known of a place: who holds it, who is there, what is reported. */
export function placeDetail(view: View, id: Id | null, width: number): Line[] {
  const place = id === null ? undefined : view.brief.places[id];
  if (id === null || place === undefined) return [];
  const holder = view.holders[id] ?? null;
  const side = holder === null ? undefined : view.brief.sides[holder];
  const { terrains, placeKinds } = view.brief.parameters;
  const kind = placeKinds[place.kind]?.name ?? place.kind;
  const own = ownMenAt(view, id);
  const front = view.fronts[id];
  return [
    ...headLines(line(tone("strong", place.name), tone("dim", ` ${place.label}`)), id, width),
    line(tone("dim", `${kind}, ${(terrains[place.terrain]?.name ?? place.terrain).toLowerCase()}`)),
    line("Held by ", tone(side?.affiliation ?? "dim", side?.name ?? "nobody known")),
    line(`Worth ${plural(place.value, "point")}, ${place.depthKm} km deep`),
    ...(front === undefined
      ? []
      : [
          line(
            tone(
              "warn",
              `Attacked in turn ${front.assaultedTurn}: ${front.advanceKm.toFixed(1)} km in`,
            ),
          ),
        ]),
    ...(own > 0 ? [line(`Ours here: ${count(own)} men`)] : []),
    ...contactLines(view, id),
    ...wrap(`Roads: ${roadsOf(view, id)}`, width, "  ").map((row) => line(tone("dim", row))),
    ...heightLines(view, id, width),
  ];
}

function roadsOf(view: View, id: Id): string {
  const roads = view.brief.neighbours[id] ?? [];
  return roads
    .map(({ to, km }) => `${view.brief.places[to]?.label ?? to} ${Math.round(km)} km`)
    .join(", ");
}

/** What it overlooks, and what overlooks it (2.12). */
function heightLines({ brief }: View, id: Id, width: number): Line[] {
  const named = (places: readonly Id[]) => places.map((at) => brief.places[at]?.label ?? at);
  const below = named(brief.places[id]?.overlooks ?? []);
  const above = named(heightsOver(brief, id));
  return [
    ...(below.length === 0 ? [] : [`Overlooks ${below.join(", ")}`]),
    ...(above.length === 0 ? [] : [`In sight of ${above.join(", ")}`]),
  ].flatMap((text) => wrap(text, width, "  ").map((row) => line(tone("dim", row))));
}

function contactLines(view: View, id: Id): Line[] {
  const here = Object.values(view.contacts).filter(({ place }) => place === id);
  if (here.length === 0) return [line(tone("dim", "No enemy is reported here."))];
  return here.map((contact) => line(tone("hostile", contactWords(view, contact))));
}

/** "Enemy 390–810 men, 2 turns old, moving": the band widens with age. */
function contactWords(view: View, contact: Contact): string {
  const [low, high] = strengthBand(view, contact);
  const { turn, moving } = contact;
  const age = Math.max(0, view.turn - turn);
  const when = age === 0 ? "now" : `${plural(age, "turn")} old`;
  return `Enemy ${count(low)}-${count(high)} men, ${when}${moving ? ", moving" : ""}`;
}
