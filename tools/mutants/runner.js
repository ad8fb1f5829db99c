// Stryker's door to the tests: a Vitest that is started once and asked again and again (asking.js).
// Stryker's own runner for Vitest loads all tests anew for each mutant, which takes minutes where this takes seconds.
import { determineHitLimitReached } from "@stryker-mutator/api/test-runner";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { createVitest } from "vitest/node";

class AskedVitest {
  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    this.channel = new BroadcastChannel("tadmor-mutants");
    this.tell = this.channel.postMessage.bind(this.channel);
    this.vitest = await createVitest("test", {
      config: "tools/mutants/vitest.config.js",
      pool: "threads",
      maxWorkers: 1,
      watch: false,
      coverage: { enabled: false },
    });
    const ready = this.#answer();
    this.run = this.vitest.start();
    const errors = await Promise.race([ready, this.run.then(() => "the tests did not wait")]);
    if (errors !== "") throw new Error(errors);
  }

  async dryRun() {
    const { results, coverage } = await this.#ask({ ask: "dry" });
    const tests = results.map(({ id, ms, failure }) => ({
      id,
      name: id,
      timeSpentMs: ms,
      ...(failure === null ? { status: 0 } : { status: 1, failureMessage: failure }),
    }));
    this.msOf = new Map(results.map(({ id, ms }) => [id, ms]));
    return { status: "complete", tests, mutantCoverage: coverage };
  }

  async mutantRun({ testFilter, activeMutant, hitLimit }) {
    const ids = this.#quickFirst(testFilter);
    const { ran, killer, failure, hitCount, isMended } = await this.#ask({
      ask: "mutant",
      ids,
      mutant: activeMutant.id,
      hitLimit,
    });
    // A fault may spoil what tests share: Stryker asks again in a new process.
    if (!isMended) throw new Error(`"${killer}" fails without the mutant too`);
    const endless = determineHitLimitReached(hitCount, hitLimit);
    if (endless) return endless;
    if (killer === null) return { status: "survived", nrOfTests: ran };
    return { status: "killed", killedBy: [killer], failureMessage: failure, nrOfTests: ran };
  }

  async dispose() {
    this.tell("end");
    await this.run;
    await this.vitest.close();
    this.channel.close();
  }

  /** Quick tests first; a process that took over from another knows no times. */
  #quickFirst(ids) {
    const msOf = (id) => this.msOf?.get(id) ?? 0;
    return ids.toSorted((a, b) => msOf(a) - msOf(b));
  }

  async #ask(asked) {
    const answer = this.#answer();
    this.tell(asked);
    return answer;
  }

  /** What comes next from the other side; one question stands open at a time. */
  #answer() {
    return new Promise((resolve) => {
      const hear = ({ data }) => {
        if (!("answer" in data)) return;
        this.channel.removeEventListener("message", hear);
        resolve(data.answer);
      };
      this.channel.addEventListener("message", hear);
    });
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "asked-vitest", AskedVitest),
];
