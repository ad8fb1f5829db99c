import { render } from "ink-testing-library";
import { describe, expect, it, vi } from "vitest";
import { App } from "../../src/ui/app.tsx";
import { startState } from "../../src/ui/state.ts";
import { smallPorts } from "./table-ports.ts";

const nothing = () => () => undefined;
const noTerminal = {
  suspend: async () => undefined,
  onContinued: nothing,
  onStop: nothing,
  onCrash: nothing,
};

function painted(colour: boolean) {
  const ports = smallPorts();
  const start = startState(ports);
  const desk = { table: null };
  const parts = { ports, desk, start, first: null, colour, ascii: false, terminal: noTerminal };
  return render(<App {...parts} />);
}

describe("the Ink app", () => {
  it("paints the title, and what keys lead to", async () => {
    const app = painted(false);
    expect(app.lastFrame()).toContain("New game");
    app.stdin.write("n");
    await vi.waitFor(() => expect(app.lastFrame()).toContain("Who plays"));
    app.stdin.write("\r");
    await vi.waitFor(() => expect(app.lastFrame()).toContain("Your brief: Flint command"));
    app.unmount();
  });

  it("uses no colour when it is told not to, and some when it may", () => {
    const colours = /\u001b\[(?:\d;)?3\dm/; // oxlint-disable-line eslint/no-control-regex
    const [plain, coloured] = [painted(false), painted(true)];
    expect(plain.lastFrame()).not.toMatch(colours);
    expect(coloured.lastFrame()).toMatch(colours);
    plain.unmount();
    coloured.unmount();
  });
});
