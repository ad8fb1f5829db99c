import type { Event } from "../events/types.ts";
import type { Id } from "../world/id.ts";
import type { View } from "./types.ts";

/** Fields of events under which a formation, a wing, a contingent, a pool, a track or an aim is named. */
const NAMING: ReadonlySet<string> = new Set([
  "child",
  "contingent",
  "forgotten",
  "formation",
  "formations",
  "into",
  "objective",
  "pool",
  "seen",
  "track",
  "wing",
]);

/**
 * Ids of whatever of others a seat was shown or told of. Words that only look like an id are none:
 * a verb, a kind of kit, a side, and whatever somebody asked for in an order that was refused.
 */
export function mentionedIn(
  views: readonly Pick<View, "contacts">[],
  events: readonly Event[],
): ReadonlySet<Id> {
  const said = new Set<Id>();
  for (const { contacts } of views) for (const id of Object.keys(contacts)) said.add(id);
  for (const event of events) collect(event, "", said);
  return said;
}

function collect(data: unknown, field: string, said: Set<Id>): void {
  if (typeof data === "string") {
    if (NAMING.has(field)) said.add(data);
  } else if (Array.isArray(data)) for (const one of data) collect(one, field, said);
  else if (typeof data === "object" && data !== null)
    for (const [key, part] of Object.entries(data)) collect(part, key, said);
}
