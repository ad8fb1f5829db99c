import { drawKey, PURPOSES } from "../chance/chance.ts";
import type { Ruling } from "../chance/rulings.ts";
import { type Effect, type HandInject, isListed } from "../events/inject.ts";
import type { Problem } from "./problem.ts";
import type { Id, Setup } from "./setup.ts";

/** Everything that a ruling of White's names and the scenario does not have; paths into the ruling. */
export function rulingProblems(setup: Setup, ruling: Ruling): Problem[] {
  switch (ruling.kind) {
    case "draw":
      return isDrawKey(setup, ruling.key) ? [] : [unknown("/key", ruling.key, "the key of a draw")];
    case "battle": {
      const isLocus = Object.hasOwn({ ...setup.places, ...setup.links }, ruling.locus);
      return isLocus ? [] : [unknown("/locus", ruling.locus, "a place or a link")];
    }
    case "break":
      return named(setup.formations, ruling.formation, "/formation", "a formation");
    case "patron": {
      const { contingent } = ruling;
      const isPatron = Object.hasOwn(setup.contingents, contingent)
        ? setup.contingents[contingent]?.patron !== null
        : false;
      return isPatron ? [] : [unknown("/contingent", contingent, "a contingent of a patron")];
    }
  }
}

function isDrawKey({ idHashes }: Setup, key: string): boolean {
  const [purpose = "", block = "", locus = "", subject = ""] = key.split("/");
  if (!Object.hasOwn(PURPOSES, purpose) || !/^\d{1,6}$/.test(block)) return false;
  const isKnown = (id: string) => id === "-" || Object.hasOwn(idHashes, id);
  if (!isKnown(locus) || !isKnown(subject)) return false;
  return drawKey(purpose as keyof typeof PURPOSES, Number(block), locus, subject) === key;
}

/** Everything that an inject of White's hand names and the scenario does not have. */
export function injectProblems(setup: Setup, inject: HandInject): Problem[] {
  const audience = (inject.audience ?? []).flatMap((seat, at) =>
    named(setup.seats, seat, `/audience/${at}`, "a seat"),
  );
  if (isListed(inject)) {
    return [...named(setup.injects, inject.inject, "/inject", "an inject"), ...audience];
  }
  const effects = inject.effects.flatMap((effect, at) =>
    effectProblems(setup, effect, `/effects/${at}`),
  );
  return [...audience, ...effects];
}

function effectProblems(setup: Setup, effect: Effect, path: string): Problem[] {
  switch (effect.kind) {
    case "track":
      return named(setup.tracks, effect.track, `${path}/track`, "a track");
    case "release-pool":
      return named(setup.pools, effect.pool, `${path}/pool`, "a pool");
    case "cohesion":
      return "formation" in effect
        ? named(setup.formations, effect.formation, `${path}/formation`, "a formation")
        : named(setup.contingents, effect.contingent, `${path}/contingent`, "a contingent");
    case "recall":
      return effect.formations.flatMap((id, at) =>
        named(setup.formations, id, `${path}/formations/${at}`, "a formation"),
      );
    case "tolerance":
    case "command":
      return named(setup.contingents, effect.contingent, `${path}/contingent`, "a contingent");
    case "sorties":
      return named(setup.wings, effect.wing, `${path}/wing`, "a wing");
    case "supply":
      return named(setup.sides, effect.side, `${path}/side`, "a side");
  }
}

function named(all: Readonly<Record<Id, unknown>>, id: Id, path: string, what: string): Problem[] {
  return Object.hasOwn(all, id) ? [] : [unknown(path, id, what)];
}

function unknown(path: string, id: string, what: string): Problem {
  const message = `found "${id}", expected ${what} of the scenario`;
  return { code: "hand.unknown", path, message, hint: "name one that the scenario has" };
}
