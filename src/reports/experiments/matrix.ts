import type { Section, TableBlock } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { interval } from "../experiment.ts";
import {
  matrixPicture,
  type MatrixTold,
  matrixTexts,
  struckText,
  supportTexts,
} from "../matrix.ts";
import type { PlotFoot } from "../plot-data.ts";
import { matrixSpec } from "../plot-vega.ts";
import { rounded } from "../wording.ts";

/** A payoff matrix: its picture, what it comes to, what is struck out, and both sides' regret. */
export function matrixSection(told: MatrixTold, at: number, foot: PlotFoot): Section {
  const { title, red, blue, payoff, regret, struck, equilibrium } = told;
  const plain = (rows: readonly (readonly number[])[]) =>
    rows.map((row) => row.map((one) => rounded(one)));
  const cells = payoff.map((row) =>
    row.map((one) => `${rounded(one.found ?? 0)} (${interval(one)})`),
  );
  return {
    id: `matrix-${at}`,
    title,
    blocks: [
      { kind: "list", items: matrixTexts(told) },
      {
        kind: "figure",
        title,
        says: "Payoff to Red; shares of the equilibrium stand in the labels, what is struck out in brackets.",
        plot: matrixSpec(matrixPicture(told), foot),
      },
      gridTable("Payoff to Red with 95 % intervals", told, cells),
      mixTable("Red", red, equilibrium.redMix),
      mixTable("Blue", blue, equilibrium.blueMix),
      ...(struck.length === 0
        ? []
        : [
            { kind: "heading", text: "Struck out, on the same dice" } as const,
            { kind: "list", items: struck.map((one) => struckText(told, one)) } as const,
          ]),
      { kind: "heading", text: "How far the runs support the mixes" },
      { kind: "list", items: supportTexts(told, red, blue) },
      {
        kind: "fold",
        summary: "What each would regret",
        blocks: [
          gridTable("Regret of Red", told, plain(regret.red)),
          gridTable("Regret of Blue", told, plain(regret.blue)),
        ],
      },
    ],
  };
}

function gridTable(
  caption: string,
  { red, blue }: MatrixTold,
  cells: readonly (readonly string[])[],
): TableBlock {
  const rows = cells.map((row, at) => [red[at] ?? "", ...row]);
  return tableOf(caption, [["Red \\ Blue", ...blue], ...rows]);
}

function mixTable(side: string, titles: readonly string[], mix: readonly number[]): TableBlock {
  const rows = titles.map((name, at) => [name, `${rounded(100 * (mix[at] ?? 0), 1)} %`]);
  return tableOf(`How ${side} would mix`, [["course of action", "share"], ...rows], true);
}
