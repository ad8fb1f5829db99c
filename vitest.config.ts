import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    // What needs more than npm is asked for by its own name, as is what is timed.
    exclude: [
      ...configDefaults.exclude,
      "tests/terminal/**",
      "tests/browser/**",
      "tests/queue/**",
      "tests/bench/**",
    ],
    setupFiles: ["tests/support/setup.ts"],
    // Left to itself, half of a machine of two cores stands idle.
    maxWorkers: "100%",
    // Files of tests share what they import: nothing may be left changed, and a run takes half as long.
    isolate: false,
    // No test is timed: a busy machine is no failure, and only what hangs is stopped.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
