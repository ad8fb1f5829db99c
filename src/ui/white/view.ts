import type { Event } from "../../engine/index.ts";
import { narrate } from "../../reports/index.ts";
import { seatName } from "../ports.ts";
import type { Game, State } from "../state.ts";
import { markOf } from "../telling/items.ts";
import { blocksOf } from "../text/list.ts";
import { beside, inTone, type Line, line, spread, tone, toHeight, wrap } from "../text/span.ts";
import { plural, turnWords } from "../text/words.ts";
import { drawsIn } from "./choices.ts";
import { DESK_TABS, type DeskScreen, type DeskTab } from "./desk.ts";
import { eventRows, eventsOfTab, handWords, rowsOfTab } from "./rows.ts";
import { sideLines } from "./side.ts";
import { whyRows } from "./why.ts";

/** White's desk: the lists on the left, what is chosen or being ruled on the right. */
export function viewDesk(state: State, screen: DeskScreen, width: number, height: number): Line[] {
  const { game } = state;
  if (game === null) return [];
  if (screen.mode.kind === "why") return whyRows(game, screen, screen.mode, width, height);
  const left = Math.max(40, Math.floor(width * 0.48));
  const rows = height - 2;
  const list = [tabLine(screen), ...listLines(state, game, screen, left - 1, rows - 1)];
  const side = sideLines(game, screen, width - left - 2, rows);
  const body = beside(
    toHeight(list, rows),
    left,
    side.map((row) => line(" ", ...row)),
    "│",
  );
  return [headOf(screen, width), ...toHeight(body, rows), statusOf(screen, width)];
}

function headOf({ view, turn }: DeskScreen, width: number): Line {
  return spread(
    line(tone("title", "White's desk"), tone("warn", " · all of it, from every side")),
    line(`turn ${turn} · ${turnWords(view.brief.clock, turn)} `),
    width,
  );
}

const TAB_WORDS: Readonly<Record<DeskTab, string>> = {
  turn: "Draft",
  hand: "Hand",
  injects: "Events",
  before: "Before",
};

function tabLine(screen: DeskScreen): Line {
  return DESK_TABS.flatMap((tab) => {
    const count = tab === "hand" && screen.hand.length > 0 ? ` ${screen.hand.length}` : "";
    return [tone(tab === screen.tab ? "cursor" : "dim", ` ${TAB_WORDS[tab]}${count} `)];
  });
}

function listLines(
  state: State,
  game: Game,
  screen: DeskScreen,
  width: number,
  height: number,
): Line[] {
  const { tab, cursors } = screen;
  if (rowsOfTab(screen, tab) === 0)
    return emptyWords(state, game, screen).flatMap((text) =>
      wrap(text, width).map((row) => line(tone("dim", row))),
    );
  const blocks = blocksFor(game, screen, width).map((rows, at) =>
    rows.map((row, index) =>
      at === cursors[tab]
        ? line(tone("cursor", index === 0 ? "›" : " "), ...inTone(row, "strong"))
        : line(" ", ...row),
    ),
  );
  return blocksOf(blocks, cursors[tab], height);
}

/** Why a list is empty; of the draft, whom it waits for. */
function emptyWords({ card }: State, game: Game, { tab, turn }: DeskScreen): readonly string[] {
  switch (tab) {
    case "turn":
      return [
        `The draft of turn ${turn} is made when every seat has sealed. Still to seal:`,
        ...game.waiting.map((seat) => `  ${game.names.seats[seat]?.name ?? seatName(card, seat)}`),
      ];
    case "hand":
      return ["Nothing ruled and nothing put in by hand in this turn."];
    case "injects":
      return ["The scenario has no list of events."];
    case "before":
      return ["No turn has been played yet."];
  }
}

function blocksFor(game: Game, screen: DeskScreen, width: number): readonly Line[][] {
  const { tab } = screen;
  if (tab === "hand")
    return screen.hand.map((one) => texted("•", handWords(game.names, one, screen), width));
  if (tab === "injects")
    return screen.listed.map(({ title, came, when }) => {
      const state = came > 0 ? `came in turn ${came}` : when === null ? "by hand only" : "to come";
      return [
        spread(line(came > 0 ? "· " : "+ ", title), line(tone("dim", ` ${state} `)), width - 1),
      ];
    });
  const events = eventsOfTab(screen, tab);
  return eventRows(events).map(({ event, follows }) =>
    eventBlock(game, screen, events[event] as Event, event, follows, width),
  );
}

/** R before what White ruled on, ~ before what the last ruling changed. */
function eventBlock(
  game: Game,
  screen: DeskScreen,
  event: Event,
  at: number,
  follows: boolean,
  width: number,
): Line[] {
  const [mark, look] = markOf(event);
  const isDraft = screen.tab === "turn";
  const sign =
    isDraft && isRuled(screen, event) ? "R" : isDraft && screen.changed.includes(at) ? "~" : " ";
  const indent = follows ? "  " : "";
  return wrap(narrate(game.names, event), width - 5 - indent.length).map((row, index) =>
    line(
      tone("warn", index === 0 ? sign : " "),
      indent,
      tone(look, index === 0 ? `${mark} ` : "  "),
      row,
    ),
  );
}

/** Whether a ruling of this turn bears on an event: on its outcome, or on a draw of it. */
function isRuled({ hand }: DeskScreen, event: Event): boolean {
  const keys = drawsIn(event).map(({ key }) => key);
  return hand.some((one) => {
    if (one.kind !== "ruling") return false;
    const { ruling } = one;
    switch (ruling.kind) {
      case "draw":
        return keys.includes(ruling.key);
      case "battle":
        return event.kind === "battle-resolved" && ruling.locus === (event.link ?? event.place);
      case "break":
        return event.kind === "cohesion-lost" && event.formation === ruling.formation;
      case "patron":
        return event.kind === "patron-weighed" && event.contingent === ruling.contingent;
    }
  });
}

function texted(mark: string, text: string, width: number): Line[] {
  return wrap(text, width - 3).map((row, at) =>
    line(tone("dim", at === 0 ? `${mark} ` : "  "), row),
  );
}

function statusOf({ hand, draft }: DeskScreen, width: number): Line {
  const rulings = hand.filter(({ kind }) => kind === "ruling").length;
  const done = `${plural(rulings, "ruling")}, ${plural(hand.length - rulings, "inject")} by hand`;
  const next = draft === null ? "waiting for orders" : "c: commit the turn";
  return spread(line(tone("dim", done)), line(tone("dim", `${next} `)), width);
}
