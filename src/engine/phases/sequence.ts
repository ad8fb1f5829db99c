import { air } from "./air.ts";
import { arrivals } from "./arrivals.ts";
import { bases } from "./bases.ts";
import { battles } from "./battles.ts";
import { begin } from "./begin.ts";
import { cohesion } from "./cohesion.ts";
import { contagion } from "./contagion.ts";
import { demolition } from "./demolition.ts";
import { evacuation } from "./evacuation.ts";
import { givingWay } from "./giving-way.ts";
import { injects } from "./injects.ts";
import { lostOnTheRoad } from "./interdiction.ts";
import { lost } from "./lost.ts";
import { movement } from "./movement.ts";
import { beginOrders, receiveOrders } from "./orders.ts";
import { departures, patrons } from "./patrons.ts";
import { reorganise } from "./reorganise.ts";
import { debrief, reconnaissance } from "./reports.ts";
import { falls, flight, withdrawals } from "./retreats.ts";
import { rulesOfEngagement } from "./rules-of-engagement.ts";
import { siege } from "./siege.ts";
import { stragglers } from "./stragglers.ts";
import { support } from "./support.ts";
import { thresholds } from "./thresholds.ts";
import { tracks } from "./tracks.ts";
import type { Phase } from "./turn.ts";
import { upkeep } from "./upkeep.ts";
import { ending, objectives } from "./victory.ts";

/** The turn, in the order it is adjudicated: each phase reads what the ones before it wrote. */
export const SEQUENCE: readonly (readonly [string, Phase])[] = [
  ["orders received", receiveOrders],
  ["weather and daylight", begin],
  ["injects", injects],
  ["reconnaissance", reconnaissance],
  ["orders begin", beginOrders],
  ["reorganise", reorganise],
  ["rules of engagement", rulesOfEngagement],
  ["air", air],
  ["lost to air", lost],
  ["movement", movement],
  ["lost on the road", lostOnTheRoad],
  ["battles", battles],
  ["support from the air", support],
  ["lost in battle", lost],
  ["cohesion and break", cohesion],
  ["ordered withdrawals", withdrawals],
  ["falls and retreats", falls],
  ["flight", flight],
  ["giving way", givingWay],
  ["contagion", contagion],
  ["siege", siege],
  ["patrons weigh", patrons],
  ["patrons leave", departures],
  ["bases", bases],
  ["arrivals", arrivals],
  ["demolition", demolition],
  ["evacuation", evacuation],
  ["supply and recovery", upkeep],
  ["tracks", tracks],
  ["thresholds", thresholds],
  ["stragglers", stragglers],
  ["objectives", objectives],
  ["debrief", debrief],
  ["end", ending],
];
