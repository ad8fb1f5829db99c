/** Aircraft over as little ground as they need. */
import { type Setup, startWorld, type Wing, type World } from "../../src/engine/index.ts";
import { startOf } from "./table.ts";
import { tinySetup, type TinyParts, wingOf } from "./tiny-setup.ts";

/** Blue air at its base, behind a post; red in camp in the open. */
export const sky = (wing: Partial<Wing> = {}, change: Partial<TinyParts> = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red", terrain: "flat-hard" },
      post: { holder: "blue" },
      base: { holder: "blue", airbase: true },
      rear: { holder: "blue", airbase: true },
    },
    roads: ["camp post 20 road", "base post 8 road", "base rear 40 road"],
    formations: {
      guard: { side: "blue", place: "post" },
      ground: { side: "blue", place: "base" },
      column: { side: "red", place: "camp", men: 400 },
    },
    wings: { swifts: wingOf("blue", wing) },
    ...change,
  });

/** A start at which each blue seat has a report of the red column in camp. */
export const known = (setup: Setup, change: (copy: World) => void = () => {}): World =>
  startOf(setup, (copy) => {
    for (const [seat, { side }] of Object.entries(setup.seats))
      if (side === "blue")
        Object.assign(copy.knowledge[seat]!.contacts["column"]!, {
          place: "camp",
          men: startWorld(setup).formations["column"]!.men,
          turn: 0,
        });
    change(copy);
  });
