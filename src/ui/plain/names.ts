import type { Id, View } from "../../engine/player.ts";

/** What a typed name means: one id, or why not. */
export type Named =
  | { readonly ok: true; readonly id: Id }
  | { readonly ok: false; readonly why: string };

interface Call {
  readonly id: Id;
  readonly texts: readonly string[];
}

const SHOWN = 6;

/** A formation, a wing, a contingent or a pool of the seat's side, by id, name or a part of the name. */
export function findUnit({ brief }: View, typed: string): Named {
  const named = { ...brief.formations, ...brief.wings, ...brief.contingents };
  return found(
    [
      ...Object.entries(named).map(([id, { name }]) => ({ id, texts: [id, name] })),
      ...Object.entries(brief.pools).map(([id, { title }]) => ({ id, texts: [id, title] })),
    ],
    typed,
    "unit",
  );
}

/** A place by id, name, map label or a part of the name. */
export function findPlace({ brief }: View, typed: string): Named {
  const calls = Object.entries(brief.places).map(([id, { name, label }]) => ({
    id,
    texts: [id, name, label],
  }));
  return found(calls, typed, "place");
}

/** Exactly so called, else beginning so, else holding it; the first that means one thing alone. */
function found(calls: readonly Call[], typed: string, what: string): Named {
  const asked = bare(typed);
  if (asked === "") return { ok: false, why: `name a ${what}` };
  const tests: readonly ((text: string) => boolean)[] = [
    (text) => text === asked,
    (text) => text.startsWith(asked),
    (text) => text.includes(asked),
  ];
  for (const test of tests) {
    const meant = calls.filter(({ texts }) => texts.some((text) => test(bare(text))));
    if (meant.length === 1) return { ok: true, id: meant[0]!.id };
    if (meant.length > 1) return { ok: false, why: severalWords(meant) };
  }
  return { ok: false, why: `you know of no ${what} called "${typed}"` };
}

function severalWords(meant: readonly Call[]): string {
  const names = meant.slice(0, SHOWN).map(({ texts }) => texts[1]);
  const more = meant.length > SHOWN ? `; and ${meant.length - SHOWN} more` : "";
  return `that could be ${names.join("; ")}${more}`;
}

/** Letters and digits alone: case, accents and hyphens do not matter. */
function bare(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
