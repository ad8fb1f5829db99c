import type { EventKind, Id } from "../../engine/index.ts";
import type { Block, DrawingBlock, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { narrate } from "../narrate.ts";
import { titleOf } from "../names.ts";
import { courseSvg } from "../chart/course.ts";
import { rounded } from "../wording.ts";
import { momentsOf } from "./formation-states.ts";
import type { Moment, Reviewed } from "./reviewed.ts";

/** The tracks that the reader may see, over the turns, with what moved them as far as that is known. */
export function tracksSection(reviewed: Reviewed): Section | null {
  const { scenario, turns } = reviewed;
  const course = momentsOf(reviewed).map((moment) => tracksAt(reviewed, moment));
  const tracks = Object.keys(scenario.setup.tracks).filter((id) => id in (course[0] ?? {}));
  if (tracks.length === 0 || turns.length === 0) return null;
  return {
    id: "tracks",
    title: "Tracks",
    blocks: [
      figureOf(reviewed, tracks, course),
      ...movedList(reviewed),
      {
        kind: "fold",
        summary: "Every track turn by turn",
        blocks: [tableOfTracks(reviewed, tracks, course)],
      },
    ],
  };
}

type Values = Readonly<Record<Id, number>>;

function tracksAt({ reader }: Reviewed, { world, views }: Moment): Values {
  if (world !== null) return world.tracks;
  return reader === null ? {} : (views[reader]?.tracks ?? {});
}

function figureOf(
  { scenario }: Reviewed,
  tracks: readonly Id[],
  course: readonly Values[],
): DrawingBlock {
  const { setup } = scenario;
  const panels = tracks.map((id) => {
    const { minimum, maximum, thresholds } = setup.tracks[id]!;
    const marks = Object.values(thresholds).map(({ title, atLeast, atMost }) => ({
      at: atLeast ?? atMost ?? 0,
      words: title,
    }));
    const values = course.map((at) => at[id] ?? null);
    return {
      title: titleOf(setup, "tracks", id),
      domain: [minimum, maximum] as const,
      marks,
      lines: [{ name: id, letter: rounded(values.at(-1) ?? 0), values }],
    };
  });
  const title = "Tracks at the end of each turn";
  const says = tracks.map((id) => {
    const values = course.map((at) => at[id] ?? 0);
    return `${titleOf(setup, "tracks", id)}: from ${rounded(values[0] ?? 0)} to ${rounded(values.at(-1) ?? 0)}.`;
  });
  const svg = courseSvg({ panels, isStepped: true });
  return { kind: "drawing", title, says: says.join(" "), svg };
}

const MOVES: readonly EventKind[] = ["track-moved", "threshold-passed"];

function movedList({ scenario, turns }: Reviewed): Block[] {
  const items = turns.flatMap(({ turn, events }) =>
    events
      .filter(({ kind }) => MOVES.includes(kind))
      .map((event) => `Turn ${turn}: ${narrate(scenario.setup, event)}`),
  );
  if (items.length === 0) return [{ kind: "text", text: "No track moved." }];
  return [{ kind: "fold", summary: "What moved them", blocks: [{ kind: "list", items }] }];
}

function tableOfTracks(
  { scenario }: Reviewed,
  tracks: readonly Id[],
  course: readonly Values[],
): Block {
  const head = ["turn", ...tracks.map((id) => titleOf(scenario.setup, "tracks", id))];
  const rows = course.map((at, turn) => [
    turn === 0 ? "start" : String(turn),
    ...tracks.map((id) => rounded(at[id] ?? 0)),
  ]);
  return tableOf("Tracks at the end of each turn", [head, ...rows], true);
}
