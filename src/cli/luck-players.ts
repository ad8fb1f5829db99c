import type { LoadedScenario } from "../edge/load.ts";
import type { Id, Problem } from "../engine/index.ts";
import type { HeaderLine } from "../journal/index.ts";
import { commandSeats } from "../lab/play-out.ts";
import type { LuckTold } from "../reports/index.ts";
import { type Read, readCoa } from "../scenarios/index.ts";
import { clip, listSome } from "../scenarios/text.ts";
import { HOLD } from "../ui/ports.ts";
import { flagProblem } from "./flags.ts";

/** Who played each seat of a game, and by what it goes on. */
export interface LuckPlayers {
  /** Seat → text of the course of action by which it goes on. */
  readonly courses: Readonly<Record<Id, string>>;
  readonly historical: Readonly<Record<Id, string>>;
  readonly departing: readonly Id[];
  readonly scripted: readonly Id[];
  readonly carriedOn: LuckTold["carriedOn"];
}

/** Who played each seat, and by what it goes on; or every problem with what was typed. */
export function playersOf(
  loaded: LoadedScenario,
  { players }: HeaderLine,
  typed: readonly string[],
): Read<LuckPlayers> {
  const { setup, file } = loaded.scenario;
  const asked = policiesTyped(loaded, players, typed);
  if (!asked.ok) return asked;
  const seats = commandSeats(setup);
  const byRule = seats.filter((seat) => players[seat] === HOLD || isCourse(loaded, players[seat]));
  const scripted = seats.filter((seat) => players[seat] !== undefined && !byRule.includes(seat));
  const goesOnBy = (seat: Id) =>
    scripted.includes(seat)
      ? (asked.value[seat] ?? file.historical[seat])
      : players[seat] === HOLD
        ? undefined
        : players[seat];
  const texts = textsOf(loaded, Object.fromEntries(seats.map((seat) => [seat, goesOnBy(seat)])));
  const historical = textsOf(loaded, file.historical);
  const problems = [texts, historical].flatMap((read) => (read.ok ? [] : read.problems));
  if (problems.length > 0 || !texts.ok || !historical.ok) return { ok: false, problems };
  return {
    ok: true,
    value: {
      courses: texts.value,
      historical: historical.value,
      departing: seats.filter((seat) => players[seat] !== file.historical[seat]),
      scripted,
      carriedOn: scripted.map((seat) => ({ seat, by: goesOnBy(seat) ?? null })),
    },
  };
}

function isCourse({ source }: LoadedScenario, player: string | undefined): boolean {
  return player !== undefined && (source.coaIds.includes(player) || player.endsWith(".json"));
}

function textsOf(
  { source }: LoadedScenario,
  named: Readonly<Record<Id, Id | undefined>>,
): Read<Readonly<Record<Id, string>>> {
  const texts: Record<Id, string> = {};
  const problems: Problem[] = [];
  for (const [seat, id] of Object.entries(named)) {
    if (id === undefined) continue;
    const text = source.readCoa(id);
    if (text.ok) texts[seat] = text.value;
    else problems.push(...text.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: texts };
}

/** `SEAT=COURSE` of seats that no rule played. */
function policiesTyped(
  { source, scenario }: LoadedScenario,
  players: HeaderLine["players"],
  typed: readonly string[],
): Read<Readonly<Record<Id, Id>>> {
  const found: Record<Id, Id> = {};
  const problems: Problem[] = [];
  for (const word of typed) {
    // A path may hold what parts the two.
    const [, seat = "", course = ""] = /^([^=]*)=?(.*)$/s.exec(word) ?? [];
    const known = commandSeats(scenario.setup).filter((id) => players[id] !== undefined);
    const text = known.includes(seat) ? source.readCoa(course) : null;
    const coa = text?.ok === true ? readCoa(text.value, scenario.setup) : text;
    if (coa === null) problems.push(policyProblem(word, `seats: ${listSome(known)}`));
    else if (!coa.ok) problems.push(...coa.problems);
    else if ("seat" in coa.value && coa.value.seat !== seat)
      problems.push(policyProblem(word, `"${course}" is for the seat "${coa.value.seat}"`));
    else found[seat] = course;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: found };
}

function policyProblem(word: string, hint: string): Problem {
  const message = `--policy: found "${clip(word)}", expected SEAT=COURSE of a seat that was played`;
  return flagProblem("policy", "policy", message, hint);
}
