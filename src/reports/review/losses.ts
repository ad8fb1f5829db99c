import type { Block, Section } from "../document/block.ts";
import { lossCourse } from "./loss-course.ts";
import { enemyLossBlocks } from "./enemy-losses.ts";
import { materielBlocks } from "./materiel.ts";
import { menLostBlocks } from "./men-lost.ts";
import type { Reviewed } from "./reviewed.ts";

/** Men and kit lost over time, side beside side: pictures, totals, and each turn on demand. */
export function lossesSection(reviewed: Reviewed): Section | null {
  const { scenario, reader, turns } = reviewed;
  const { sides, seats } = scenario.setup;
  if (turns.length === 0) return null;
  // A seat knows whole what its own side lost, and nothing whole of the others.
  const own = reader === null ? Object.keys(sides) : [seats[reader]?.side ?? []].flat();
  const course = lossCourse(reviewed);
  const blocks: Block[] = [
    ...menLostBlocks(reviewed, course, own),
    ...enemyLossBlocks(reviewed),
    ...materielBlocks(reviewed, course, own),
  ];
  return blocks.length === 0 ? null : { id: "losses", title: "Losses and matériel", blocks };
}
