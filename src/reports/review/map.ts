import { turnHeading } from "../dates.ts";
import type { Frame, Section } from "../document/block.ts";
import { frameSvg } from "../map/frame.ts";
import { groundSvg } from "../map/ground.ts";
import { layoutOf } from "../map/layout.ts";
import { legendSvg } from "../map/legend.ts";
import { type Scene, seenScene, trueScene } from "../map/scene.ts";
import { changesIn, sceneSays, standingsIn } from "../map/told.ts";
import type { Moment, Reviewed, ReviewedTurn } from "./reviewed.ts";

/** The map at every turn, gone through with a slider: as it was, or as the seat knew it. */
export function mapSection(reviewed: Reviewed): Section {
  const { scenario, reader, start, turns } = reviewed;
  const { setup } = scenario;
  const layout = layoutOf(setup);
  const scenes = [start, ...turns].map((moment) => sceneOf(reviewed, moment));
  const frames = scenes.map((scene, at): Frame => {
    const turn = at === 0 ? null : (turns[at - 1] as ReviewedTurn);
    return {
      label: turn === null ? "Before turn 1" : turnHeading(setup.clock, turn.turn),
      says: sceneSays(setup, scene),
      items: turn === null ? [] : changesIn(setup, turn.events),
      standings: standingsIn(setup, scene),
      svg: frameSvg(setup, layout, scene),
    };
  });
  const title = reader === null ? "The map, as it was" : "The map, as this seat knew it";
  return {
    id: "map",
    title: "Map",
    blocks: [
      {
        kind: "frames",
        title,
        width: layout.width,
        height: layout.height,
        ground: groundSvg(setup, layout),
        legend: legendSvg(setup, reader !== null),
        sidcs: sidcsIn(scenes),
        frames,
      },
    ],
  };
}

function sceneOf({ scenario, reader }: Reviewed, moment: Moment | ReviewedTurn): Scene {
  const { setup } = scenario;
  const events = "events" in moment ? moment.events : [];
  if (moment.world !== null) return trueScene(setup, moment.world, events);
  const view = moment.views[reader ?? ""];
  return view === undefined
    ? { holders: {}, groups: [], axes: [], flights: [] }
    : seenScene(setup, view, events);
}

function sidcsIn(scenes: readonly Scene[]): readonly string[] {
  const all = scenes.flatMap(({ groups }) => groups.flatMap(({ members }) => members));
  return [...new Set(all.map(({ sidc }) => sidc))].toSorted();
}
