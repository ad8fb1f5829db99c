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
  | DrawingBlock;

/** A section of a document; `id` is its anchor. A sheet begins a page of its own on paper. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly isSheet?: boolean | undefined;
  readonly blocks: readonly Block[];
}
