import { createDriver, type Driver } from "../../src/ui/driver.ts";
import { frame, type Size } from "../../src/ui/frame.ts";
import { key } from "../../src/ui/key.ts";
import type { Ports } from "../../src/ui/ports.ts";
import { startState } from "../../src/ui/state.ts";
import { plainOf } from "../../src/ui/text/span.ts";

/** The size the game must fit. */
const SMALL: Size = { columns: 80, rows: 24 };

/** Somebody at the keyboard. */
export interface Player {
  readonly driver: Driver;
  /** Presses keys one after the other, by name or as characters, each after the last has worked. */
  press(...keys: string[]): Promise<void>;
  /** What the screen shows, without trailing blanks. */
  screen(size?: Size): string;
  readonly left: () => boolean;
}

/** Sits somebody down before the title. */
export function sitDown(ports: Ports): Player {
  let left = false;
  let changed: () => void = () => undefined;
  const start = startState(ports);
  const driver = createDriver(start, ports, {
    changed: () => changed(),
    left: (error) => {
      if (error !== null) throw error;
      left = true;
      changed();
    },
  });
  const idle = () =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (driver.state().busy !== null && !left) return;
        changed = () => undefined;
        resolve();
      };
      changed = check;
      check();
    });
  return {
    driver,
    press: async (...keys) => {
      for (const pressed of keys) {
        driver.press(key(pressed));
        await idle();
      }
    },
    screen: (size = SMALL) => screenText(driver, size),
    left: () => left,
  };
}

function screenText(driver: Driver, size: Size): string {
  const lines = frame(driver.state(), size).map((line) => plainOf(line).trimEnd());
  return `${lines.join("\n")}\n`;
}
