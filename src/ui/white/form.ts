import type { Game } from "../state.ts";
import { type Line, line, tone, wrap } from "../text/span.ts";
import { plural } from "../text/words.ts";
import { drawWords } from "./choices.ts";
import type { Asked, DeskMode, DeskScreen, Intended, Putting } from "./desk.ts";
import { EFFECT_FORMS } from "./effect-text.ts";

/** What White is filling in, with what is asked and what was typed. */
export function formLines(game: Game, screen: DeskScreen, width: number): Line[] {
  const { mode } = screen;
  switch (mode.kind) {
    case "number":
      return [
        ...title(askedWords(game, mode.asked), width),
        ...numberLines(mode.asked, width),
        ...typed(mode.text, width),
      ];
    case "reason":
      return [
        ...title(intendedWords(game, mode.intended), width),
        ...wrap("Why? It is on record, and told with the result.", width).map((row) => line(row)),
        line(),
        ...typed(mode.text, width),
        line(),
        line(tone("key", "Enter"), " rules: the draft comes anew"),
      ];
    case "write":
      return writeLines(mode, width);
    case "audience":
      return audienceLines(game, mode.putting, mode.cursor, width);
    case "put":
      return [
        ...title(`Put in: ${mode.putting.title}`, width),
        ...wrap(`To: ${audienceWords(game, mode.putting)}`, width, "  ").map((row) => line(row)),
        line(),
        line("Why? Only White's record shows it."),
        line(),
        ...typed(mode.text, width),
      ];
    case "say":
      return [
        ...title("To the room", width),
        ...wrap("Everybody reads it on the room's screen.", width).map((row) => line(row)),
        line(),
        ...typed(mode.text, width),
      ];
    case "commit":
      return commitLines(screen, width);
    default:
      return [];
  }
}

function title(words: string, width: number): Line[] {
  return [...wrap(words, width).map((row) => line(tone("title", row))), line()];
}

function typed(text: string, width: number): Line[] {
  const rows = wrap(text, width - 3);
  return rows.map((row, at) =>
    line(
      tone("key", at === 0 ? "› " : "  "),
      row,
      at === rows.length - 1 ? tone("cursor", " ") : "",
    ),
  );
}

function askedWords({ names }: Game, asked: Asked): string {
  if (asked.kind === "draw") return `Replace ${drawWords(names, asked.key)}`;
  return `The battle at ${names.places[asked.locus]?.name ?? asked.locus} shall come to R* =`;
}

function numberLines(asked: Asked, width: number): Line[] {
  const was = asked.was.toFixed(4);
  const text =
    asked.kind === "draw"
      ? `It was u = ${was}. A number between 0 and 1; which end is better for whom, its working says.`
      : `It came to ${was}. Below 0.5 repulsed, below 1 held, below 1.75 limited gain, below 3 forced back.`;
  return [...wrap(text, width).map((row) => line(row)), line()];
}

function intendedWords({ names }: Game, intended: Intended): string {
  if (intended.kind === "reroll") return `Re-roll ${drawWords(names, intended.key)}`;
  const { ruling } = intended;
  switch (ruling.kind) {
    case "draw":
      return `Replace ${drawWords(names, ruling.key)} by u = ${ruling.u}`;
    case "battle":
      return `The battle at ${names.places[ruling.locus]?.name ?? ruling.locus} comes to R* = ${ruling.outcome}`;
    case "break":
      return `${names.formations[ruling.formation]?.name ?? ruling.formation} ${ruling.breaks ? "breaks" : "does not break"}`;
    case "patron":
      return `${names.contingents[ruling.contingent]?.name ?? ruling.contingent} ${ruling.leaves ? "leaves" : "stays"}`;
  }
}

const FIELD_WORDS = {
  title: ["An event of your own", "Its title:"],
  text: ["An event of your own", "What its seats are told:"],
  effects: ["An event of your own", "Its effects, parted by ; or nothing:"],
} as const;

function writeLines(
  { field, putting, text }: Extract<DeskMode, { kind: "write" }>,
  width: number,
): Line[] {
  const [head, asks] = FIELD_WORDS[field];
  const forms =
    field === "effects" ? EFFECT_FORMS.map((form) => line(tone("dim", `  ${form}`))) : [];
  return [
    ...title(putting.title === "" ? head : putting.title, width),
    line(asks),
    line(),
    ...typed(text, width),
    line(),
    ...forms,
  ];
}

function audienceLines(game: Game, putting: Putting, cursor: number, width: number): Line[] {
  const seats = Object.entries(game.names.seats);
  return [
    ...title(`Put in: ${putting.title}`, width),
    ...wrap(putting.text, width)
      .slice(0, 6)
      .map((row) => line(tone("dim", row))),
    line(),
    line("Who is told?"),
    ...seats.map(([seat, { name }], at) =>
      line(
        tone("cursor", at === cursor ? "›" : ""),
        at === cursor ? "" : " ",
        tone("key", `${at + 1} `),
        putting.audience.includes(seat) ? "[x] " : "[ ] ",
        name,
      ),
    ),
    line(),
    line(tone("key", "Space"), " changes it   ", tone("key", "Enter"), " on"),
  ];
}

function audienceWords({ names }: Game, { audience }: Putting): string {
  return audience.map((seat) => names.seats[seat]?.name ?? seat).join(", ");
}

function commitLines({ turn, hand }: DeskScreen, width: number): Line[] {
  const rulings = hand.filter(({ kind }) => kind === "ruling").length;
  const text =
    `With ${plural(rulings, "ruling")} and ${plural(hand.length - rulings, "inject")} by hand. ` +
    "It is written to disk and cannot be taken back; a branch can begin before it.";
  return [
    ...title(`Commit turn ${turn}?`, width),
    ...wrap(text, width).map((row) => line(row)),
    line(),
    line(tone("key", "Enter"), " commit   ", tone("key", "Esc"), " go back"),
  ];
}
