import { z } from "zod";
import type { Path } from "./pointer.ts";

type Schema = z.core.$ZodType;

/** The schemas that may rule the value at a path: more than one below a union. */
function schemasAt(schema: Schema, path: Path): Schema[] {
  let found = unwrap(schema);
  for (const step of path) found = found.flatMap((each) => below(each, step)).flatMap(unwrap);
  return found;
}

/** The keys an object may have at a path, in the schema's order. */
export function keysAt(schema: Schema, path: Path): string[] {
  const objects = schemasAt(schema, path).filter((each) => each instanceof z.ZodObject);
  return [...new Set(objects.flatMap((each) => Object.keys(each.shape)))];
}

/** Whether the number, or the quantity, at a path is whole by its schema. */
export function isWholeAt(schema: Schema, path: Path): boolean {
  const found = schemasAt(schema, path).flatMap((each) =>
    each instanceof z.ZodObject && "value" in each.shape ? unwrap(each.shape["value"]) : [each],
  );
  return found.some((each) => each instanceof z.ZodNumber && each.isInt);
}

function unwrap(schema: Schema): Schema[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unwrap(option));
  if (schema instanceof z.ZodLazy) return unwrap(schema.unwrap());
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault;
  return wrapped ? unwrap(schema.unwrap()) : [schema];
}

function below(schema: Schema, step: string | number): Schema[] {
  if (schema instanceof z.ZodObject) return step in schema.shape ? [schema.shape[step]] : [];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodTuple) return schema.def.items.slice(Number(step), Number(step) + 1);
  return [];
}
