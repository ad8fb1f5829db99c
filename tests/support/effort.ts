/** How hard properties are tried: `TADMOR_EFFORT=5 npm test` tries five times as many cases. */
const EFFORT = Number(process.env["TADMOR_EFFORT"] ?? 1);

/** Settings of a property that is tried so often, times the effort that was asked for. */
export function tries(cases: number): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.round(cases * EFFORT)) };
}
