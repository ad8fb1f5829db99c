import { seatName } from "../../ports.ts";
import type { ScreenOf, State } from "../../state.ts";
import { type Line, line, tone } from "../../text/span.ts";

/** Between seats: names the next one and shows nothing of the game. */
export function viewHandover(
  { game, card }: State,
  { seat }: ScreenOf<"handover">,
  width: number,
  height: number,
): Line[] {
  const name = seatName(card, seat).toUpperCase();
  const what =
    game?.over === true ? "to read the last report" : `to give orders for turn ${game?.turn ?? ""}`;
  const centred = (text: string) => " ".repeat(Math.max(0, Math.floor((width - text.length) / 2)));
  const says = (look: "dim" | "plain", text: string) => line(centred(text), tone(look, text));
  const rows: Line[] = [
    line(centred(`Pass to ${name}`), tone("title", `Pass to ${name}`)),
    says("dim", what),
    line(),
    says("plain", "Press Enter when nobody else is looking."),
  ];
  const above = Math.max(0, Math.floor((height - rows.length) / 2));
  return [...Array.from({ length: above }, () => line()), ...rows];
}
