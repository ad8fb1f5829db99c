import { type Problem, childIds, hashId } from "../../engine/index.ts";
import { HASHED_SECTIONS, OWN_IDS } from "../hash.ts";
import type { JsonObject } from "../json.ts";
import { idsOf, numberOf, problemAt, recordsOf } from "../loose.ts";
import type { Path } from "../pointer.ts";
import { describe } from "../text.ts";

interface Named {
  readonly section: string;
  readonly id: string;
  readonly path: Path;
}

/** Ids that an order or chance could not tell apart: used twice, or with one hash. */
export function checkIds(data: JsonObject, parameters: JsonObject | undefined): Problem[] {
  const kit = (idsOf(parameters, "kit") ?? []).map((id) => named("kit", id));
  const children = childrenIn(data);
  return [
    ...twiceProblems([...namesIn(data, OWN_IDS), ...children]),
    ...clashProblems([...kit, ...namesIn(data, HASHED_SECTIONS), ...children]),
    ...longProblems(children),
  ];
}

function named(section: string, id: string): Named {
  return { section, id, path: [section, id] };
}

function namesIn(data: JsonObject, sections: readonly string[]): Named[] {
  return sections.flatMap((section) =>
    (idsOf(data, section) ?? []).map((id) => named(section, id)),
  );
}

const MOST_CHILDREN = 9;

/** Ids that formations set aside for what they may detach. */
function childrenIn(data: JsonObject): Named[] {
  return recordsOf(data, "formations").flatMap(([id, formation]) => {
    const number = numberOf(formation["detachments"]) ?? 0;
    const ids = childIds(id, Math.max(0, Math.min(MOST_CHILDREN, Math.floor(number))));
    const path = ["formations", id, "detachments"];
    return ids.map((child) => ({ section: "formations", id: child, path }));
  });
}

const LONGEST = 48;

/** Ids of detachments that no order could name. */
function longProblems(children: readonly Named[]): Problem[] {
  return children
    .filter(({ id }) => id.length > LONGEST)
    .map(({ id, path }) => {
      const message = `found a detachment that would be called ${describe(id)}, expected an id of at most ${LONGEST} characters`;
      return problemAt(path, "id.long", message, "give the formation a shorter id");
    });
}

function twiceProblems(names: readonly Named[]): Problem[] {
  const firsts = new Map<string, string>();
  return names.flatMap(({ section, id, path }) => {
    const first = firsts.get(id);
    firsts.set(id, first ?? section);
    if (first === undefined) return [];
    const message = `found the id ${describe(id)} in "${section}" and in "${first}", expected each id once`;
    return [problemAt(path, "id.twice", message, "rename one of the two")];
  });
}

function clashProblems(names: readonly Named[]): Problem[] {
  const firsts = new Map<number, Named>();
  return names.flatMap(({ section, id, path }) => {
    const hash = hashId(id);
    const first = firsts.get(hash);
    firsts.set(hash, first ?? { section, id, path });
    if (first === undefined || first.id === id) return [];
    const message = `found the hash of ${describe(first.id)} in "${first.section}" again, expected a hash of its own`;
    return [
      problemAt(
        path,
        "id.hash-clash",
        message,
        "rename one of the two: their dice would be the same",
      ),
    ];
  });
}
