import { defineConfig } from "vitest/config";

// Experiments through a real Redis, by real processes. Without redis-server this fails; it never skips.
export default defineConfig({
  test: {
    include: ["tests/queue/**/*.test.ts"],
    globalSetup: ["tests/support/need-redis.ts"],
    setupFiles: ["tests/support/setup.ts"],
    // No test is timed: a busy machine is no failure, and only what hangs is stopped.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
