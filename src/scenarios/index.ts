/** The door of this room: text in, a Setup or every Problem out. Nothing here touches a file. */
export { FILE_KINDS, type FileKind, jsonSchemas, kindOf, schemaText } from "./kinds.ts";
export { type Json, type JsonObject, parseJson } from "./json.ts";
export { LARGEST_FILE_BYTES } from "./limits.ts";
export { tooLarge } from "./json-problems.ts";
export type { PatchOperation } from "./patch.ts";
export type { Read } from "./read.ts";
export { type Coa, type CoaRule, readCoa } from "./read-coa.ts";
export { type ScenarioIndex, readIndex } from "./read-index.ts";
export { type ReadOptions, type Scenario, readParameters, readScenario } from "./read-scenario.ts";
export type { ParametersFile } from "./schema/parameters.ts";
export type { ScenarioFile } from "./schema/scenario.ts";
