/** The assault that the rule book works in full: the first on the city in the golden run. */
import { loadRun } from "../../src/cli/load-run.ts";
import type {
  BattleResolved,
  Combatant,
  Event,
  EventOf,
  Factor,
  Id,
  LossWorking,
  Setup,
} from "../../src/engine/index.ts";
import { playOut } from "../../src/lab/play-out.ts";

/** Where the section stands in the book. */
export const MARKS = {
  from: "<!-- worked assault: written by npm run golden -->",
  to: "<!-- end of the worked assault -->",
} as const;

const SEED = "1";
const PLACE = "palmyra";

interface Assault {
  readonly setup: Setup;
  readonly turn: number;
  readonly battle: BattleResolved;
  readonly events: readonly Event[];
}

/** The battle with its turn, played anew. */
export function workedAssault(): Assault {
  const loaded = loadRun(null, {});
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { policies, aims, scenario } = loaded.value;
  let found: Assault | null = null;
  playOut(scenario.setup, policies, SEED, {
    aims,
    onTurn: ({ turn, events }) => {
      const battle = events.find(
        (event): event is BattleResolved =>
          event.kind === "battle-resolved" && event.place === PLACE && !event.holding,
      );
      if (found === null && battle !== undefined)
        found = { setup: scenario.setup, turn, battle, events };
    },
  });
  if (found === null) throw new Error(`nobody assaulted ${PLACE}`);
  return found;
}

/** The section of the rule book, in Markdown, without its marks. */
export function workedSection(): string {
  const { setup, turn, battle, events } = workedAssault();
  const { attackers, defenders, odds, outcome, draw } = battle;
  const sum = (side: readonly Combatant[]) =>
    side.reduce((total, one) => total + powerOf(one), 0).toFixed(1);
  return [
    `Turn ${turn} of \`npx tadmor history --seed ${SEED}\`: ${nameOf(setup, battle.place)}, attacked from ${battle.axes.map((place) => nameOf(setup, place)).join(", ")}. The defence stands in ${battle.posture} posture. Every number is from the event of the battle; each can be worked again from the paragraphs named.`,
    "",
    "**Forces.** Strength after terrain (5.2), times quality, cohesion, freshness, supply and command: power.",
    "",
    "| formation | men | strength | quality | cohesion | freshness | supply | command | power |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...attackers.map((one) => combatantRow(setup, one)),
    `| *attackers* | ${menOf(attackers)} | | | | | | | ${sum(attackers)} |`,
    ...defenders.map((one) => combatantRow(setup, one)),
    `| *defenders* | ${menOf(defenders)} | | | | | | | ${sum(defenders)} |`,
    "",
    "**Odds** (5.4): the factors in order, multiplied from the first.",
    "",
    "| paragraph | factor | value | shifts | odds so far |",
    "| --- | --- | ---: | ---: | ---: |",
    ...factorRows(battle.factors),
    "",
    breachText(battle),
    `**Draw** (5.5, 5.6). u = ${draw.u.toFixed(4)}: the odds ${odds.toFixed(4)} times ${(outcome / odds).toFixed(4)} are R* = ${outcome.toFixed(4)}, *${battle.result.replace("-", " ")}*.`,
    "",
    `**Ground** (5.7). ${signed(battle.km)} km: the marker stands at ${battle.advanceKm.toFixed(3)} of ${battle.depthKm} km.`,
    "",
    "**Losses** (5.8): the rate is the product of the terms, and what 5.8.9 adds, held at the cap.",
    "",
    "| term | attacker | defender |",
    "| --- | ---: | ---: |",
    ...lossRows(battle.attackerLosses, battle.defenderLosses),
    "",
    "**Cohesion** (7.2, 7.3) and breaking (7.4): the chance is 1 / (1 + e^((left − break point) / slope)).",
    "",
    "| formation | terms | lost | left | chance to break | u | |",
    "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ...shakenIn(battle, events).map((one) => shakenRow(setup, one)),
  ].join("\n");
}

function nameOf({ places }: Setup, place: Id): string {
  return places[place]?.name ?? place;
}

/** Power of one formation: what 5.4.1 to 5.4.5 and 5.4.16 make of its strength. */
function powerOf(one: Combatant): number {
  const { strength, quality, cohesionFactor, freshness, supplyFactor, commandFactor } = one;
  return strength * quality * cohesionFactor * freshness * supplyFactor * commandFactor;
}

function menOf(side: readonly Combatant[]): number {
  return side.reduce((men, one) => men + one.men, 0);
}

function combatantRow({ formations }: Setup, one: Combatant): string {
  const cells = [
    formations[one.formation]?.name ?? one.formation,
    one.men,
    one.strength.toFixed(1),
    one.quality.toFixed(2),
    one.cohesionFactor.toFixed(4),
    one.freshness.toFixed(3),
    one.supplyFactor.toFixed(2),
    one.commandFactor.toFixed(2),
    powerOf(one).toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}

function factorRows(factors: readonly Factor[]): string[] {
  let odds = 1;
  return factors.map(({ id, value, rule }) => {
    odds *= value;
    const shifts = Math.log(value) / Math.log(1.25);
    return `| ${rule} | ${id.replaceAll("-", " ")} | ${value.toFixed(4)} | ${signed(shifts)} | ${odds.toFixed(4)} |`;
  });
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return Number(text) === 0 ? "0.00" : `${value < 0 ? "−" : "+"}${text}`;
}

function breachText({ breach }: BattleResolved): string {
  if (breach === null) return "Nothing was sent ahead (5.3.1).\n";
  const { sent, chance, reached, hits, draw } = breach;
  return `**Sent ahead** (5.3.1 to 5.3.3): ${sent}, each with a chance of ${chance.toFixed(4)}; at u = ${draw.u.toFixed(4)} ${reached} reached, of which ${hits} count.\n`;
}

function lossRows(attacker: LossWorking, defender: LossWorking): string[] {
  const terms = attacker.terms.map(({ id, value, rule }, at) => {
    const theirs = defender.terms[at]?.value ?? 1;
    return `| ${rule} ${id.replaceAll("-", " ")} | ${value.toFixed(5)} | ${theirs.toFixed(5)} |`;
  });
  return [
    ...terms,
    `| 5.8.9 added | ${attacker.added.toFixed(5)} | ${defender.added.toFixed(5)} |`,
    `| rate | ${attacker.rate.toFixed(5)} | ${defender.rate.toFixed(5)} |`,
    `| men lost, of them killed | ${attacker.men}, ${attacker.killed} | ${defender.men}, ${defender.killed} |`,
  ];
}

function shakenIn(battle: BattleResolved, events: readonly Event[]): EventOf<"cohesion-lost">[] {
  const fought = [...battle.attackers, ...battle.defenders].map(({ formation }) => formation);
  return events.filter(
    (event): event is EventOf<"cohesion-lost"> =>
      event.kind === "cohesion-lost" &&
      event.cause === "battle" &&
      fought.includes(event.formation),
  );
}

function shakenRow({ formations }: Setup, one: EventOf<"cohesion-lost">): string {
  const { formation, terms, cohesion, test } = one;
  const lost = terms.reduce((sum, { points }) => sum + points, 0);
  const told = terms.map(({ rule, points }) => `${rule}: ${points.toFixed(2)}`).join(", ");
  const name = formations[formation]?.name ?? formation;
  const chance = test === null ? "" : test.chance.toFixed(4);
  const u = test === null ? "" : test.draw.u.toFixed(4);
  const outcome = test === null ? "" : test.broke ? "breaks" : "holds";
  return `| ${name} | ${told} | ${lost.toFixed(2)} | ${cohesion.toFixed(2)} | ${chance} | ${u} | ${outcome} |`;
}
