import { type HandInject, type Id, isListed, type Ruling, subjectOf } from "../engine/index.ts";
import { invariant } from "../engine/index.ts";
import type { InjectLine } from "./lines.ts";

/** The line that records an inject put in by a seat's hand. */
export function injectLine(turn: number, by: Id, inject: HandInject): InjectLine {
  if (!isListed(inject)) {
    const { title, text, audience, effects } = inject;
    return { kind: "inject", turn, by, inject: null, audience, title, text, effects };
  }
  const audience = inject.audience ?? null;
  const own = { title: null, text: null, effects: [] };
  return { kind: "inject", turn, by, inject: inject.inject, audience, ...own };
}

/** The inject that a line records. */
export function injectIn({ inject, audience, title, text, effects }: InjectLine): HandInject {
  if (inject !== null) return audience === null ? { inject } : { inject, audience };
  const isWhole = audience !== null && title !== null && text !== null;
  invariant(isWhole, "a free inject without title, text or audience was read");
  return { title, text, audience, effects };
}

/** Injects of a turn with one more: one of the list comes once, with what was said of it last. */
export function withInject(
  injects: readonly HandInject[],
  inject: HandInject,
): readonly HandInject[] {
  if (!isListed(inject)) return [...injects, inject];
  const others = injects.filter((one) => !isListed(one) || one.inject !== inject.inject);
  return [...others, inject];
}

/** Rulings of a turn with one more, which replaces one on the same thing. */
export function withRuling(rulings: readonly Ruling[], ruling: Ruling): readonly Ruling[] {
  const isSame = (one: Ruling) => one.kind === ruling.kind && subjectOf(one) === subjectOf(ruling);
  return [...rulings.filter((one) => !isSame(one)), ruling];
}
