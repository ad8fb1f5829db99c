import { digestOf, ENGINE_VERSION, worldDigests } from "../engine/index.ts";
import { playOut } from "./play-out.ts";
import type { Game } from "./replicate.ts";

/**
 * The digest of the rules as far as some games use them: the engine's version, and the world in
 * which each of the games ends. Whoever has another gets other runs.
 */
export function engineHash(games: readonly Game[]): string {
  const ends = games.map(({ setup, policies, aims }) => {
    const options = { turns: setup.turns, hand: "plain", aims } as const;
    return digestOf(worldDigests(playOut(setup, policies, "engine", options)));
  });
  return digestOf({ version: ENGINE_VERSION, ends });
}
