import { defineConfig } from "vitest/config";

// The built game in a real terminal (tmux). Without tmux this fails; it never skips.
export default defineConfig({
  test: {
    include: ["tests/terminal/**/*.test.ts"],
    globalSetup: ["tests/support/need-tmux.ts"],
    setupFiles: ["tests/support/setup.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
  },
});
