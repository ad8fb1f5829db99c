import { execFileSync } from "node:child_process";
import { expect, vi } from "vitest";

/** A program in a real terminal of its own. */
export interface Pane {
  /** Presses keys, by tmux's names (`Enter`, `Escape`, `C-c`) or as characters. */
  press(...keys: string[]): void;
  /** Types characters as they are. */
  type(text: string): void;
  /** What is on the screen now, trailing blanks left out. */
  screen(): string;
  /** The same with its escape sequences. */
  painted(): string;
  /** Returns the screen once it shows this. */
  shows(what: string | RegExp): Promise<string>;
  resize(columns: number, rows: number): void;
  close(): void;
}

/** Runs a shell command in a tmux pane of this size, on a tmux server that is its own. */
export function openPane(
  command: string,
  columns: number,
  rows: number,
  environment: Readonly<Record<string, string>> = {},
): Pane {
  const server = `tadmor-test-${process.pid}-${openPane.count++}`;
  const tmux = (...words: string[]) =>
    execFileSync("tmux", ["-L", server, ...words], { encoding: "utf8", stdio: "pipe" });
  const set = Object.entries(environment).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
  tmux(
    "-f",
    "/dev/null",
    "new-session",
    "-d",
    "-s",
    "t",
    "-x",
    `${columns}`,
    "-y",
    `${rows}`,
    ...set,
    command,
  );
  tmux("set-option", "-g", "remain-on-exit", "on");
  const screen = () => tmux("capture-pane", "-p", "-t", "t");
  return {
    press: (...keys) => void tmux("send-keys", "-t", "t", ...keys),
    type: (text) => void tmux("send-keys", "-t", "t", "-l", text),
    screen,
    painted: () => tmux("capture-pane", "-e", "-p", "-t", "t"),
    shows: (what) =>
      vi.waitFor(
        () => {
          const shown = screen();
          if (typeof what === "string") expect(shown).toContain(what);
          else expect(shown).toMatch(what);
          return shown;
        },
        { timeout: 20_000, interval: 30 },
      ),
    resize: (toColumns, toRows) =>
      void tmux("resize-window", "-t", "t", "-x", `${toColumns}`, "-y", `${toRows}`),
    close: () => void tmux("kill-server"),
  };
}
openPane.count = 0;
