/** The door of this room: text in, a Setup or every Problem out. Nothing here touches a file. */
export { aimsOf } from "./aims.ts";
export { type Factor, type FactorValues, patchOfPoint } from "./factors.ts";
export { FILE_KINDS, type FileKind, jsonSchemas, kindOf, schemaText } from "./kinds.ts";
export { type Json, parseJson } from "./json.ts";
export { LARGEST_FILE_BYTES } from "./limits.ts";
export type { PatchOperation } from "./patch.ts";
export type { Read } from "./read.ts";
export { type Claim, readClaim } from "./read-claim.ts";
export { type Coa, readCoa } from "./read-coa.ts";
export { type Design, readDesign } from "./read-design.ts";
export { type Excursion, readExcursion } from "./read-excursion.ts";
export { type ScenarioIndex, readIndex } from "./read-index.ts";
export type { Test } from "./schema/analysis.ts";
export type { ScenarioFile } from "./schema/scenario.ts";
export { type ReadOptions, type Scenario, readParameters, readScenario } from "./read-scenario.ts";
export { type UncertainNumber, uncertainNumbers } from "./uncertain-numbers.ts";
