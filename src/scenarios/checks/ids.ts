import { type Problem, hashId } from "../../engine/index.ts";
import { HASHED_SECTIONS, OWN_IDS } from "../hash.ts";
import type { JsonObject } from "../json.ts";
import { idsOf, problemAt } from "../loose.ts";
import { describe } from "../text.ts";

interface Named {
  readonly section: string;
  readonly id: string;
}

/** Ids that an order or chance could not tell apart: used twice, or with one hash. */
export function checkIds(data: JsonObject, parameters: JsonObject | undefined): Problem[] {
  const kit = (idsOf(parameters, "kit") ?? []).map((id) => ({ section: "kit", id }));
  return [
    ...twiceProblems(namesIn(data, OWN_IDS)),
    ...clashProblems([...kit, ...namesIn(data, HASHED_SECTIONS)]),
  ];
}

function namesIn(data: JsonObject, sections: readonly string[]): Named[] {
  return sections.flatMap((section) => (idsOf(data, section) ?? []).map((id) => ({ section, id })));
}

function twiceProblems(names: readonly Named[]): Problem[] {
  const firsts = new Map<string, string>();
  return names.flatMap(({ section, id }) => {
    const first = firsts.get(id);
    firsts.set(id, first ?? section);
    if (first === undefined) return [];
    const message = `found the id ${describe(id)} in "${section}" and in "${first}", expected each id once`;
    return [problemAt([section, id], "id.twice", message, "rename one of the two")];
  });
}

function clashProblems(names: readonly Named[]): Problem[] {
  const firsts = new Map<number, Named>();
  return names.flatMap(({ section, id }) => {
    const hash = hashId(id);
    const first = firsts.get(hash);
    firsts.set(hash, first ?? { section, id });
    if (first === undefined || first.id === id) return [];
    const message = `found the hash of ${describe(first.id)} in "${first.section}" again, expected a hash of its own`;
    return [
      problemAt(
        [section, id],
        "id.hash-clash",
        message,
        "rename one of the two: their dice would be the same",
      ),
    ];
  });
}
