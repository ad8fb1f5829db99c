import type { PlotSpec } from "../plot-vega.ts";
import type { Block, DrawingBlock, FigureBlock, FoldBlock, TableBlock } from "./block.ts";
import { escaped } from "./escape.ts";
import { listHtml } from "./html-list.ts";
import { framesHtml } from "./html-frames.ts";

/** What was drawn before the printing. */
export interface Drawn {
  /** SVG by specification. */
  readonly plots: ReadonlyMap<PlotSpec, string>;
  /** Unit symbols by SIDC, each an SVG `symbol` with the id `sidc-…`. */
  readonly symbols: ReadonlyMap<string, string>;
}

/** What a block is printed with: the drawn figures, its depth in headings, and its own anchor. */
export interface Setting {
  readonly drawn: Drawn;
  /** Level of a heading here: 3 in a section, one more in each fold. */
  readonly level: number;
  /** Anchor of the block, no other's in the document. */
  readonly id: string;
}

/** Blocks one after another; each has an anchor made of its setting's and its number. */
export function blocksHtml(blocks: readonly Block[], setting: Setting): string {
  return blocks
    .map((block, at) => blockHtml(block, { ...setting, id: `${setting.id}-${at + 1}` }))
    .join("\n");
}

function blockHtml(block: Block, setting: Setting): string {
  switch (block.kind) {
    case "text":
      return `<p>${escaped(block.text)}</p>`;
    case "heading":
      return headingHtml(block.text, setting);
    case "list":
      return listHtml(block.items);
    case "working":
      return `<pre tabindex="0">${escaped(block.lines.join("\n"))}</pre>`;
    case "fold":
      return foldHtml(block, setting);
    case "table":
      return tableHtml(block, setting);
    case "figure":
      return figureHtml(block, "plot", setting.drawn.plots.get(block.plot) ?? "", setting);
    case "drawing":
      return figureHtml(block, "drawn", block.svg, setting);
    case "frames":
      return framesHtml(block, setting.id);
  }
}

const DEEPEST = 6;

function headingHtml(text: string, { level, id }: Setting): string {
  const tag = `h${Math.min(level, DEEPEST)}`;
  return `<${tag} id="${id}">${escaped(text)}</${tag}>`;
}

/** Headings would not be announced inside a summary: what is folded begins a level deeper. */
function foldHtml({ summary, isSheet, blocks }: FoldBlock, setting: Setting): string {
  const inner = blocksHtml(blocks, { ...setting, level: setting.level + 1 });
  const sheet = isSheet ? ' class="sheet"' : "";
  return `<details id="${setting.id}"${sheet}><summary>${escaped(summary)}</summary><div class="folded">${inner}</div></details>`;
}

/** Tables so short may stand beside each other on paper, where they cannot be broken. */
const FEW_ROWS = 12;
/** Tables with more columns are set smaller on paper, so that they fit. */
const MANY_COLUMNS = 9;

/** Wide tables scroll in a frame of their own, which the keyboard must be able to reach. */
function tableHtml({ caption, columns, rows }: TableBlock, { id }: Setting): string {
  const classOf = (at: number) => (columns[at]?.isNumber ? ' class="n"' : "");
  // An empty corner is no heading.
  const head = columns
    .map(({ title }, at) =>
      title === ""
        ? cellHtml("td", title, classOf(at))
        : cellHtml("th", title, ` scope="col"${classOf(at)}`),
    )
    .join("");
  const body = rows.map(
    (row) =>
      `<tr>${row
        .map((cell, at) =>
          at === 0
            ? cellHtml("th", cell, ` scope="row"${classOf(at)}`)
            : cellHtml("td", cell, classOf(at)),
        )
        .join("")}</tr>`,
  );
  const label = `${id}-caption`;
  const few = rows.length <= FEW_ROWS ? " few" : "";
  const many = columns.length > MANY_COLUMNS ? " many" : "";
  return [
    `<div class="wide table${few}${many}" role="region" aria-labelledby="${label}" tabindex="0"><table>`,
    `<caption id="${label}">${escaped(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>${body.join("")}</tbody></table></div>`,
  ].join("");
}

function cellHtml(tag: "th" | "td", text: string, attributes: string): string {
  return `<${tag}${attributes}>${escaped(text)}</${tag}>`;
}

function figureHtml(
  { title, says }: FigureBlock | DrawingBlock,
  look: "plot" | "drawn",
  svg: string,
  { id }: Setting,
): string {
  return [
    `<figure aria-labelledby="${id}-title">`,
    `<div class="wide ${look}" role="img" aria-label="${escaped(`${title}. ${says}`)}" tabindex="0">${svg}</div>`,
    `<figcaption><b id="${id}-title">${escaped(title)}</b> ${escaped(says)}</figcaption>`,
    "</figure>",
  ].join("");
}
