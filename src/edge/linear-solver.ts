import highsLoader from "highs";
import { invariant } from "../engine/index.ts";
import type { LinearProgram, LinearSolution, SolveLinear } from "../lab/linear-program.ts";

// The package's types call its module CommonJS, where the loader would be a key; it is an ES module.
const loadHighs = highsLoader as unknown as typeof highsLoader.default;

/** Loads HiGHS (Huangfu and Hall 2018), compiled to WebAssembly, as the laboratory's solver. */
export async function loadLinearSolver(): Promise<SolveLinear> {
  const highs = await loadHighs();
  return (program) => {
    const solved = highs.solve(modelText(program), { presolve: "off", solver: "simplex" });
    invariant(solved.Status === "Optimal", `a linear program came out as ${solved.Status}`);
    return solutionOf(program, solved.Columns as never, solved.ObjectiveValue);
  };
}

function solutionOf(
  { objective }: LinearProgram,
  columns: Readonly<Record<string, { readonly Primal: number }>>,
  value: number,
): LinearSolution {
  return { value, x: objective.map((_, at) => columns[`x${at}`]?.Primal ?? 0) };
}

/** A linear program in the LP format of CPLEX. */
function modelText({ objective, rows, free }: LinearProgram): string {
  const kept = rows.map(
    ({ coefficients, relation, bound }, at) =>
      ` r${at}: ${sumText(coefficients)} ${relation === "equal" ? "=" : ">="} ${bound}`,
  );
  const bounds = free.flatMap((isFree, at) => (isFree ? [` x${at} free`] : []));
  return [
    "Maximize",
    ` o: ${sumText(objective)}`,
    "Subject To",
    ...kept,
    ...(bounds.length > 0 ? ["Bounds", ...bounds] : []),
    "End",
  ].join("\n");
}

/** Every variable stands in it, so that the solver knows of all. */
function sumText(coefficients: readonly number[]): string {
  return coefficients
    .map((value, at) => `${value < 0 ? "-" : "+"} ${Math.abs(value)} x${at}`)
    .join(" ");
}
