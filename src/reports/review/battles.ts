import type { BattleResolved, Event } from "../../engine/index.ts";
import { turnHeading } from "../dates.ts";
import type { Block, Section } from "../document/block.ts";
import { narrate } from "../narrate.ts";
import { workingOf } from "../why.ts";
import { counted } from "../wording.ts";
import { battleRow, battleTitle, BATTLE_HEAD } from "./battle-row.ts";
import { chanceSentence, tailOf } from "./battle-chance.ts";
import type { Reviewed, ReviewedTurn } from "./reviewed.ts";

/** Every battle in one table, then each with a sentence to say aloud and its whole working. */
export function battlesSection(reviewed: Reviewed): Section | null {
  const fought = reviewed.turns.filter(({ events }) => battlesIn(events).length > 0);
  if (fought.length === 0) return null;
  return {
    id: "battles",
    title: "Battles",
    blocks: [
      { kind: "text", text: leadText(reviewed, fought) },
      ...unlikelyBlocks(reviewed, fought),
      battleTable(reviewed, fought),
      ...fought.flatMap((turn) => turnBlocks(reviewed, turn)),
    ],
  };
}

/** The battles among a turn's events, in the order in which they were fought. */
export function battlesIn(events: readonly Event[]): readonly BattleResolved[] {
  return events.filter((event): event is BattleResolved => event.kind === "battle-resolved");
}

function leadText({ reader }: Reviewed, fought: readonly ReviewedTurn[]): string {
  const battles = fought.reduce((sum, { events }) => sum + battlesIn(events).length, 0);
  const whose = reader === null ? "" : " Only those its own side fought are told.";
  return `${counted(battles, "battle")} in ${counted(fought.length, "turn")}.${whose} Chances are those of this model at the odds of the battle, before its draw: of this very result, and of one better for the attacker. Lost are killed and wounded, with the killed in brackets.`;
}

const UNLIKELY = 0.2;
const MOST_UNLIKELY = 3;

/** What went most against the odds: results as bad, or as good, as these come in fewer than a fifth of cases. */
function unlikelyBlocks({ scenario }: Reviewed, fought: readonly ReviewedTurn[]): Block[] {
  const { setup } = scenario;
  const found = fought.flatMap(({ turn, events }) =>
    battlesIn(events)
      .filter(({ ruling, holding }) => ruling === null && !holding)
      .map((battle) => ({ turn, battle, tail: tailOf(setup.parameters, battle) })),
  );
  const least = found.filter(({ tail }) => tail < UNLIKELY).toSorted((a, b) => a.tail - b.tail);
  if (least.length === 0) return [];
  const items = least
    .slice(0, MOST_UNLIKELY)
    .map(
      ({ turn, battle }) =>
        `${battleTitle(setup, turn, battle)}. ${chanceSentence(setup.parameters, battle)}`,
    );
  return [
    { kind: "heading", text: "Most against the odds" },
    { kind: "list", items },
  ];
}

function battleTable({ scenario }: Reviewed, fought: readonly ReviewedTurn[]): Block {
  const rows = fought.flatMap(({ turn, events }) =>
    battlesIn(events).map((battle) => battleRow(scenario.setup, turn, battle, events)),
  );
  return { kind: "table", caption: "Every battle", columns: BATTLE_HEAD, rows };
}

// As many columns as fit the page, and A4.
const WORKING = 98;

function turnBlocks({ scenario }: Reviewed, { turn, events }: ReviewedTurn): Block[] {
  const { setup } = scenario;
  const folds = battlesIn(events).map((battle): Block => {
    const told = [
      narrate(setup, battle),
      chanceSentence(setup.parameters, battle),
      ...aftermath(setup, battle, events),
    ];
    return {
      kind: "fold",
      summary: `${battleTitle(setup, turn, battle)}: why`,
      blocks: [
        { kind: "text", text: told.join(" ") },
        { kind: "working", lines: workingOf(setup, battle, events, WORKING) },
      ],
    };
  });
  return [{ kind: "heading", text: turnHeading(setup.clock, turn) }, ...folds];
}

/** What became of the place and of those who fought there, in the order in which it happened. */
function aftermath(
  setup: Reviewed["scenario"]["setup"],
  battle: BattleResolved,
  events: readonly Event[],
): string[] {
  const [attackers, defenders] = [battle.attackers, battle.defenders];
  const fighters = new Set([...attackers, ...defenders].map(({ formation }) => formation));
  const after = events.slice(events.indexOf(battle) + 1);
  return after.flatMap((event) => {
    switch (event.kind) {
      case "place-taken":
        return event.place === battle.place ? [narrate(setup, event)] : [];
      case "formation-broke":
      case "surrendered":
        return event.place === battle.place && fighters.has(event.formation)
          ? [narrate(setup, event)]
          : [];
      case "retreated":
        return event.from === battle.place && fighters.has(event.formation)
          ? [narrate(setup, event)]
          : [];
      default:
        return [];
    }
  });
}
