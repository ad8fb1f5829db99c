import { describe } from "vitest";
import { followCoa } from "../../src/policies/course-of-action.ts";
import { hold } from "../../src/policies/hold.ts";
import { randomLegal } from "../../src/policies/random-legal.ts";
import { picksFrom } from "../support/random-game.ts";
import { historicalPolicies, SHIPPED, SHIPPED_PLANS } from "../support/shipped.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { givesSoundOrders, obeysPolicyLaws } from "./laws.ts";

const small = compileSmall();

const PLAN = followCoa({
  id: "cross",
  seat: "flint-command",
  title: "Cross",
  intent: "Take the town.",
  rules: [
    {
      when: { turn: { from: 2 } },
      orders: [{ unit: "hammer", verb: "assault", to: "town", via: [], count: 0 }],
    },
    {
      when: { always: true },
      orders: [
        { unit: "hammer", verb: "assault", to: "tower", via: [], count: 0 },
        { unit: "sickle", verb: "assault", to: "mill", via: [], count: 0 },
      ],
    },
  ],
});

describe("at a seat of the small scenario", () => {
  obeysPolicyLaws("hold", () => hold, small, "flint-command");
  obeysPolicyLaws("random legal", () => randomLegal(picksFrom(3)), small, "loam-command");
  obeysPolicyLaws("a course of action", () => PLAN, small, "flint-command");
});

describe("at the seats of the scenario that ships", () => {
  obeysPolicyLaws("random legal", () => randomLegal(picksFrom(4)), SHIPPED, "saa", 3);
  for (const [seat, policy] of Object.entries(historicalPolicies()))
    obeysPolicyLaws(`the historical course of action of ${seat}`, () => policy, SHIPPED, seat, 2);
  for (const plan of SHIPPED_PLANS)
    givesSoundOrders(
      `the course of action ${plan.id}`,
      () => followCoa(plan),
      SHIPPED,
      plan.seat,
      3,
    );
});
