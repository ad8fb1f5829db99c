// All tests of a room in one file, collected once; asking.js then runs them over and over.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tools/mutants/all-tests.js"],
    runner: "tools/mutants/asking.js",
    setupFiles: ["tests/support/setup.ts"],
    isolate: false,
    fileParallelism: false,
    reporters: [{}],
    testTimeout: 120_000,
  },
});
