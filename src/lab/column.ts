/** Whole numbers in one, two or four bytes each, or any numbers in eight. */
type Cells = Int8Array | Uint8Array | Int16Array | Int32Array | Float64Array;

/** Runs of a block: the last alone ever grows, so that little is copied and little stands empty. */
const BLOCK = 16_384;
const FIRST_ROOM = 64;

/**
 * A measure in one run after another, to the last bit, in blocks whose cells are as narrow as their
 * values allow. A run that was passed over has no value.
 */
export class GrowingColumn {
  readonly blocks: (Cells | undefined)[] = [];
  readonly #most: number;

  /** For so many runs at most. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The value in a run (index from 0); null when it has none. */
  at(run: number): number | null {
    const cells = this.blocks[Math.floor(run / BLOCK)];
    const value = cells?.[run % BLOCK];
    if (cells === undefined || value === undefined || Number.isNaN(value)) return null;
    return value === noneIn(cells) ? null : value;
  }

  /** Sets the value in a run that is later than all before it; NaN for none. */
  set(run: number, value: number): void {
    const block = Math.floor(run / BLOCK);
    const at = run % BLOCK;
    let cells = this.blocks[block];
    if (cells === undefined || at >= cells.length || !isRoomFor(value, cells)) {
      cells = widened(cells, value, this.#roomFor(run, cells?.length ?? 0));
      this.blocks[block] = cells;
    }
    cells[at] = Number.isNaN(value) ? noneIn(cells) : value;
  }

  /** Cells that the block of a run has from now on; those after the first have all at once. */
  #roomFor(run: number, held: number): number {
    const at = run % BLOCK;
    if (at < held) return held;
    return Math.min(BLOCK, this.#most - run + at, Math.max(FIRST_ROOM, 2 * run));
  }
}

/** The narrowest cells that have room for a value and for all that is held; none in the others. */
function widened(held: Cells | undefined, value: number, length: number): Cells {
  const values = held === undefined ? [] : valuesIn(held);
  const kind = WHOLE.find((one) => {
    const cells = new one(0);
    return isRoomFor(value, cells) && values.every((other) => isRoomFor(other, cells));
  });
  const cells = new (kind ?? Float64Array)(length);
  cells.fill(noneIn(cells));
  for (const [at, one] of values.entries()) if (!Number.isNaN(one)) cells[at] = one;
  return cells;
}

/** Cells of whole numbers, the narrowest first. */
const WHOLE = [Int8Array, Uint8Array, Int16Array, Int32Array] as const;

/** What stands for none: a number at an end of what the cells can hold. */
function noneIn(cells: Cells): number {
  if (cells instanceof Int8Array) return -(2 ** 7);
  if (cells instanceof Uint8Array) return 2 ** 8 - 1;
  if (cells instanceof Int16Array) return -(2 ** 15);
  if (cells instanceof Int32Array) return -(2 ** 31);
  return Number.NaN;
}

function valuesIn(cells: Cells): number[] {
  const none = noneIn(cells);
  return Array.from(cells, (value) => (value === none ? Number.NaN : value));
}

/** Whether cells can hold a value to the last bit; minus nought is no whole number's. */
function isRoomFor(value: number, cells: Cells): boolean {
  if (cells instanceof Float64Array || Number.isNaN(value)) return true;
  const none = noneIn(cells);
  const [least, most] = none > 0 ? [0, none - 1] : [none + 1, -none - 1];
  return Number.isInteger(value) && value >= least && value <= most && !Object.is(value, -0);
}
