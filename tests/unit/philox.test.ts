import { expect, test } from "vitest";
import { philox4x32, type Words4 } from "../../src/engine/chance/philox.ts";
import { rows } from "../support/table.ts";

const PUBLISHED = rows(`
  | counter                             | key               | answer                              |
  | 00000000 00000000 00000000 00000000 | 00000000 00000000 | 6627e8d5 e169c58d bc57ac4c 9b00dbd8 |
  | ffffffff ffffffff ffffffff ffffffff | ffffffff ffffffff | 408f276d 41c83b0e a20bc7c6 6d5451fd |
  | 243f6a88 85a308d3 13198a2e 03707344 | a4093822 299f31d0 | d16cfe09 94fdcceb 5001e420 24126ea1 |
`);

const words = (text: string) => text.split(" ").map((word) => Number.parseInt(word, 16));
const asText = (all: readonly number[]) =>
  all.map((word) => word.toString(16).padStart(8, "0")).join(" ");

test.each(PUBLISHED)(
  "Philox4x32-10 answers counter %s under key %s with %s",
  (counter, key, answer) => {
    const [c0, c1, c2, c3] = words(counter!) as Words4;
    const [k0, k1] = words(key!) as [number, number];
    const out: Words4 = [0, 0, 0, 0];
    expect(asText(philox4x32(c0, c1, c2, c3, k0, k1, out))).toBe(answer);
    expect(asText(out)).toBe(answer);
  },
);
