import type { LoadedScenario } from "../edge/load.ts";
import { aimGroupsOf, type Id } from "../engine/index.ts";
import { conditionWords } from "../reports/index.ts";
import { type Coa, type Read, readCoa } from "../scenarios/index.ts";
import type {
  AimGroupCard,
  CoaCard,
  ExerciseCard,
  HistoryCard,
  ScenarioCard,
} from "../ui/ports.ts";

/** What the screens show of a scenario, under the name it was asked for by. */
export function cardOf(loaded: LoadedScenario, key: string, variant: Id | null): ScenarioCard {
  const { file, setup } = loaded.scenario;
  return {
    key,
    id: setup.id,
    variants: Object.entries(file.variants).map(([id, { title, why }]) => ({ id, title, why })),
    variant,
    tutorial: file.tutorial,
    title: file.title,
    summary: file.summary,
    start: file.clock.start,
    lengths: Object.entries(file.lengths).map(([id, length]) => ({ id, ...length })),
    defaultLength: lengthOf(loaded),
    sides: setup.sides,
    seats: Object.entries(setup.seats).map(([id, { name, side, role, brief }]) => ({
      id,
      name,
      side,
      role,
      brief,
    })),
    coas: coaCards(loaded),
    aimGroups: aimGroupCards(loaded),
    exercise: exerciseCard(loaded),
    historical: file.historical,
    record: file.record.events,
    history: historyCard(loaded),
  };
}

function aimGroupCards({ scenario: { setup } }: LoadedScenario): AimGroupCard[] {
  return Object.entries(aimGroupsOf(setup)).map(([group, aims]) => ({
    group,
    seats: [...new Set(aims.flatMap((id) => setup.objectives[id]?.seats ?? []))],
    aims: aims.map((id) => ({ id, title: setup.objectives[id]?.title ?? id })),
  }));
}

/** What the record has besides the events of its turns. */
function historyCard({ scenario: { file } }: LoadedScenario): HistoryCard {
  const { events, control, figures, conflicts } = file.record;
  return {
    record: { events, control, figures, conflicts },
    conflicts: Object.values(conflicts).map(({ question, positions }) => {
      const turns = positions.flatMap(({ resembles }) => turnsNamed(resembles));
      return { question, positions, turns: turns.length === 0 ? null : spanOf(turns) };
    }),
    sources: Object.fromEntries(
      Object.entries(file.sources).map(([id, { title }]) => [id, title] as const),
    ),
  };
}

/** The turns in which a run would resemble a position of the sources. */
function turnsNamed(resembles: object | undefined): readonly number[] {
  const { from, to } = (resembles ?? {}) as { readonly from?: number; readonly to?: number };
  return [from, to].filter((turn) => turn !== undefined);
}

function spanOf(turns: readonly number[]) {
  return { from: Math.min(...turns), to: Math.max(...turns) };
}

/** What the exercise is run by; null when the scenario says nothing of one. */
function exerciseCard({ scenario: { file, setup } }: LoadedScenario): ExerciseCard | null {
  if (file.exercise === null) return null;
  const nameOf = (seat: Id) => file.seats[seat]?.name ?? seat;
  return {
    ...file.exercise,
    trainingObjectives: Object.values(file.trainingObjectives),
    events: Object.values(file.injects).map((inject) => ({
      title: inject.title,
      text: inject.text,
      trigger: inject.when === null ? "by hand" : conditionWords(setup, inject.when),
      audience: inject.audience.map(nameOf),
      expectedResponse: inject.expectedResponse,
    })),
    briefs: Object.values(file.seats).map(({ name, role, brief }) => ({
      seat: name,
      role,
      text: brief,
    })),
  };
}

/** A course of action that cannot be read is left out here; to choose it by name says why. */
function coaCards(loaded: LoadedScenario): CoaCard[] {
  return loaded.source.coaIds.flatMap((id) => {
    const coa = coaOf(loaded, id);
    return coa.ok
      ? [{ id, seat: coa.value.seat, title: coa.value.title, intent: coa.value.intent }]
      : [];
  });
}

/** The length that was compiled: a scenario is read with one. */
export function lengthOf({ scenario }: LoadedScenario): Id {
  const { lengths, length } = scenario.file;
  const played = Object.keys(lengths).find((id) => lengths[id]?.turns === scenario.setup.turns);
  return played ?? length;
}

/** One of a scenario's courses of action, by the name that players have in a header. */
export function coaOf({ source, scenario }: LoadedScenario, name: string): Read<Coa> {
  const text = source.readCoa(name);
  return text.ok ? readCoa(text.value, scenario.setup) : text;
}
