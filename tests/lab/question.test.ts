import { expect, test } from "vitest";
import { answersOf, firstQuestion, type Question } from "../../src/lab/question.ts";
import type { Game } from "../../src/lab/replicate.ts";
import type { Sample } from "../../src/lab/sample.ts";
import type { ScenarioFile } from "../../src/scenarios/index.ts";

const asked = {
  fall: { title: "Fall", kind: "fall" as const, subject: "town" },
  held: { title: "Held", kind: "held-at-end" as const, subject: "town" },
  share: { title: "Share", kind: "share" as const, part: "a", whole: "b" },
};
const game = { asked } as unknown as Game;
const sample: Sample = {
  runs: 4,
  horizon: 12,
  columns: { fall: [3, 8, null, 12], held: [0, 0, 1, 0], share: [0.5, null, 1, 0] },
};
const answers = (question: Question) => answersOf(question, [game], [sample]);

test("of a time that has come by a turn it is yes or no", () => {
  expect(answers({ measure: "fall", by: 8 })).toEqual({ isShare: true, values: [[1, 1, 0, 0]] });
});

test("of a time itself, one that did not come is the horizon", () => {
  expect(answers({ measure: "fall", by: null })).toEqual({
    isShare: false,
    values: [[3, 8, 12, 12]],
  });
});

test("what is held at the end is a share; a number that is not there is none", () => {
  expect(answers({ measure: "held", by: null })).toEqual({ isShare: true, values: [[0, 0, 1, 0]] });
  expect(answers({ measure: "share", by: null }).values).toEqual([[0.5, Number.NaN, 1, 0]]);
});

const seats = { white: { role: "control" }, red: { role: "command" }, blue: { role: "command" } };
const file = (parts: object) =>
  ({ measures: asked, levers: {}, targets: {}, seats, ...parts }) as unknown as ScenarioFile;
const lever = (test: object) => ({ measures: [{ title: "", test, expected: {} }] });

test("a scenario asks first what its levers and targets ask", () => {
  const levers = { first: lever({ never: "fall" }), second: lever({ measure: "fall", to: 8 }) };
  expect(firstQuestion(file({ levers }), 12)).toEqual({ measure: "fall", by: 8 });
  const targets = { one: { what: { kind: "chance", test: { measure: "fall", to: 5 } } } };
  expect(firstQuestion(file({ targets }), 12)).toEqual({ measure: "fall", by: 5 });
});

test("without one, or in a shorter game, it asks whether its first time comes at all", () => {
  expect(firstQuestion(file({}), 12)).toEqual({ measure: "fall", by: 12 });
  const levers = { first: lever({ measure: "fall", to: 20 }) };
  expect(firstQuestion(file({ levers }), 12)).toEqual({ measure: "fall", by: 12 });
  expect(firstQuestion(file({ measures: { held: asked.held } }), 12)).toEqual({
    measure: "held",
    by: null,
  });
});

test("a scenario without measures asks for the score of its first seat that commands", () => {
  expect(firstQuestion(file({ measures: {} }), 12)).toEqual({ measure: "red-score", by: null });
});
