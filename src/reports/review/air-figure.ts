import type { Id } from "../../engine/index.ts";
import type { DrawingBlock } from "../document/block.ts";
import { nameOf } from "../names.ts";
import { barsSvg } from "../chart/bars.ts";
import { counted, rounded } from "../wording.ts";
import type { Reviewed } from "./reviewed.ts";

/** Sorties of each wing turn by turn: what was flown, and within it what it was worth. */
export function airFigure({ scenario, turns }: Reviewed, wings: readonly Id[]): DrawingBlock {
  const { setup } = scenario;
  const panels = wings.map((wing) => ({
    title: nameOf(setup, "wings", wing),
    bars: turns.map(({ turn, events }) => {
      const own = events.filter((event) => event.kind === "sorties-flown");
      const flown = own.filter((event) => event.wing === wing);
      return {
        turn,
        whole: flown.reduce((sum, { sorties }) => sum + sorties, 0),
        part: flown.reduce((sum, { effective }) => sum + effective, 0),
      };
    }),
  }));
  const title = "Sorties by wing and turn: flown (outline), and what they were worth (filled)";
  const says = panels.map(({ title: wing, bars }) => {
    const flown = bars.reduce((sum, { whole }) => sum + whole, 0);
    const worth = bars.reduce((sum, { part }) => sum + part, 0);
    const idle = bars.filter(({ whole }) => whole === 0).length;
    const rest = idle === 0 ? "" : `, none in ${counted(idle, "turn")}`;
    return `${wing}: ${counted(flown, "sortie")}, worth ${rounded(worth, 1)}${rest}.`;
  });
  return { kind: "drawing", title, says: says.join(" "), svg: barsSvg(panels) };
}
