import type { Parameters } from "../engine/index.ts";
import { resolve } from "./resolve.ts";
import type { ParametersFile } from "./schema/parameters.ts";

/** The model's numbers at their central values; what only a reader needs is left out. */
export function compileParameters(file: ParametersFile): Parameters {
  const { $schema: _schema, format: _format, title: _title, sources: _sources, ...numbers } = file;
  return resolve(numbers);
}
