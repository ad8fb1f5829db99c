import type { Block, Document, FramesBlock, Section, TableBlock } from "./block.ts";

/**
 * A document as Markdown (CommonMark, and the tables of GitHub's). Pictures are told in words, for a
 * text file holds none; what is folded on a page stands open.
 */
export function formatMarkdown({ title, subtitle, lead, sections }: Document): string {
  const parts = [`# ${inline(title)}`, inline(subtitle), ...lead.map(inline)];
  return `${[...parts, ...sections.map(sectionText)].join("\n\n")}\n`;
}

function sectionText({ title, blocks }: Section): string {
  return [`## ${inline(title)}`, ...blocksText(blocks, 3)].join("\n\n");
}

function blocksText(blocks: readonly Block[], level: number): string[] {
  return blocks.flatMap((block) => blockText(block, level));
}

function blockText(block: Block, level: number): string[] {
  switch (block.kind) {
    case "text":
      return [inline(block.text)];
    case "heading":
      return [headingText(block.text, level)];
    case "list":
      return block.items.length === 0 ? [] : [listText(block.items)];
    case "working":
      return [workingText(block.lines)];
    case "fold":
      return [headingText(block.summary, level), ...blocksText(block.blocks, level + 1)];
    case "table":
      return [tableText(block)];
    case "figure":
    case "drawing":
      return [`**${inline(block.title)}.** ${inline(block.says)}`];
    case "frames":
      return framesText(block, level);
  }
}

const DEEPEST = 6;

function headingText(text: string, level: number): string {
  return `${"#".repeat(Math.min(level, DEEPEST))} ${inline(text)}`;
}

function listText(items: readonly string[]): string {
  return items.map((item) => `- ${inline(item)}`).join("\n");
}

/** Each moment in words, and for the last one who stands where. */
function framesText({ title, frames }: FramesBlock, level: number): string[] {
  const standings = frames.at(-1)?.standings ?? [];
  return [
    `**${inline(title)}.**`,
    ...frames.flatMap(({ label, says, items }) => [
      headingText(label, level),
      inline(says),
      ...(items.length === 0 ? [] : [listText(items)]),
    ]),
    ...(standings.length === 0
      ? []
      : [headingText("Who stands where", level), listText(standings)]),
  ];
}

/** The fence is longer than any run of backticks in what it holds. */
function workingText(lines: readonly string[]): string {
  const text = lines.join("\n");
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function tableText({ caption, columns, rows }: TableBlock): string {
  const head = rowText(columns.map(({ title }) => title));
  const rule = `| ${columns.map(({ isNumber }) => (isNumber ? "---:" : "---")).join(" | ")} |`;
  return [`**${inline(caption)}**`, "", head, rule, ...rows.map(rowText)].join("\n");
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.map(inline).join(" | ")} |`;
}

// Whatever could be read as a sign of Markdown, or as HTML, is escaped; a line stays one line.
function inline(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_[\]<>|#~&]/g, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replace(/^([-+=])(?=\s|$|=)/, String.raw`\$1`);
}
