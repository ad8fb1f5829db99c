import { air } from "./air.ts";
import { arrivals } from "./arrivals.ts";
import { bases } from "./bases.ts";
import { battles } from "./battles.ts";
import { begin } from "./begin.ts";
import { cohesion } from "./cohesion.ts";
import { contagion } from "./contagion.ts";
import { injects } from "./injects.ts";
import { lost } from "./lost.ts";
import { movement } from "./movement.ts";
import { beginOrders, receiveOrders } from "./orders.ts";
import { departures, patrons } from "./patrons.ts";
import { debrief, reconnaissance } from "./reports.ts";
import { falls, flight, withdrawals } from "./retreats.ts";
import { siege } from "./siege.ts";
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
  ["air", air],
  ["lost to air", lost],
  ["movement", movement],
  ["battles", battles],
  ["lost in battle", lost],
  ["cohesion and break", cohesion],
  ["ordered withdrawals", withdrawals],
  ["falls and retreats", falls],
  ["flight", flight],
  ["contagion", contagion],
  ["siege", siege],
  ["patrons weigh", patrons],
  ["patrons leave", departures],
  ["bases", bases],
  ["arrivals", arrivals],
  ["supply and recovery", upkeep],
  ["tracks", tracks],
  ["objectives", objectives],
  ["debrief", debrief],
  ["end", ending],
];
