import type { Event } from "../../../engine/player.ts";
import type { ComparedTurn, FamilyMember, TurnSum } from "../../../journal/index.ts";
import { narrate } from "../../../reports/index.ts";
import type { Past } from "../../past.ts";
import type { CompareScreen } from "../../state.ts";
import { listOf } from "../../text/list.ts";
import { beside, type Line, line, tone, toHeight, wrap } from "../../text/span.ts";
import { count, turnWords } from "../../text/words.ts";
import { whenWords } from "../timeline/turns.ts";
import { detailRows } from "./detail.ts";

const WHEN_COLUMNS = 18;
const LOST_COLUMNS = 9;
/** Columns from which what a turn brought stands beside the table instead of below it. */
const ABREAST_COLUMNS = 116;
const PARTING_ROWS = 4;

/** Two branches turn by turn, where they part, and what the chosen turn brought in each. */
export function viewCompare(screen: CompareScreen, width: number, height: number): Line[] {
  const { past } = screen.back.back;
  const head = headRows(screen, past, width);
  const rest = height - head.length;
  const tableColumns = WHEN_COLUMNS + 2 * blockColumns(past) + 4;
  if (width >= ABREAST_COLUMNS) {
    const table = toHeight(tableRows(screen, past, rest), rest);
    const detail = detailOf(screen, past, width - tableColumns - 3, rest);
    return [
      ...head,
      ...beside(
        table,
        tableColumns,
        detail.map((row) => [tone("plain", " "), ...row]),
        "│",
      ),
    ];
  }
  const least = Math.min(screen.comparison.turns.length + 1, Math.max(4, Math.floor(rest * 0.55)));
  const table = tableRows(screen, past, least);
  return [...head, ...table, line(), ...detailOf(screen, past, width - 2, rest - table.length - 1)];
}

function headRows(
  { first, second, seat, comparison }: CompareScreen,
  past: Past,
  width: number,
): Line[] {
  const whose =
    seat === null ? "what truly happened" : `as ${past.names.seats[seat]?.name ?? seat} knew it`;
  const { parting } = comparison;
  const half = Math.floor((width - 3) / 2);
  const named = beside([nameRow("A", first)], half, [nameRow("B", second)], "│");
  const head = [line(tone("title", "Side by side"), tone("dim", ` · ${whose}`)), ...named];
  if (parting === null)
    return [...head, line(tone("good", " They tell the same as far as both go.")), line()];
  const turn = comparison.turns[parting.turn];
  const told = (only: readonly Event[] = []) => {
    const [first] = only;
    const text =
      first === undefined ? "Nothing that is not there too." : narrate(past.names, first);
    return wrap(text, half - 2)
      .slice(0, PARTING_ROWS)
      .map((row) => line(` ${row}`));
  };
  return [
    ...head,
    line(
      tone("warn", ` They part in turn ${parting.turn}`),
      tone("dim", `, ${turnWords(past.brief.clock, parting.turn)}, which has only here:`),
    ),
    ...beside(told(turn?.firstOnly), half, told(turn?.secondOnly), "│"),
    line(),
  ];
}

function nameRow(letter: string, { name, header }: FamilyMember): Line {
  const title = header.title === null ? "" : `  ${header.title}`;
  return line(tone("key", ` ${letter} `), tone("strong", name), tone("accent", title));
}

function blockColumns({ brief }: Past): number {
  return 6 + Object.keys(brief.sides).length * LOST_COLUMNS;
}

function tableRows({ comparison, turn }: CompareScreen, past: Past, height: number): Line[] {
  const sides = Object.values(past.brief.sides).map(({ letter }) =>
    `${letter} lost`.padStart(LOST_COLUMNS),
  );
  const block = `  ►  !${sides.join("")}`;
  const head = line(tone("dim", " turn".padEnd(WHEN_COLUMNS)), tone("dim", `  │${block}│${block}`));
  const rows = comparison.turns.map((one) => turnRow(past, one));
  return [head, ...listOf(rows, turn, height - 1)];
}

function turnRow(past: Past, { turn, same, first, second }: ComparedTurn): Line {
  const when = turn === 0 ? " 0 the start" : whenWords(past.brief.clock, turn);
  const sign = same ? tone("dim", " =") : tone("warn", " ≠");
  return line(
    when.padEnd(WHEN_COLUMNS - 1),
    sign,
    tone("dim", "│"),
    block(past, first),
    tone("dim", "│"),
    block(past, second),
  );
}

/** Taken and left in the turn, men lost so far; blank past the end. */
function block(past: Past, sum: TurnSum | null): string {
  if (sum === null) return " ".repeat(blockColumns(past));
  const lost = Object.keys(past.brief.sides).map((side) =>
    count(sum.lost[side] ?? 0).padStart(LOST_COLUMNS),
  );
  return `${number(sum.taken.length)}${number(sum.left.length)}${lost.join("")}`;
}

function number(value: number): string {
  return (value === 0 ? "·" : String(value)).padStart(3);
}

function detailOf(
  { comparison, turn, scroll }: CompareScreen,
  past: Past,
  width: number,
  height: number,
): Line[] {
  const one = comparison.turns[turn];
  if (one === undefined || height <= 0) return [];
  const rows = detailRows(past, one, width);
  const from = Math.max(0, Math.min(scroll, rows.length - height));
  return toHeight(rows.slice(from, from + height), height);
}
