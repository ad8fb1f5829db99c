/** How hard properties are tried: `TADMOR_EFFORT=5 npm test` tries five times as many cases. */
const EFFORT = Number(process.env["TADMOR_EFFORT"] ?? 1);

/** The one case that is asked for by `TADMOR_CASE=SEED:PATH`, as a failed property prints it; or none. */
export const ASKED_CASE = askedCase(process.env["TADMOR_CASE"] ?? "");

/** Settings of a property that is tried so often, times the effort that was asked for. */
export function tries(cases: number): { readonly numRuns: number; readonly path?: string } {
  const numRuns = Math.max(1, Math.round(cases * EFFORT));
  return ASKED_CASE === null ? { numRuns } : { numRuns, path: ASKED_CASE.path };
}

function askedCase(text: string): { readonly seed: number; readonly path: string } | null {
  const [, seed, path] = /^(-?\d+):([\d:]+)$/.exec(text) ?? [];
  return path === undefined ? null : { seed: Number(seed), path };
}
