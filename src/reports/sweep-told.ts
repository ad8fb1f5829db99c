import type { Found } from "./experiment.ts";

/** A factor as it is told. */
export interface FactorTold {
  readonly id: string;
  readonly title: string;
}

/** Factor → value. */
export type Values = Readonly<Record<string, number>>;

/** A swept measure as it is told. */
export interface MeasureSwept {
  readonly table: readonly (Found & { readonly values: Values; readonly n: number })[];
  readonly effects: Readonly<Record<string, Found>>;
  readonly ranks: Readonly<Record<string, Found>>;
  /** What every run gave; null where runs differ. */
  readonly same: number | null;
  readonly outliers: readonly {
    readonly values: Values;
    readonly run: number;
    readonly value: number;
    readonly distance: number;
  }[];
}

/** What was asked, and what came of it. */
export interface SweptTold {
  readonly measures: Readonly<Record<string, MeasureSwept>>;
  readonly breakEvens: readonly (Found & {
    readonly factor: string;
    readonly measure: string;
    readonly share: number;
    /** Null where all points pass as often. */
    readonly direction: "rising" | "falling" | null;
    readonly found: number;
    readonly fit: readonly { readonly value: number }[];
  })[];
}

/** The design, as far as it is told. */
export interface DesignTold {
  readonly title: string;
  readonly factors: readonly FactorTold[];
  readonly measures: Readonly<Record<string, { readonly title: string }>>;
}
