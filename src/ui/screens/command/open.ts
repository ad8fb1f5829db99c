import type { ScreenOf } from "../../state.ts";

/** The command screen as it opens. */
export function openCommand(): ScreenOf<"command"> {
  return {
    kind: "command",
    tab: "forces",
    cursors: { forces: 0, air: 0, places: 0, orders: 0, seat: 0 },
    sight: { zoom: 1, centre: null },
    mode: { kind: "browse" },
  };
}
