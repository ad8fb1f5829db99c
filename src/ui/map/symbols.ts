import { type Line, line, tone } from "../text/span.ts";
import { shortCount } from "../text/words.ts";
import { type Group, type PicturePlace } from "./picture.ts";

/** Shape of each kind of place; a kind not listed is a dot. */
const PLACE_SYMBOLS: Readonly<Record<string, string>> = {
  "city-rear": "█",
  town: "■",
  village: "▪",
  hill: "▲",
  post: "•",
  field: "◊",
  junction: "┼",
  base: "╪",
  airport: "╪",
};

/** Frames of counters by affiliation, after APP-6: friends are boxes, enemies are diamonds. */
const FRAMES = { friend: ["[", "]"], hostile: ["<", ">"], neutral: ["(", ")"] } as const;

/** The sign of a place's kind, one column. */
export function symbolOf({ kind }: PicturePlace): string {
  return PLACE_SYMBOLS[kind] ?? "•";
}

/** "G■PAL", with "!" when it was assaulted in the last turn; mirrored when it stands on the left. */
export function placeHead(
  place: PicturePlace,
  name: string,
  chosen: boolean,
  mirrored: boolean,
): Line {
  const symbol = symbolOf(place);
  const mark = tone(
    chosen ? "cursor" : place.holderTone,
    mirrored ? symbol + place.letter : place.letter + symbol,
  );
  const text = tone(chosen ? "cursor" : "plain", place.unseen && name !== "" ? `${name}?` : name);
  const fought = place.contested ? tone("bad", "!") : tone("plain", "");
  return mirrored ? line(text, fought, mark) : line(mark, text, fought);
}

/** How much of a counter there is room for: all, all but the branches, or its frame alone. */
export const SIZES = ["whole", "plain", "short"] as const;
export type CounterSize = (typeof SIZES)[number];

const MOST_BRANCHES = 3;

/**
 * "[G3 IA▅1.4k]" for each side there: letter, how many, branches, strength as a bar and in men. A
 * reported strength has "~", one from an old report "?".
 */
export function counters(groups: readonly Group[], size: CounterSize): Line {
  return groups.map((group) => {
    const [open, close] = FRAMES[group.affiliation];
    const said = `${group.letter}${group.count}${size === "short" ? "" : menOf(group, size)}`;
    return tone(group.affiliation, `${open}${said}${close}`);
  });
}

function menOf({ men, reported, old, branches }: Group, size: CounterSize): string {
  const sure = reported ? (old ? "?" : "~") : "";
  if (size === "plain") return ` ${sure}${shortCount(men)}`;
  return ` ${branches.slice(0, MOST_BRANCHES)}${pipOf(men)}${sure}${shortCount(men)}`;
}

const PIPS = "▁▂▃▄▅▆▇█";
const LEAST_MEN = 50;

/** A bar a step higher for every doubling, from under 100 men to over 6,000. */
function pipOf(men: number): string {
  const step = Math.floor(Math.log2(Math.max(1, men / LEAST_MEN)));
  return PIPS[Math.max(0, Math.min(PIPS.length - 1, step))] ?? "";
}
