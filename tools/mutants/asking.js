// How Vitest runs the tests of a room: it collects them once and then waits to be asked, by runner.js
// across a channel, to run some of them with one fault switched on. A mutant costs its tests alone.
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { TestRunner } from "vitest";
import { forgetAll } from "./forget.js";

/** What Stryker and the code it has changed agree on. */
const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

export default class AskingRunner extends TestRunner {
  async onBeforeRunFiles(files) {
    const tests = new Map(files.flatMap(testsIn).map((test) => [nameOf(test), test]));
    const channel = new BroadcastChannel("tadmor-mutants");
    const tell = channel.postMessage.bind(channel);
    await new Promise((end) => {
      channel.addEventListener("message", async ({ data: asked }) => {
        if (asked === "end") end();
        else if (asked.ask) tell({ answer: await ANSWERS[asked.ask](tests, asked) });
      });
      const errors = files.flatMap(({ result }) => result?.errors ?? []);
      tell({ answer: errors.map(({ message }) => message).join("\n") });
    });
    channel.close();
    for (const test of tests.values()) test.mode = "skip";
  }
}

const ANSWERS = {
  /** Every test without a fault, and which mutants each passed by. */
  async dry(tests) {
    stryker.activeMutant = undefined;
    const results = [];
    for (const [id, test] of tests) {
      stryker.currentTestId = id;
      const started = performance.now();
      const failure = await failureOf(test);
      results.push({ id, ms: performance.now() - started, failure });
    }
    stryker.currentTestId = undefined;
    return { results, coverage: atWork(stryker.mutantCoverage) };
  },

  /** Some tests with one fault, until one fails: its name, and whether it passes again without. */
  async mutant(tests, { ids, mutant, hitLimit }) {
    Object.assign(stryker, { activeMutant: mutant, hitCount: 0, hitLimit });
    let [ran, killer, failure] = [0, null, null];
    for (const id of ids) {
      ran++;
      failure = await failureOf(tests.get(id));
      if (failure === null) continue;
      killer = id;
      break;
    }
    const { hitCount } = stryker;
    Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    const isMended = killer === null || (await failureOf(tests.get(killer))) === null;
    return { ran, killer, failure, hitCount, isMended };
  },
};

/**
 * What a test passes by is tried while the tests run, though it ran once while they were loaded too:
 * otherwise Stryker would load everything anew for it.
 */
function atWork({ static: loading, perTest }) {
  const tried = new Set(Object.values(perTest).flatMap(Object.keys));
  const onlyLoading = Object.entries(loading).filter(([mutant]) => !tried.has(mutant));
  return { static: Object.fromEntries(onlyLoading), perTest };
}

function testsIn(task) {
  if (task.type === "test") return task.mode === "run" || task.mode === "queued" ? [task] : [];
  return task.tasks.flatMap(testsIn);
}

function suitesOf(task) {
  return task.suite ? [...suitesOf(task.suite), task.suite] : [];
}

const nameOf = (test) => [...suitesOf(test).map(({ name }) => name), test.name].join(" > ");

async function failureOf(test) {
  forgetAll();
  try {
    for (const suite of suitesOf(test)) {
      for (const before of TestRunner.getSuiteHooks(suite).beforeAll) await before(suite);
    }
    await TestRunner.getTestFn(test)();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : `${error}`;
  }
}
