import {
  type Formation,
  type Id,
  type Parameters,
  type Setup,
  type Wing,
  withChildren,
} from "../engine/index.ts";
import { resolve, setOf, sorted } from "./resolve.ts";
import type { ScenarioFile } from "./schema/scenario.ts";

/** Formations as they take the field, with those that may be detached from them (3.4). */
export function compileFormations(file: ScenarioFile, parameters: Parameters): Setup["formations"] {
  const own = sorted(file.formations, (entry) => compileFormation(entry, file, parameters));
  return sorted(withChildren(own), (formation) => formation);
}

/** Men present; training of its class unless it has its own. */
function compileFormation(
  entry: ScenarioFile["formations"][string],
  file: ScenarioFile,
  parameters: Parameters,
): Formation {
  const formation = resolve(entry);
  const troops = parameters.classes[formation.class]!;
  return {
    name: formation.name,
    side: file.contingents[formation.contingent]!.side,
    seat: seatOf(formation.contingent, file),
    contingent: formation.contingent,
    parent: formation.parent,
    hq: formation.hq,
    echelon: formation.echelon,
    branch: formation.branch,
    sidc: formation.sidc,
    mobility: formation.mobility,
    class: formation.class,
    men: Math.round(formation.men * (formation.presentForDuty ?? troops.presentForDuty)),
    kit: sorted(formation.kit, (pieces) => pieces),
    quality: formation.quality ?? troops.quality,
    cohesion: formation.cohesion ?? troops.cohesion,
    supplyDays: formation.supplyDays,
    place: formation.place,
    reserve: formation.reserve,
    detachments: formation.detachments,
    knownTo: setOf(formation.knownTo),
  };
}

/** The seat that commands a contingent; a checked scenario has exactly one. */
function seatOf(contingent: Id, file: ScenarioFile): Id {
  return Object.keys(file.seats).find((id) => file.seats[id]!.contingents.includes(contingent))!;
}

/** A wing with its side, which is its seat's. */
export function compileWing(entry: ScenarioFile["wings"][string], file: ScenarioFile): Wing {
  const wing = resolve(entry);
  return {
    name: wing.name,
    side: file.seats[wing.seat]!.side,
    seat: wing.seat,
    contingent: wing.contingent,
    base: wing.base,
    alternate: wing.alternate,
    aircraft: wing.aircraft,
    sortiesPerAircraftPerDay: wing.sortiesPerAircraftPerDay,
    serviceability: wing.serviceability,
    fromHour: wing.fromHour,
    needsRunway: wing.needsRunway,
    missions: setOf(wing.missions),
    against: setOf(wing.against),
    controllers: wing.controllers,
  };
}
