import { type LoadedScenario, loadScenario } from "../edge/load.ts";
import type { Id, Problem } from "../engine/index.ts";
import type { Policies } from "../lab/play-out.ts";
import { followCoa } from "../policies/course-of-action.ts";
import type { Policy } from "../policies/policy.ts";
import { type Read, readCoa, type ReadOptions } from "../scenarios/index.ts";

/** A scenario with the courses of action that history took. */
export interface LoadedRun extends LoadedScenario {
  readonly policies: Policies;
}

/** Reads a scenario by id or path and its historical courses of action; or every problem. */
export function loadRun(name: string | null, options: ReadOptions): Read<LoadedRun> {
  const loaded = loadScenario(name, options);
  if (!loaded.ok) return loaded;
  const policies = historicalPolicies(loaded.value);
  return policies.ok
    ? { ok: true, value: { ...loaded.value, policies: policies.value } }
    : policies;
}

/** The policies that play the record's courses of action, by seat. */
function historicalPolicies({ source, scenario }: LoadedScenario): Read<Policies> {
  const policies: Record<Id, Policy> = {};
  const problems: Problem[] = [];
  for (const [seat, id] of Object.entries(scenario.file.historical)) {
    const text = source.readCoa(id);
    const coa = text.ok ? readCoa(text.value, scenario.setup) : text;
    if (coa.ok) policies[seat] = followCoa(coa.value);
    else problems.push(...coa.problems.map((problem) => ofCoa(id, problem)));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: policies };
}

function ofCoa(id: Id, problem: Problem): Problem {
  return { ...problem, message: `in the course of action "${id}": ${problem.message}` };
}
