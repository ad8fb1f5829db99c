import type { Section } from "../document/block.ts";
import { airSection } from "./air-effort.ts";
import { briefsSection } from "./briefs.ts";
import { fogSection } from "./fog.ts";
import { ordersSection } from "./orders-sheet.ts";
import { situationSection } from "./situation-sheet.ts";
import { trainingSection } from "./training.ts";
import { worksheetSection } from "./worksheet.ts";
import { battlesSection } from "./battles.ts";
import { cohesionSection } from "./cohesion.ts";
import { injectsSection } from "./injects.ts";
import { lossesSection } from "./losses.ts";
import { luckSection } from "./luck.ts";
import { mapSection } from "./map.ts";
import { measuresSection } from "./measures.ts";
import { notesSection } from "./notes.ts";
import { patronsSection } from "./patrons.ts";
import { recordSection } from "./record.ts";
import type { Reviewed, Reviewer } from "./reviewed.ts";
import { summarySection } from "./summary.ts";
import { synchronisationSection } from "./synchronisation.ts";
import { timelineSection } from "./timeline.ts";
import { tracksSection } from "./tracks.ts";

/** Sections of a review, in the order of reading: one file and one line each. */
const REVIEWERS: readonly Reviewer[] = [
  summarySection,
  mapSection,
  timelineSection,
  recordSection,
  measuresSection,
  battlesSection,
  luckSection,
  lossesSection,
  airSection,
  cohesionSection,
  tracksSection,
  patronsSection,
  injectsSection,
  notesSection,
  fogSection,
  trainingSection,
  synchronisationSection,
  worksheetSection,
  briefsSection,
  situationSection,
  ordersSection,
];

/** What of a game is told, section by section. */
export function sectionsOf(reviewed: Reviewed): readonly Section[] {
  return REVIEWERS.flatMap((reviewer) => reviewer(reviewed) ?? []);
}
