import { type LoadedScenario, loadPlayed } from "../edge/load.ts";
import type { Id, Problem, Setup } from "../engine/index.ts";
import { seedAt } from "../journal/index.ts";
import { gameOn } from "../lab/compile-game.ts";
import type { LuckAsked } from "../lab/luck/asked.ts";
import type { Yardstick } from "../lab/luck/yardstick.ts";
import { scoringTerms } from "../lab/payoffs.ts";
import { commandSeats } from "../lab/play-out.ts";
import type { AskedTurn } from "../lab/recipe.ts";
import type { LuckTold, PlayedGame } from "../reports/index.ts";
import type { Read } from "../scenarios/index.ts";
import { clip } from "../scenarios/text.ts";
import { jobsAsked } from "./drive.ts";
import { flagProblem } from "./flags.ts";
import { type LuckPlayers, playersOf } from "./luck-players.ts";
import { scoreWords, sidesOf } from "./payoff-asked.ts";
import { questionAsked, type QuestionFlags, questionTold } from "./question-asked.ts";

/** Flags of a report on luck, as they were typed. */
export interface LuckFlags extends QuestionFlags {
  /** `true` for the decisive battles, "all" for every one. */
  readonly luck?: string | boolean | undefined;
  /** `SEAT=COURSE`, each: by what a seat that no rule played goes on. */
  readonly policy?: readonly string[] | undefined;
  readonly jobs?: string | undefined;
}

/** What is asked about a game's luck, read and checked. */
export interface LuckRead {
  readonly asked: LuckAsked;
  readonly isAll: boolean;
  readonly jobs: number;
  /** What is said of it besides what the runs find. */
  readonly said: Pick<LuckTold, "question" | "carriedOn">;
}

/** Reads what is asked about the luck of a game; or every problem with it. */
export function readLuck(game: PlayedGame, flags: LuckFlags): Read<LuckRead> {
  const { header } = game;
  const loaded = loadPlayed(header);
  if (!loaded.ok) return loaded;
  const players = playersOf(loaded.value, header, flags.policy ?? []);
  const measured = yardstickOf(loaded.value, flags);
  const jobs = jobsAsked(flags);
  const problems = [
    ...(typeof jobs === "number" ? [] : [jobs]),
    ...(players.ok ? [] : players.problems),
    ...(measured.ok ? [] : measured.problems),
  ];
  if (problems.length > 0 || !players.ok || !measured.ok) return { ok: false, problems };
  const { yardstick, question } = measured.value;
  return {
    ok: true,
    value: {
      asked: askedOf(game, loaded.value, players.value, yardstick),
      isAll: flags.luck === "all",
      jobs: jobs as number,
      said: { question, carriedOn: players.value.carriedOn },
    },
  };
}

/** What is wrong with the flags before anything is read; `reader` is the seat whose document it is. */
export function luckProblems(flags: LuckFlags, reader: Id | null): Problem[] {
  const { luck } = flags;
  if (luck === undefined) return loneProblems(flags);
  const isMode = luck === true || luck === "all";
  const found = `--luck: found "${clip(String(luck))}", expected nothing, or all`;
  const first = "the journal stands first: tadmor report JOURNAL --luck";
  return [
    ...(isMode ? [] : [flagProblem("luck", "luck", found, first)]),
    ...(reader === null
      ? []
      : [flagProblem("luck", "seat", "--luck: found it with --seat, expected it alone", WHITES)]),
  ];
}

const WHITES = "what hung on the dice is told from the truth, and to White alone";

function loneProblems({ measure, by, policy, jobs }: LuckFlags): Problem[] {
  return Object.entries({ measure, by, policy, jobs }).flatMap(([flag, value]) => {
    const message = `--${flag}: found it alone, expected it with --luck`;
    return value === undefined ? [] : [flagProblem(flag, "lone", message, "add --luck")];
  });
}

interface Measured {
  readonly yardstick: Yardstick;
  readonly question: string;
}

/** The scenario's first question, or one that was typed; of one without measures the scoring. */
function yardstickOf({ scenario }: LoadedScenario, flags: LuckFlags): Read<Measured> {
  const isPlain = flags.measure === undefined && flags.by === undefined;
  if (isPlain && Object.keys(scenario.file.measures).length === 0)
    return { ok: true, value: scoringOf(scenario.setup) };
  const asked = questionAsked({ scenario }, flags);
  if (!asked.ok) return asked;
  const yardstick = { kind: "question", question: asked.value } as const;
  return { ok: true, value: { yardstick, question: questionTold(scenario, asked.value) } };
}

/** The score of one side less that of the other; of a game without two sides, that of its first seat. */
function scoringOf(setup: Setup): Measured {
  const sides = sidesOf(setup);
  const [seat = ""] = commandSeats(setup);
  if (sides === null) {
    const terms = [{ measure: `${seat}-score`, weight: 1, missing: 0 }];
    const question = `the score of ${setup.seats[seat]?.name ?? "nobody"}`;
    return { yardstick: { kind: "payoff", terms }, question };
  }
  const yardstick = { kind: "payoff", terms: scoringTerms(setup, sides) } as const;
  return { yardstick, question: scoreWords(setup, sides) };
}

function askedOf(
  { header, turns }: PlayedGame,
  { source, parametersText, options, scenario }: LoadedScenario,
  { courses, historical, departing, scripted }: LuckPlayers,
  yardstick: Yardstick,
): LuckAsked {
  const recipe = {
    scenario: source.text,
    parameters: parametersText,
    length: options.length ?? null,
    variant: options.variant ?? null,
    patch: options.patch ?? null,
    courses,
    aims: header.aims ?? {},
    horizon: horizonOf(yardstick, scenario.setup.turns),
  };
  const asked = turns.map(
    ({ asked: { turn, commit, rulings, injects } }): AskedTurn => ({
      orders: commit.orders,
      rulings,
      injects,
      seed: seedAt(header, turn),
    }),
  );
  const isDecided = turns.at(-1)?.world.over === true || turns.length >= recipe.horizon;
  return {
    game: { ...gameOn(scenario, recipe), recipe },
    turns: asked,
    events: turns.map(({ events }) => events),
    isDecided,
    historical,
    departing,
    scripted,
    yardstick,
    seed: `${header.seed}/luck`,
  };
}

/** What came by a turn is known one turn later: a place that is lost again at once did not fall. */
function horizonOf(yardstick: Yardstick, turns: number): number {
  const by = yardstick.kind === "question" ? yardstick.question.by : null;
  return by === null ? turns : Math.min(turns, by + 1);
}
