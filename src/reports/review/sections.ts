import type { Section } from "../document/block.ts";
import { mapSection } from "./map.ts";
import { recordSection } from "./record.ts";
import type { Reviewed, Reviewer } from "./reviewed.ts";
import { summarySection } from "./summary.ts";
import { timelineSection } from "./timeline.ts";

/** Sections of a review, in the order of reading: one file and one line each. */
const REVIEWERS: readonly Reviewer[] = [summarySection, mapSection, timelineSection, recordSection];

/** What of a game is told, section by section. */
export function sectionsOf(reviewed: Reviewed): readonly Section[] {
  return REVIEWERS.flatMap((reviewer) => reviewer(reviewed) ?? []);
}
