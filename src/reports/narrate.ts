import { match } from "ts-pattern";
import type { Event, EventOf } from "../engine/index.ts";
import { hasAim, nameOf, type Names, titleOf } from "./names.ts";
import * as air from "./tell-air.ts";
import * as fighting from "./tell-fighting.ts";
import * as movement from "./tell-movement.ts";
import * as orders from "./tell-orders.ts";
import { counted, kitText, listed, rounded, sentence, signed } from "./wording.ts";

/** One event as one plain sentence for a person, with the names of things. */
export function narrate(names: Names, event: Event): string {
  return sentence(tell(names, event));
}

function tell(names: Names, event: Event): string {
  return match(event)
    .with({ kind: "turn-began" }, (one) => orders.tellTurn(names, one))
    .with({ kind: "reported" }, (one) => orders.tellReported(names, one))
    .with({ kind: "inject-came" }, ({ title, text }) => `${title}: ${text}`)
    .with({ kind: "order-received" }, (one) => orders.tellReceived(names, one))
    .with({ kind: "order-refused" }, (one) => orders.tellRefused(names, one))
    .with({ kind: "order-began" }, (one) => orders.tellBegan(names, one))
    .with({ kind: "sorties-flown" }, (one) => air.tellSorties(names, one))
    .with({ kind: "air-struck" }, (one) => air.tellStruck(names, one))
    .with({ kind: "wing-rebased" }, (one) => air.tellRebased(names, one))
    .with({ kind: "marched" }, (one) => movement.tellMarched(names, one))
    .with({ kind: "halted" }, (one) => movement.tellHalted(names, one))
    .with({ kind: "deployed" }, (one) => movement.tellDeployed(names, one))
    .with({ kind: "place-taken" }, (one) => fighting.tellTaken(names, one))
    .with({ kind: "front-moved" }, (one) => fighting.tellFront(names, one))
    .with({ kind: "battle-resolved" }, (one) => fighting.tellBattle(names, one))
    .with({ kind: "cohesion-lost" }, (one) => fighting.tellCohesion(names, one))
    .with({ kind: "formation-broke" }, (one) => fighting.tellBroke(names, one))
    .with({ kind: "retreated" }, (one) => fighting.tellRetreated(names, one))
    .with({ kind: "surrendered" }, (one) => fighting.tellSurrendered(names, one))
    .with({ kind: "patron-weighed" }, (one) => tellWeighed(names, one))
    .with({ kind: "formation-left" }, (one) => tellLeft(names, one))
    .with({ kind: "contingent-left" }, ({ contingent }) => {
      return `${nameOf(names, "contingents", contingent)} left the campaign.`;
    })
    .with({ kind: "arrived" }, (one) => movement.tellArrived(names, one))
    .with({ kind: "pool-called" }, ({ pool }) => `${titleOf(names, "pools", pool)} were called.`)
    .with({ kind: "rallied" }, (one) => movement.tellRallied(names, one))
    .with({ kind: "refitted" }, ({ formations }) => {
      return `${counted(formations.length, "formation")} rested, dug in and drew supply.`;
    })
    .with({ kind: "kit-taken" }, (one) => tellKit(names, one))
    .with({ kind: "track-moved" }, (one) => tellTrack(names, one))
    .with({ kind: "objective-scored" }, (one) => tellScored(names, one))
    .with({ kind: "game-ended" }, ({ scores }) => {
      const scored = Object.entries(scores).filter(([seat]) => hasAim(names, seat));
      const all = scored.map(([seat, score]) => scoreText(names, seat, score));
      return `The game ended.${all.length === 0 ? "" : ` Scores: ${all.join("; ")}.`}`;
    })
    .exhaustive();
}

function scoreText(names: Names, seat: string, score: number): string {
  return `${nameOf(names, "seats", seat)} ${rounded(score)}`;
}

function tellScored(names: Names, { objective, points }: EventOf<"objective-scored">): string {
  const seats = names.objectives[objective]?.seats ?? [];
  const who = listed(seats.map((seat) => nameOf(names, "seats", seat)));
  const scored = `${who === "" ? "" : `${who} `}scored ${signed(points)}`;
  return `${scored}: ${titleOf(names, "objectives", objective)}.`;
}

function tellWeighed(names: Names, event: EventOf<"patron-weighed">): string {
  const { contingent, risk, tolerance, leavesTurn } = event;
  const decision = leavesTurn > 0 ? `it leaves in turn ${leavesTurn}` : "it stays";
  const weighed = `a reported risk of ${rounded(risk)} against a tolerance of ${rounded(tolerance)}`;
  return `${nameOf(names, "contingents", contingent)} weighed ${weighed}: ${decision}.`;
}

function tellLeft(names: Names, { formation, place }: EventOf<"formation-left">): string {
  return `${nameOf(names, "formations", formation)} left ${nameOf(names, "places", place)} for home.`;
}

function tellKit(names: Names, { place, formation, kit }: EventOf<"kit-taken">): string {
  const pieces = kitText(names, kit);
  const where = nameOf(names, "places", place);
  const name = nameOf(names, "formations", formation);
  if (pieces === "") return `${name} found nothing of use in what was left at ${where}.`;
  return `${name} put ${pieces} left at ${where} into service.`;
}

function tellTrack(names: Names, { track, to, because }: EventOf<"track-moved">): string {
  const causes = [...new Set(because.split(", "))].map((cause) => cause.replaceAll("-", " "));
  return `${titleOf(names, "tracks", track)} moved to ${rounded(to)} (${listed(causes)}).`;
}
