import type { Parameters, Place, Setup } from "../../src/engine/index.ts";
import { placeWith, type TinyParts, tinySetupWith } from "../../src/lab/testing/tiny-setup.ts";
import { compileParameters } from "../../src/scenarios/compile-parameters.ts";
import { readParameters } from "../../src/scenarios/index.ts";
import { ERC_1 } from "./small-scenario.ts";

export {
  contingentOf,
  seatOf,
  type TinyParts,
  trackOf,
  wingOf,
} from "../../src/lab/testing/tiny-setup.ts";

/** The numbers that ship, at their central values. */
export const ERC: Parameters = readErc();

function readErc(): Parameters {
  const read = readParameters(ERC_1);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return compileParameters(read.value.file);
}

/** A Setup of the sides red and blue, each with one seat and one army, with the numbers that ship. */
export const tinySetup = (parts: TinyParts): Setup => tinySetupWith(ERC, parts);

/** A place on flat hard ground that nobody holds. */
export const placeOf = (change: Partial<Place>): Place => placeWith(ERC, change);
