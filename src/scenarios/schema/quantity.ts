import { z } from "zod";

/** Ids are keys of records: lower case, digits and hyphens, starting with a letter. */
export const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,47}$/,
    "an id: lower-case letters, digits, hyphens; starts with a letter",
  );

/** Text a person reads: no control characters, so that nothing in a file can steer a terminal. */
export const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(
      /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]*$/,
      "text without control characters",
    );

/** Ids of sources, at least one. */
export const sourceIds = z.array(z.string().regex(/^[A-Z][A-Za-z0-9-]{0,15}$/)).min(1);
/** High, medium or low, as in the record. */
export const confidence = z.enum(["H", "M", "L"]);

const QUANTITY =
  "a quantity: { value, low, high, sources, confidence }, or { value, assumption } that says why";
const POSITION =
  "a position: { lat, lon, errorKm } with { sources, confidence }, or with an assumption";

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

function bounded({ min, max, integer }: Bounds) {
  const number = z.number().min(min).max(max);
  return integer ? number.int() : number;
}

/**
 * A number with its parent: an estimate (value, low, high, sources, confidence) or an assumption
 * that says why. Nothing in a scenario is a bare number but its structure (turns, hours, points).
 */
export function quantity(bounds: Bounds) {
  const number = bounded(bounds);
  const estimate = z.strictObject({
    value: number,
    low: number,
    high: number,
    sources: sourceIds,
    confidence,
    note: text(600).optional(),
  });
  const assumption = z.strictObject({
    value: number,
    low: number.optional(),
    high: number.optional(),
    assumption: text(600),
  });
  return z.union([estimate, assumption], QUANTITY);
}

/** A number of men, whole. */
export const men = quantity({ min: 0, max: 200_000, integer: true });
/** A number of things, whole. */
export const count = quantity({ min: 0, max: 10_000, integer: true });
/** A share, 0 to 1. */
export const share = quantity({ min: 0, max: 1 });
/** A quantity from 0 to a bound. */
export const positive = (max: number) => quantity({ min: 0, max });

/** A position with the error of the source that gave it. */
export const position = z.union(
  [
    z.strictObject({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      errorKm: z.number().min(0).max(100),
      sources: sourceIds,
      confidence,
    }),
    z.strictObject({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      errorKm: z.number().min(0).max(100),
      assumption: text(600),
    }),
  ],
  POSITION,
);
