/** The scenario that ships, and its courses of action, read as a player's machine reads them. */
import { readFileSync } from "node:fs";
import { type Condition, type Id, parseOrder, type Setup } from "../../src/engine/index.ts";
import { type CourseOfAction, followCoa } from "../../src/policies/course-of-action.ts";
import type { Policy } from "../../src/policies/policy.ts";
import { readScenario, type Scenario } from "../../src/scenarios/index.ts";
import { ERC_1 } from "./small-scenario.ts";

const SCENARIOS = new URL("../../scenarios/", import.meta.url);
const readText = (path: string) => readFileSync(new URL(path, SCENARIOS), "utf8");

interface IndexFile {
  readonly default: Id;
  readonly scenarios: Readonly<
    Record<Id, { readonly file: string; readonly coas: Readonly<Record<Id, string>> }>
  >;
}

const index = JSON.parse(readText("index.json")) as IndexFile;

/** Texts of the courses of action of the default scenario, by id. */
const COA_TEXTS: Readonly<Record<Id, string>> = Object.fromEntries(
  Object.entries(index.scenarios[index.default]!.coas).map(([id, path]) => [id, readText(path)]),
);

/** The default scenario; throws its problems. */
function readShipped(): Scenario {
  const read = readScenario(readText(index.scenarios[index.default]!.file), ERC_1);
  if (read.ok) return read.value;
  throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
}

const shipped = readShipped();

/** The Setup of the default scenario in its default length. */
export const SHIPPED: Setup = shipped.setup;

interface CoaFile {
  readonly id: Id;
  readonly seat: Id;
  readonly title: string;
  readonly intent: string;
  readonly rules: readonly { readonly when?: Condition; readonly orders: readonly string[] }[];
}

function coaOf(text: string): CourseOfAction {
  const { id, seat, title, intent, rules } = JSON.parse(text) as CoaFile;
  const orders = (lines: readonly string[]) =>
    lines.map((line) => {
      const parsed = parseOrder(line);
      if (!parsed.ok) throw new Error(`${id}: ${line}: ${parsed.problem.message}`);
      return parsed.order;
    });
  return {
    id,
    seat,
    title,
    intent,
    rules: rules.map((rule) => ({
      when: rule.when ?? { always: true },
      orders: orders(rule.orders),
    })),
  };
}

/** Every course of action of the default scenario. */
export const SHIPPED_PLANS: readonly CourseOfAction[] = Object.values(COA_TEXTS).map(coaOf);

/** The courses of action that history took in the default scenario, as policies by seat. */
export function historicalPolicies(): Readonly<Record<Id, Policy>> {
  const taken = Object.values(shipped.file.historical);
  const plans = SHIPPED_PLANS.filter(({ id }) => taken.includes(id));
  return Object.fromEntries(plans.map((plan) => [plan.seat, followCoa(plan)]));
}
