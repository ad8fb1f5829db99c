/** Games on one seed that begin with other secrets and are played on, for as long as a seat is told the same. */
import {
  type Chance,
  createChance,
  eventsFor,
  type Id,
  observe,
  type Order,
  type Setup,
  startWorld,
  step,
} from "../../../src/engine/index.ts";
import { picksFrom, ordersBy } from "../random-game.ts";
import { CHANNELS, type Tells } from "./channels.ts";
import type { WholeGame } from "./game.ts";
import { keysBy, linesBy } from "./looking.ts";
import { type Compared, differenceOf, type Leak } from "./pair.ts";
import { type Draft, unawareIn } from "./secrets.ts";
import { SECRETS_IN_WRITING } from "./secrets-of-setup.ts";
import { headerOf, minds, warBy } from "./wars.ts";

/** What nothing that a seat is told may hang on, however long the game goes on. */
const IDLE = [
  "aims out of sight",
  "what others score for",
  "White's list of injects",
  "others' briefs",
];
/** What shows in time, and until then is no seat's to tell. */
const HIDDEN = [
  "what a patron puts up with and counts",
  "what others knew of one's own before the game",
  "reinforcements, others' pools, and when one's own are released",
  "tracks out of sight, and what moves any",
  "others' wings",
  "how long others' orders take",
];
/** Cheap enough to be compared in every turn. */
const EVERY_TURN = Object.fromEntries(Object.entries(CHANNELS).slice(0, 6));
const MOST_TURNS = 6;

/** A game as its twins are: who is kept unaware, and whether only idle secrets differ. */
interface Twin {
  readonly game: WholeGame;
  readonly chance: Chance;
  readonly isOther: boolean;
}

/** What came of two twins: as of a pair, and how many turns they went on alike. */
export async function fogTwins(seed: number): Promise<Compared> {
  const pick = picksFrom(seed * 40_503);
  const { setup, file } = warBy(pick, seed, null);
  const seats = Object.keys(setup.seats).filter((one) => setup.seats[one]?.role === "command");
  const seat = seats[pick(seats.length)]!;
  const idle = pick(3) === 0;
  const begun: WholeGame = {
    setup,
    file,
    header: headerOf(setup, seat, `twins ${seed}`),
    start: startWorld(setup),
    asked: [],
    past: [],
  };
  const names = idle ? IDLE : [...IDLE, HIDDEN[pick(HIDDEN.length)]!];
  const draft = structuredClone(begun) as Draft;
  for (const name of names) SECRETS_IN_WRITING[name]!(draft, { ...unawareIn(begun, seat), pick });
  const other = { ...(draft as WholeGame), start: startWorld(draft.setup as Setup) };
  const dice = (of: Setup) => createChance(`twins ${seed}`, of);
  const eyes = idle ? dice(other.setup) : otherEyes(dice(other.setup), setup, seat);
  const twins: [Twin, Twin] = [
    { game: begun, chance: dice(setup), isOther: false },
    { game: other, chance: eyes, isOther: true },
  ];
  const [keys, lines] = [keysBy(pick, setup), linesBy(pick, setup)];
  const found = await playedOn(twins, { seat, named: setup, keys, lines, idle, seed });
  const kept = { seed, seat, game: begun, keys, lines };
  return { seat, changed: names, ...found, kept };
}

interface Asking {
  readonly seat: Id;
  readonly named: Setup;
  readonly keys: readonly string[];
  readonly lines: readonly string[];
  readonly idle: boolean;
  readonly seed: number;
}

async function playedOn([first, second]: [Twin, Twin], asking: Asking) {
  const { seat, idle, seed } = asking;
  const leaks: Leak[] = [];
  const texts: string[] = [];
  const compare = async (
    channels: Readonly<Record<string, Tells>>,
    game: WholeGame,
    other: WholeGame,
  ) => {
    for (const [channel, tells] of Object.entries(channels)) {
      const where = await differenceOf(tells, { ...asking, look: observe, game }, other);
      texts.push(channel);
      if (where !== null) leaks.push({ channel, secrets: ["played on"], where });
    }
  };
  let [a, b] = [first, second];
  const [mind, otherMind] = [minds(picksFrom(seed)), minds(picksFrom(seed))];
  for (let turn = 0; turn < MOST_TURNS && leaks.length === 0; turn++) {
    const orders = ordersBy(a.game.setup, worldNow(a), mind);
    const theirs = idle ? orders : ordersBy(b.game.setup, worldNow(b), otherMind);
    const nextA = stepped(a, orders, seat);
    const nextB = stepped(b, { ...theirs, [seat]: orders[seat] ?? [] }, seat);
    if (worldNow(nextA).over || worldNow(nextB).over) break;
    if (!isToldAlike(nextA.game, nextB.game, seat)) {
      if (idle) leaks.push({ channel: "the next turn", secrets: IDLE, where: `turn ${turn + 1}` });
      break;
    }
    [a, b] = [nextA, nextB];
    await compare(EVERY_TURN, a.game, b.game);
  }
  if (leaks.length === 0) await compare(CHANNELS, open(a.game), open(b.game));
  return { turns: a.game.past.length, texts, leaks };
}

const worldNow = ({ game }: Twin) => game.past.at(-1)?.world ?? game.start;
const open = (game: WholeGame): WholeGame => ({
  ...game,
  asked: [...game.asked, { orders: {}, rulings: [], injects: [], notes: [] }],
});

/** One more turn; in the other twin others ask for what is refused, and are read what concerns them alone. */
function stepped(twin: Twin, orders: Readonly<Record<Id, readonly Order[]>>, seat: Id): Twin {
  const { game, chance, isOther } = twin;
  const audience = Object.keys(game.setup.seats).filter((one) => one !== seat);
  const rain = { title: "Rain", text: "It rains elsewhere.", audience, effects: [] };
  const injects = isOther ? [rain] : [];
  const vain: Order = { unit: "nobody", verb: "hold", to: null };
  const given = Object.entries(orders).map(([one, list]): [Id, readonly Order[]] => [
    one,
    isOther && one !== seat ? [vain, ...list.toReversed()] : list,
  ]);
  const input = { orders: Object.fromEntries(given), rulings: [], injects };
  const { events, world } = step(game.setup, worldNow(twin), input, chance);
  const asked = { orders: {}, rulings: [], injects, notes: [] };
  const past = [...game.past, { events, world }];
  return { ...twin, game: { ...game, asked: [...game.asked, asked], past } };
}

/** Whether the seat was told the same of the last turn, in whatever order. */
function isToldAlike(a: WholeGame, b: WholeGame, seat: Id): boolean {
  const newsIn = ({ setup, past }: WholeGame) => {
    const { events, world } = past.at(-1)!;
    const news = eventsFor(setup, events, seat).map((event) => JSON.stringify(event));
    return JSON.stringify([news.toSorted(), observe(setup, world, seat)]);
  };
  return newsIn(a) === newsIn(b);
}

/** The same dice but for those of whether others see the seat's own men, and how many they count. */
function otherEyes(chance: Chance, { formations, seats }: Setup, seat: Id): Chance {
  const side = seats[seat]?.side ?? null;
  return {
    ...chance,
    draw: (...key) => {
      const draw = chance.draw(...key);
      const [purpose, , , subject] = key;
      const isOwn = side !== null && formations[subject]?.side === side;
      const isOfEyes = purpose === "detect" || purpose === "strength";
      return isOwn && isOfEyes ? { ...draw, u: 1 - draw.u } : draw;
    },
  };
}
