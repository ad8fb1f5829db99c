import { defineConfig } from "vitest/config";

// TADMOR_QUEUE_RUNS asks for a larger experiment, which takes as long as it takes.
const TIMEOUT_MS = process.env["TADMOR_QUEUE_RUNS"] === undefined ? 300_000 : 3_600_000;

// Experiments through a real Redis, by real processes. Without redis-server this fails; it never skips.
export default defineConfig({
  test: {
    include: ["tests/queue/**/*.test.ts"],
    globalSetup: ["tests/support/need-redis.ts"],
    setupFiles: ["tests/support/setup.ts"],
    // No test is timed: a busy machine is no failure, and only what hangs is stopped.
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
  },
});
