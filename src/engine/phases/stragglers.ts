import type { Phase, Unit } from "./turn.ts";

/** 11.4: stragglers of a formation that will not rally any more are missing, with those before them. */
export const stragglers: Phase = (turn) =>
  turn.units.flatMap(({ id, state }) =>
    isForsaken(state)
      ? [{ kind: "stragglers-missing", formation: id, men: state.stragglers } as const]
      : [],
  );

function isForsaken({ status, stragglers: men }: Unit["state"]): boolean {
  return men > 0 && (status === "lost" || status === "left");
}
