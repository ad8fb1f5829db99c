import { match } from "ts-pattern";
import type { Event, EventOf } from "../engine/index.ts";
import { hasAim, nameOf, type Names, titleOf } from "./names.ts";
import * as air from "./tell-air.ts";
import * as fighting from "./tell-fighting.ts";
import * as movement from "./tell-movement.ts";
import * as orders from "./tell-orders.ts";
import * as ground from "./tell-place.ts";
import * as strategy from "./tell-strategy.ts";
import { counted, listed, rounded, sentence, signed } from "./wording.ts";

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
    .with({ kind: "detached" }, (one) => orders.tellDetached(names, one))
    .with({ kind: "joined" }, (one) => orders.tellJoined(names, one))
    .with({ kind: "order-failed" }, (one) => orders.tellFailed(names, one))
    .with({ kind: "sorties-flown" }, (one) => air.tellSorties(names, one))
    .with({ kind: "support-claimed" }, (one) => air.tellClaimed(names, one))
    .with({ kind: "air-struck" }, (one) => air.tellStruck(names, one))
    .with({ kind: "column-struck" }, (one) => air.tellColumn(names, one))
    .with({ kind: "kit-destroyed" }, (one) => air.tellDestroyed(names, one))
    .with({ kind: "rules-set" }, (one) => air.tellRules(names, one))
    .with({ kind: "civilians-harmed" }, (one) => air.tellHarmed(names, one))
    .with({ kind: "wing-rebased" }, (one) => air.tellRebased(names, one))
    .with({ kind: "depot-stocked" }, (one) => air.tellStocked(names, one))
    .with({ kind: "depot-drawn" }, (one) => ground.tellDrawn(names, one))
    .with({ kind: "demolished" }, (one) => ground.tellDemolished(names, one))
    .with({ kind: "civilians-left" }, (one) => ground.tellEvacuated(names, one))
    .with({ kind: "marched" }, (one) => movement.tellMarched(names, one))
    .with({ kind: "halted" }, (one) => movement.tellHalted(names, one))
    .with({ kind: "deployed" }, (one) => movement.tellDeployed(names, one))
    .with({ kind: "rotated" }, (one) => movement.tellRotated(names, one))
    .with({ kind: "scouted" }, (one) => movement.tellScouted(names, one))
    .with({ kind: "gave-way" }, (one) => fighting.tellGaveWay(names, one))
    .with({ kind: "place-taken" }, (one) => fighting.tellTaken(names, one))
    .with({ kind: "front-moved" }, (one) => fighting.tellFront(names, one))
    .with({ kind: "battle-resolved" }, (one) => fighting.tellBattle(names, one))
    .with({ kind: "cohesion-lost" }, (one) => fighting.tellCohesion(names, one))
    .with({ kind: "formation-broke" }, (one) => fighting.tellBroke(names, one))
    .with({ kind: "retreated" }, (one) => fighting.tellRetreated(names, one))
    .with({ kind: "surrendered" }, (one) => fighting.tellSurrendered(names, one))
    .with({ kind: "patron-weighed" }, (one) => strategy.tellWeighed(names, one))
    .with({ kind: "patron-held" }, (one) => strategy.tellHeld(names, one))
    .with({ kind: "formation-left" }, (one) => strategy.tellLeft(names, one))
    .with({ kind: "contingent-left" }, ({ contingent }) => {
      return `${nameOf(names, "contingents", contingent)} left the campaign.`;
    })
    .with({ kind: "arrived" }, (one) => movement.tellArrived(names, one))
    .with({ kind: "pool-called" }, (one) => strategy.tellCalled(names, one))
    .with({ kind: "rallied" }, (one) => movement.tellRallied(names, one))
    .with({ kind: "stragglers-missing" }, (one) => movement.tellForsaken(names, one))
    .with({ kind: "refitted" }, ({ formations }) => {
      return `${counted(formations.length, "formation")} rested, dug in and drew supply.`;
    })
    .with({ kind: "kit-taken" }, (one) => ground.tellKit(names, one))
    .with({ kind: "track-moved" }, (one) => strategy.tellTrack(names, one))
    .with({ kind: "threshold-passed" }, (one) => strategy.tellThreshold(names, one))
    .with({ kind: "tolerance-shifted" }, (one) => strategy.tellTolerance(names, one))
    .with({ kind: "sorties-scaled" }, (one) => strategy.tellScaled(names, one))
    .with({ kind: "command-changed" }, (one) => strategy.tellCommand(names, one))
    .with({ kind: "supply-changed" }, (one) => strategy.tellSupply(names, one))
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

function tellScored(
  names: Names,
  { objective, seats, points }: EventOf<"objective-scored">,
): string {
  const who = listed(seats.map((seat) => nameOf(names, "seats", seat)));
  const scored = `${who === "" ? "" : `${who} `}scored ${signed(points)}`;
  return `${scored}: ${titleOf(names, "objectives", objective)}.`;
}
