import type { Event, View } from "../../../engine/player.ts";
import type { TableNames } from "../../../journal/index.ts";
import type { Draft } from "../../state.ts";

/** Parts of the account, in the order they are read. */
export const SECTION_NAMES = [
  "summary",
  "changes",
  "threats",
  "forces",
  "places",
  "air",
  "reserves",
  "decisions",
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** A part of the account: a heading, and sentences that each make sense alone. */
export interface Section {
  readonly name: SectionName;
  readonly title: string;
  readonly rows: readonly string[];
}

/** All that the account is a function of: what the seat knows, was told and has drafted. */
export interface Known {
  readonly view: View;
  readonly names: TableNames;
  /** What it was told of the turn before; null before the first. */
  readonly told: { readonly turn: number; readonly events: readonly Event[] } | null;
  readonly draft: Draft;
}
