import type { Problem } from "../../engine/index.ts";
import { HASHED_SECTIONS, hashOf } from "../hash.ts";
import type { JsonObject } from "../json.ts";
import { idsOf, problemAt } from "../loose.ts";
import { describe } from "../text.ts";

interface Owner {
  readonly section: string;
  readonly id: string;
}

/** Ids that chance or an order could not tell apart: used twice, or with one hash. */
export function checkIds(data: JsonObject): Problem[] {
  const owners = new Map<number, Owner>();
  return HASHED_SECTIONS.flatMap((section) =>
    (idsOf(data, section) ?? []).flatMap((id) => {
      const hash = hashOf(id);
      const first = owners.get(hash);
      owners.set(hash, first ?? { section, id });
      return first === undefined
        ? []
        : [first.id === id ? twice(section, first) : clash(section, id, first)];
    }),
  );
}

function twice(section: string, { id, section: other }: Owner): Problem {
  return problemAt(
    [section, id],
    "id.twice",
    `found the id ${describe(id)} in "${section}" and in "${other}", expected each id once`,
    "rename one of the two",
  );
}

function clash(section: string, id: string, { id: first, section: other }: Owner): Problem {
  return problemAt(
    [section, id],
    "id.hash-clash",
    `found the hash of ${describe(first)} in "${other}" again, expected a hash of its own`,
    "rename one of the two: their dice would be the same",
  );
}
