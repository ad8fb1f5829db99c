import type { NoteLine } from "../../journal/index.ts";

/** An event of a turn that was played, by its index among all that happened. */
interface EventRef {
  readonly turn: number;
  readonly event: number;
}

/** Something that White said to the whole room. */
export interface Said {
  readonly turn: number;
  readonly words: string;
  /** The event it tells of; null when White said it in its own words. */
  readonly of: EventRef | null;
}

const START = "To the room: ";
const REF = / \(turn (\d+), event (\d+)\)$/;

/** The remark in a journal that stands for words to the room. */
export function wordsToRoom(words: string, of: EventRef | null): string {
  return `${START}${words}${of === null ? "" : ` (turn ${of.turn}, event ${of.event})`}`;
}

/** What White said to the room, in order, out of all remarks. */
export function saidToRoom(notes: readonly NoteLine[], white: string | null): readonly Said[] {
  return notes.flatMap(({ turn, text, seat }) => {
    if (white === null || seat !== white || !text.startsWith(START)) return [];
    const ref = REF.exec(text);
    const words = text.slice(START.length).replace(REF, "");
    const of = ref === null ? null : { turn: Number(ref[1]), event: Number(ref[2]) };
    return [{ turn, words, of }];
  });
}
