import type { Condition, Effect, Id, Setup, World } from "../engine/index.ts";

/** One of the scenario's list of injects, for White's eyes. */
export interface ListedInject {
  readonly id: Id;
  readonly title: string;
  readonly text: string;
  readonly audience: readonly Id[];
  /** Null for one that comes by hand only. */
  readonly when: Condition | null;
  readonly effects: readonly Effect[];
  readonly expectedResponse: string;
  /** The turn in which it came; 0 while it has not. */
  readonly came: number;
}

/** The list as it stands, copied out of setup and world. */
export function listedInjects({ injects }: Setup, world: World): readonly ListedInject[] {
  return Object.entries(injects).map(([id, inject]) => {
    const { title, text, when, expectedResponse } = inject;
    const audience = [...inject.audience];
    const effects = [...inject.effects];
    const came = world.injects[id] ?? 0;
    return { id, title, text, audience, when, effects, expectedResponse, came };
  });
}
