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
  const text = tone(chosen ? "cursor" : "plain", name);
  const fought = place.contested ? tone("bad", "!") : tone("plain", "");
  return mirrored ? line(text, fought, mark) : line(mark, text, fought);
}

/** "[G3 1.4k]" for each side there; short: "[G3]". A reported strength has "~". */
export function counters(groups: readonly Group[], short: boolean): Line {
  return groups.map((group) => {
    const [open, close] = FRAMES[group.affiliation];
    const men = short ? "" : ` ${group.reported ? "~" : ""}${shortCount(group.men)}`;
    return tone(group.affiliation, `${open}${group.letter}${group.count}${men}${close}`);
  });
}
