import type { PlotSpec } from "../plot-vega.ts";

/** A table: a caption, column titles and rows; the first cell of a row names it. */
export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly isNumber?: boolean | undefined }[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture drawn from data when the document is printed; `says` tells the same without seeing. */
export interface FigureBlock {
  readonly kind: "figure";
  readonly title: string;
  readonly says: string;
  readonly plot: PlotSpec;
}

/** A finished drawing: SVG of our own, its text escaped; `says` tells the same without seeing. */
export interface DrawingBlock {
  readonly kind: "drawing";
  readonly title: string;
  readonly says: string;
  readonly svg: string;
}

/** One moment of a series of drawings: what is laid over the ground, and what it shows in words. */
export interface Frame {
  /** "Turn 7 · 4 May 1938, day". */
  readonly label: string;
  /** One sentence: what the drawing shows. */
  readonly says: string;
  /** What happened at that moment, one thing an item. */
  readonly items: readonly string[];
  /** Who stands where, one place an item: the drawing for those who do not see it. */
  readonly standings: readonly string[];
  /** SVG without an `svg` element round it, its text escaped. */
  readonly svg: string;
}

/** Drawings of one ground at several moments, gone through with a slider; on paper the last one. */
export interface FramesBlock {
  readonly kind: "frames";
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Definitions and ground that all moments share, as SVG without an `svg` element round it. */
  readonly ground: string;
  /** What the signs mean, as an SVG of its own. */
  readonly legend: string;
  /** Unit symbols that the moments use by `#sidc-…`, each 20 digits; the printer has them drawn. */
  readonly sidcs: readonly string[];
  readonly frames: readonly Frame[];
}

/** Shown on demand; on paper when the reader asks for folds, a sheet always, on a page of its own. */
export interface FoldBlock {
  readonly kind: "fold";
  readonly summary: string;
  readonly isSheet?: boolean | undefined;
  readonly blocks: readonly Block[];
}

/** One piece of a document: what is said and never how it looks. Texts are plain, without markup. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Lines set as they are, in a fixed-width type. */
  | { readonly kind: "working"; readonly lines: readonly string[] }
  | FoldBlock
  | TableBlock
  | FigureBlock
  | DrawingBlock
  | FramesBlock;

/** A section of a document; `id` is its anchor. A sheet goes on paper only when it is ticked, on a page of its own; a wide one lies on its side. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly isSheet?: boolean | undefined;
  readonly isWide?: boolean | undefined;
  readonly blocks: readonly Block[];
}

/** A whole document: what it is of, a few sentences about it, and its sections. */
export interface Document {
  readonly title: string;
  /** Plain facts in a line under the title: what, when, whose. */
  readonly subtitle: string;
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
}

/** Everything of a document that must be drawn before it is printed. */
export interface Drawables {
  readonly plots: readonly PlotSpec[];
  /** SIDCs of unit symbols, each once, in order. */
  readonly sidcs: readonly string[];
}

/** What is to be drawn of a document, in folds too, in the order of reading. */
export function drawablesIn({ sections }: Document): Drawables {
  const all = sections.flatMap(({ blocks }) => blocks.flatMap(withFolded));
  const plots = all.flatMap((block) => (block.kind === "figure" ? [block.plot] : []));
  const sidcs = all.flatMap((block) => (block.kind === "frames" ? block.sidcs : []));
  return { plots, sidcs: [...new Set(sidcs)].toSorted() };
}

function withFolded(block: Block): readonly Block[] {
  return block.kind === "fold" ? block.blocks.flatMap(withFolded) : [block];
}
