import { readCovers } from "../edge/covers.ts";
import type { LoadedScenario } from "../edge/load.ts";
import type { ScenarioCover } from "../ui/ports.ts";

/** Every scenario that ships and, where it is none of them, the one given on the command line first. */
export function coversWith(loaded: LoadedScenario, key: string): readonly ScenarioCover[] {
  const shipped = readCovers().map((cover) => ({ ...cover, key: cover.id }));
  return shipped.some((cover) => cover.key === key) ? shipped : [ownCover(loaded, key), ...shipped];
}

function ownCover({ scenario: { file, setup } }: LoadedScenario, key: string): ScenarioCover {
  return {
    key,
    id: setup.id,
    title: file.title,
    teaches: file.tutorial !== null,
    seats: Object.fromEntries(Object.entries(setup.seats).map(([id, { name }]) => [id, name])),
    clock: setup.clock,
  };
}
