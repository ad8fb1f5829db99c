/**
 * Arbitraries of fast-check for whoever tests a scenario or a claim in Vitest; our own tests draw
 * from the same.
 */
export { compileParameters } from "../scenarios/compile-parameters.ts";
export {
  type Factor,
  type FactorValues,
  patchOfPoint,
  type Read,
  readParameters,
  readScenario,
  type Scenario,
} from "../scenarios/index.ts";
export { estimatedMen, forceLevels } from "./testing/force-levels.ts";
export { conditionsIn, coursesOfActionIn, legalOrdersIn } from "./testing/orders.ts";
export { smallWars } from "./testing/small-war.ts";
export { type TinyParts, tinySetupWith } from "./testing/tiny-setup.ts";
