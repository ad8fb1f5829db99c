import type {
  BattleResolved,
  Combatant,
  Event,
  Id,
  LossWorking,
  Setup,
} from "../../engine/index.ts";
import type { TableBlock } from "../document/block.ts";
import { holderName, nameOf } from "../names.ts";
import { grouped, rounded, sentence } from "../wording.ts";
import { chanceOfResult, shareText } from "./battle-chance.ts";

/** Columns of the table of battles. */
export const BATTLE_HEAD: TableBlock["columns"] = [
  { title: "battle" },
  { title: "attacker, men" },
  { title: "defender, men" },
  { title: "odds", isNumber: true },
  { title: "result" },
  { title: "chance", isNumber: true },
  { title: "better", isNumber: true },
  { title: "attacker lost", isNumber: true },
  { title: "defender lost", isNumber: true },
];

/** A battle by its turn and place: "Turn 3, the mill"; a meeting says that it was one. */
export function battleTitle(setup: Setup, turn: number, { place, link }: BattleResolved): string {
  const where = nameOf(setup, "places", place);
  return `Turn ${turn}, ${link === null ? where : `meeting at ${where}`}`;
}

/** One battle as a row under `BATTLE_HEAD`; `events` are its turn's, as far as the reader knows them. */
export function battleRow(
  setup: Setup,
  turn: number,
  battle: BattleResolved,
  events: readonly Event[],
): readonly string[] {
  const { exactly, better } = chanceOfResult(setup.parameters, battle);
  return [
    battleTitle(setup, turn, battle),
    whoText(setup, battle.attacker, battle.attackers),
    whoText(setup, battle.defender, battle.defenders),
    rounded(battle.odds),
    resultText(battle, events),
    shareText(exactly),
    shareText(better),
    lostText(battle.attackerLosses),
    lostText(battle.defenderLosses),
  ];
}

function whoText(setup: Setup, side: Id, combatants: readonly Combatant[]): string {
  const men = combatants.reduce((sum, one) => sum + one.men, 0);
  return `${sentence(holderName(setup, side))}, ${grouped(men)}`;
}

/** What it came to, whether the place fell, and whether White said so. */
function resultText(battle: BattleResolved, events: readonly Event[]): string {
  const fell = events.some(
    (one) =>
      one.kind === "place-taken" &&
      one.place === battle.place &&
      one.by === battle.attacker &&
      one.how === "assault",
  );
  const name = battle.result.replaceAll("-", " ");
  const notes = [
    ...(battle.holding ? ["holding attack"] : []),
    ...(fell ? ["place taken"] : []),
    ...(battle.ruling === null ? [] : ["ruled by White"]),
  ];
  return notes.length === 0 ? name : `${name}; ${notes.join("; ")}`;
}

function lostText({ men, killed }: LossWorking): string {
  return `${grouped(men)} (${grouped(killed)})`;
}
