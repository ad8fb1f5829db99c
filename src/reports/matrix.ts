import { type Found, interval } from "./experiment.ts";
import { type Line, listUnder } from "./page.ts";
import type { MatrixData, PlotFoot } from "./plot-data.ts";
import { matrixText } from "./plot-text-cells.ts";
import { rounded } from "./wording.ts";

interface Ends {
  readonly low: number;
  readonly high: number;
}

interface Security {
  readonly choice: number;
  readonly level: number;
}

interface Supported {
  readonly support: number;
  readonly weight: Ends;
}

/** A matrix as it is told; indices are of `red` and `blue`, in order. */
export interface MatrixTold {
  readonly title: string;
  readonly red: readonly string[];
  readonly blue: readonly string[];
  readonly payoff: readonly (readonly Found[])[];
  readonly security: { readonly red: Security; readonly blue: Security };
  readonly regret: {
    readonly red: readonly (readonly number[])[];
    readonly blue: readonly (readonly number[])[];
  };
  readonly struck: readonly {
    readonly side: "red" | "blue";
    readonly choice: number;
    readonly by: number;
    readonly evidence: readonly (Found & { readonly against: number })[];
  }[];
  readonly equilibrium: {
    readonly value: number;
    readonly redMix: readonly number[];
    readonly blueMix: readonly number[];
  };
  readonly knowing: { readonly red: number; readonly blue: number };
  readonly bootstrap: {
    readonly value: Ends;
    readonly red: readonly Supported[];
    readonly blue: readonly Supported[];
    readonly knowing: { readonly red: Ends; readonly blue: Ends };
  };
}

/** A payoff matrix with mixes, then value, security levels, what is struck out, regret and support. */
export function matrixLines(told: MatrixTold, foot: PlotFoot, width: number): Line[] {
  const { red, blue, regret } = told;
  const asCells = (rows: readonly (readonly number[])[]) =>
    rows.map((row) => row.map((found) => ({ found, low: found, high: found })));
  const picture = matrixPicture(told);
  return [
    ...matrixText(picture, foot, width),
    ...listUnder("In this model", matrixTexts(told), width),
    ...listUnder(
      "Struck out, on the same dice",
      told.struck.map((one) => struckText(told, one)),
      width,
    ),
    ...listUnder("How far the runs support the mixes", supportTexts(told, red, blue), width),
    ...matrixText({ ...picture, title: "Regret of Red", cells: asCells(regret.red) }, foot, width),
    ...matrixText(
      { ...picture, title: "Regret of Blue", cells: asCells(regret.blue) },
      foot,
      width,
    ),
  ];
}

/** A told matrix as a picture. */
export function matrixPicture({
  title,
  red,
  blue,
  payoff,
  struck,
  equilibrium,
}: MatrixTold): MatrixData {
  const choices = (side: "red" | "blue", titles: readonly string[], mix: readonly number[]) =>
    titles.map((name, at) => ({
      title: name,
      weight: mix[at] ?? 0,
      isStruck: struck.some((one) => one.side === side && one.choice === at),
    }));
  return {
    title,
    red: choices("red", red, equilibrium.redMix),
    blue: choices("blue", blue, equilibrium.blueMix),
    cells: payoff.map((row) =>
      row.map(({ found, low, high }) => ({ found: found ?? 0, low, high })),
    ),
  };
}

/** What a matrix comes to, a sentence each. */
export function matrixTexts({
  equilibrium,
  security,
  knowing,
  bootstrap,
  red,
  blue,
}: MatrixTold): string[] {
  return [
    `The value of the game to Red is ${rounded(equilibrium.value)} (95 % ${interval(bootstrap.value)}).`,
    `Red alone is sure of ${rounded(security.red.level)} with "${red[security.red.choice]}".`,
    `Blue alone holds Red to ${rounded(security.blue.level)} with "${blue[security.blue.choice]}".`,
    `To know Blue's choice is worth ${rounded(knowing.red)} to Red (${interval(bootstrap.knowing.red)}); ` +
      `to know Red's is worth ${rounded(knowing.blue)} to Blue (${interval(bootstrap.knowing.blue)}).`,
  ];
}

/** Why a course is struck out. */
export function struckText(
  { red, blue }: MatrixTold,
  { side, choice, by, evidence }: MatrixTold["struck"][number],
): string {
  const [own, other] = side === "red" ? [red, blue] : [blue, red];
  const against = evidence.map(
    (one) =>
      `${rounded(one.found ?? 0)} (at least ${rounded(one.low)}) against "${other[one.against]}"`,
  );
  return `"${own[choice]}": "${own[by]}" is better by ${against.join(", ")}.`;
}

/** In how many resamples each course is in the mix, and with what share. */
export function supportTexts(
  { bootstrap }: MatrixTold,
  red: readonly string[],
  blue: readonly string[],
): string[] {
  const text = (side: string, names: readonly string[], all: readonly Supported[]) =>
    all.map(
      ({ support, weight }, at) =>
        `${side} "${names[at]}": in ${rounded(100 * support, 0)} % of the resamples, ` +
        `with a share of ${interval(weight)}`,
    );
  return [...text("Red", red, bootstrap.red), ...text("Blue", blue, bootstrap.blue)];
}
