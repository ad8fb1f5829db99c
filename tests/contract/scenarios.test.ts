import { describe } from "vitest";
import { compileSmall } from "../support/small-scenario.ts";
import { SHIPPED } from "../support/shipped.ts";
import { obeysPhaseLaws, obeysScenarioLaws } from "./laws.ts";

describe("the small scenario", () => {
  obeysScenarioLaws("the valley", compileSmall(), 6);
  obeysPhaseLaws("the valley", compileSmall(), 5);
});

describe("the scenario that ships", () => {
  obeysScenarioLaws("the default scenario", SHIPPED, 3);
  obeysPhaseLaws("the default scenario", SHIPPED, 2);
});
