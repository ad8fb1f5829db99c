import type { AirVerb, Id, Verb, View } from "../../engine/player.ts";
import { type VerbChoice, verbChoices } from "../orders/choices.ts";
import { type Target, targetsOf } from "../orders/targets.ts";
import { unitName } from "../screens/command/order-words.ts";
import type { Draft } from "../state.ts";
import { plural } from "../text/words.ts";

const FEW_TARGETS = 5;

/** What a unit may be ordered, with how to type it; what the rules refuse comes last with its reason. */
export function legalRows(view: View, draft: Draft, unit: Id): readonly string[] {
  if (isOfAnother(view, unit)) return [othersWords(view, unit)];
  const choices = verbChoices(view, unit);
  const open = choices.filter(({ refusal }) => refusal === null);
  const refused = choices.filter(({ refusal }) => refusal !== null);
  return [
    `${unitName(view, unit)}, id ${unit}, may be ordered:`,
    ...open.map((choice) => openWords(view, draft, unit, choice)),
    ...(open.length === 0 ? ["Nothing at all."] : []),
    ...(refused.length === 0 ? [] : ["Refused:"]),
    ...refused.map(({ name, refusal }) => `${name}: ${refusal}.`),
  ];
}

/** Whether another seat of the side commands a unit. */
function isOfAnother({ brief }: View, unit: Id): boolean {
  const commander = brief.formations[unit]?.seat ?? brief.wings[unit]?.seat ?? brief.seat;
  return commander !== brief.seat;
}

function othersWords(view: View, unit: Id): string {
  return `${unitName(view, unit)} is not this seat's to order: another seat commands it.`;
}

function openWords(view: View, draft: Draft, unit: Id, choice: VerbChoice): string {
  const { verb, name, says, order } = choice;
  if (order !== null || verb === "detach") return `${name}: ${says}.`;
  const { legal } = targetsOf(view, draft, unit, verb as Verb | AirVerb);
  const shown = legal
    .slice(0, FEW_TARGETS)
    .map((target) => targetWords(view, target))
    .join(", ");
  const rest = legal.length - FEW_TARGETS;
  const more = rest > 0 ? `, and ${rest} more: legal ${unit} ${verb}` : "";
  return `${name}: ${says}. ${shown}${more}.`;
}

/** A road has no name of its own: it is typed by its id. */
function targetWords({ brief }: View, { to, name, km }: Target): string {
  if (brief.links[to] !== undefined && brief.places[to] === undefined) return `${name} (id ${to})`;
  return km === null ? name : `${name} ${Math.round(km)} km`;
}

/** Every end that an order of one verb may have, the nearest first, and why the others are refused. */
export function targetRows(
  view: View,
  draft: Draft,
  unit: Id,
  verb: string,
): readonly string[] | null {
  if (isOfAnother(view, unit)) return [othersWords(view, unit)];
  const choice = verbChoices(view, unit).find((one) => one.verb === verb || one.name === verb);
  if (choice === undefined) return null;
  if (choice.order !== null || verb === "detach")
    return [
      choice.refusal === null ? `${choice.name}: ${choice.says}.` : `Refused: ${choice.refusal}.`,
    ];
  const { legal, refused } = targetsOf(view, draft, unit, choice.verb as Verb | AirVerb);
  return [
    `${unitName(view, unit)}, ${verb}: ${plural(legal.length, "end")} open, ${refused.length} not.`,
    ...legal.map((target) => `${targetWords(view, target)}.`),
    ...(refused.length === 0 ? [] : ["Refused:"]),
    ...refusedByReason(refused),
  ];
}

/** Ends that are refused for the same reason are told together. */
function refusedByReason(refused: readonly Target[]): readonly string[] {
  const reasonOf = ({ name, refusal }: Target) => (refusal?.message ?? "").replaceAll(name, "it");
  return [...new Set(refused.map(reasonOf))].map((reason) => {
    const alike = refused.filter((target) => reasonOf(target) === reason);
    return `${alike.map(({ name }) => name).join(", ")}: ${reason}.`;
  });
}
