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
  /** "Turn 7 · 11 December 2016, day". */
  readonly label: string;
  /** One sentence: what the drawing shows. */
  readonly says: string;
  /** What happened at that moment, one thing an item. */
  readonly items: readonly string[];
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
  readonly frames: readonly Frame[];
}

/** One piece of a document: what is said and never how it looks. Texts are plain, without markup. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Lines set as they are, in a fixed-width type. */
  | { readonly kind: "working"; readonly lines: readonly string[] }
  /** Shown on demand; open on paper. */
  | { readonly kind: "fold"; readonly summary: string; readonly blocks: readonly Block[] }
  | TableBlock
  | FigureBlock
  | DrawingBlock
  | FramesBlock;

/** A section of a document; `id` is its anchor. A sheet begins a page of its own on paper. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly isSheet?: boolean | undefined;
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

/** Every figure of a document, those in folds too, in the order of reading. */
export function figuresIn({ sections }: Document): readonly FigureBlock[] {
  const of = (blocks: readonly Block[]): readonly FigureBlock[] =>
    blocks.flatMap((block) => {
      if (block.kind === "figure") return [block];
      return block.kind === "fold" ? of(block.blocks) : [];
    });
  return sections.flatMap(({ blocks }) => of(blocks));
}
