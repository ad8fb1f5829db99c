import type { Desk } from "../../src/ui/effects.ts";
import { talkThrough } from "../../src/ui/plain/run.ts";
import type { Ports, Talk } from "../../src/ui/ports.ts";
import { startState, type State } from "../../src/ui/state.ts";

/** What was said to somebody who typed these lines, with each line before what it was answered. */
export interface Talked {
  readonly text: string;
  readonly state: State;
  readonly to: "shell" | "screen";
  /** What was said to the line so typed last. */
  readonly answer: (line: string) => string;
}

/** Types lines to the game told in lines, and ends the input after them. */
export async function talked(
  ports: Ports,
  lines: readonly string[],
  talk: Partial<Talk> = {},
): Promise<Talked> {
  const left = [...lines];
  const answers: { line: string; said: string }[] = [{ line: "", said: "" }];
  const start = startState(ports);
  const desk: Desk = { table: null };
  const { state, to } = await talkThrough(start, null, ports, desk, {
    next: async () => {
      const line = left.shift() ?? null;
      if (line !== null) answers.push({ line, said: "" });
      return line;
    },
    say: (said) => {
      const last = answers.at(-1);
      if (last !== undefined) last.said += said;
    },
    columns: 80,
    pageRows: Infinity,
    hasScreen: false,
    ...talk,
  });
  const text = answers.map(({ line, said }) => `> ${line}\n${said}`).join("");
  const answer = (typed: string) => answers.findLast(({ line }) => line === typed)?.said ?? "";
  return { text, state, to, answer };
}
