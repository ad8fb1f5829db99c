import { z } from "zod";
import { AIR_MISSIONS, ECHELONS, MOBILITIES, WORKS } from "../../engine/index.ts";
import { course, lever, measure, report, target, test } from "./analysis.ts";
import { condition } from "./condition.ts";
import { effect } from "./effect.ts";
import { patchOperation } from "./patch.ts";
import {
  confidence,
  count,
  id,
  men,
  position,
  positive,
  quantity,
  share,
  sourceIds,
  text,
} from "./quantity.ts";
import { tutorial } from "./tutorial.ts";

const title = text(120);
const prose = text(4000);
const points = z.number().min(-1000).max(1000);
const byId = <T extends z.ZodType>(value: T) => z.record(id, value);

const source = z.strictObject({
  title,
  address: text(300).optional(),
  bias: text(200).optional(),
  reliability: confidence.optional(),
});

const side = z.strictObject({
  name: title,
  adjective: title,
  letter: z.string().regex(/^[A-Z]$/),
  affiliation: z.enum(["friend", "hostile", "neutral"]),
});

const seat = z.strictObject({
  name: title,
  side: id.nullable(),
  role: z.enum(["command", "white", "observer"]),
  contingents: z.array(id),
  brief: prose,
});

const patron = z.strictObject({
  tolerance: share,
  outerLine: z.array(id).min(1),
  exits: z.array(id).min(1),
  stake: id,
  hosts: z.array(id),
  home: id,
  hold: z.strictObject({ track: id, points }).nullable().default(null),
});

const contingent = z.strictObject({
  name: title,
  side: id,
  commandDelayHours: positive(240),
  patron: patron.nullable().default(null),
});

const place = z.strictObject({
  name: title,
  label: z.string().regex(/^[A-Z0-9]{2,4}$/),
  position,
  kind: id,
  terrain: id,
  value: positive(100),
  holder: id.nullable(),
  works: z.enum(WORKS).default("hasty"),
  depthKm: positive(60).optional(),
  frontageMen: men.optional(),
  minimumGarrison: men.optional(),
  sectorOf: id.nullable().default(null),
  /** Places that lie in sight below it: men on it see them, and hold key terrain over them. */
  overlooks: z.array(id).default([]),
  civilians: quantity({ min: 0, max: 10_000_000, integer: true }).optional(),
  supplies: z.array(id).default([]),
  airbase: z.boolean().default(false),
  stocks: byId(count).default({}),
  /** Supply in a depot: men times days. */
  depotManDays: quantity({ min: 0, max: 10_000_000, integer: true }).optional(),
  rulesOfEngagement: z.enum(["free", "restricted", "forbidden"]).default("free"),
  note: prose.optional(),
});

const link = z.strictObject({
  between: z.tuple([id, id]),
  km: positive(2000),
  surface: id,
  note: prose.optional(),
});

const formation = z.strictObject({
  name: title,
  contingent: id,
  parent: id.nullable().default(null),
  hq: z.boolean().default(false),
  echelon: z.enum(ECHELONS),
  branch: z.enum([
    "infantry",
    "motorised",
    "mechanised",
    "armour",
    "artillery",
    "guard",
    "special",
    "engineer",
    "hq",
  ]),
  sidc: z.string().regex(/^[0-9]{20}$/, "20 digits, as in APP-6(D)"),
  mobility: z.enum(MOBILITIES),
  class: id,
  men,
  kit: byId(count).default({}),
  quality: positive(3).optional(),
  cohesion: quantity({ min: 0, max: 100 }).optional(),
  presentForDuty: share.optional(),
  supplyDays: positive(60),
  place: id.nullable(),
  reserve: z.boolean().default(false),
  /** How many detachments it may send out in a game; they get its id with a number. */
  detachments: z.number().int().min(0).max(9).default(0),
  knownTo: z.array(id).default([]),
  note: prose.optional(),
});

const wing = z.strictObject({
  name: title,
  seat: id,
  contingent: id.nullable(),
  base: id.nullable(),
  alternate: id.nullable().default(null),
  aircraft: count,
  sortiesPerAircraftPerDay: positive(10),
  serviceability: share,
  fromHour: z.number().int().min(0).default(0),
  /** False for helicopters: an assault on their base does not drive them out. */
  needsRunway: z.boolean().default(true),
  missions: z.array(z.enum(AIR_MISSIONS)).min(1),
  against: z.array(id).min(1),
  controllers: id.nullable().default(null),
});

const reinforcement = z.strictObject({
  title,
  formations: z.array(id).min(1),
  at: id,
  afterHours: quantity({ min: 0, max: 10_000 }),
  when: condition.default({ always: true }),
});

const pool = z.strictObject({
  title,
  seat: id,
  formations: z.array(id).min(1),
  at: id,
  delayHours: positive(2000),
  release: condition,
  price: z.strictObject({ track: id, points }).nullable().default(null),
});

const objective = z.strictObject({
  title,
  seats: z.array(id).min(1),
  visibleTo: z.array(id).min(1),
  when: condition,
  scored: z.enum(["end", "first", "each-turn"]),
  points,
  group: id.nullable().default(null),
  why: prose.optional(),
});

const trackMove = z.strictObject({
  event: z.enum([
    "place-taken",
    "contingent-left",
    "formation-broke",
    "surrendered",
    "air-struck",
    "pool-called",
    "civilians-harmed",
    "civilians-left",
    "kit-destroyed",
    "demolished",
  ]),
  place: id.nullable().default(null),
  side: id.nullable().default(null),
  contingent: id.nullable().default(null),
  points,
});

const threshold = z.strictObject({
  title,
  /** One of the two. */
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  effects: z.array(effect).default([]),
  note: prose.optional(),
});

const track = z.strictObject({
  title,
  initial: z.number(),
  minimum: z.number(),
  maximum: z.number(),
  visibleTo: z.array(id).min(1),
  moves: z.array(trackMove),
  drift: z.array(z.strictObject({ when: condition, points, note: prose.optional() })).default([]),
  thresholds: byId(threshold).default({}),
  note: prose.optional(),
});

const score = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("residual-power"),
    title,
    seats: z.array(id).min(1),
    points,
    why: prose.optional(),
  }),
  z.strictObject({
    kind: z.literal("own-dead"),
    title,
    seats: z.array(id).min(1),
    contingents: z.array(id).min(1),
    pointsEach: z.number().min(0).max(1000),
    why: prose.optional(),
  }),
]);

/** What a facilitator runs the exercise by, besides injects, briefs and training objectives. */
const exercise = z.strictObject({
  roadToWar: prose,
  controlTimetable: z
    .array(z.strictObject({ minutes: z.number().int().min(1).max(1440), who: title, what: prose }))
    .min(1),
});

const inject = z.strictObject({
  title,
  text: prose,
  audience: z.array(id).min(1),
  when: condition.nullable(),
  effects: z.array(effect).default([]),
  trainingObjective: id.nullable().default(null),
  expectedResponse: prose,
});

const variant = z.strictObject({
  title,
  why: prose,
  sources: sourceIds.optional(),
  patch: z.array(patchOperation).min(1),
});

const recordEvent = z.strictObject({
  turn: z.number().int().min(0).max(1000),
  text: prose,
  places: z.array(id).default([]),
  sources: sourceIds,
  confidence,
});
const recordControl = z.strictObject({
  place: id,
  turn: z.number().int().min(0).max(1000),
  holder: id.nullable(),
  confidence,
  sources: sourceIds,
  note: prose.optional(),
});
const recordFigure = z.strictObject({
  title,
  unit: text(40),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  sources: sourceIds,
  confidence,
  note: prose.optional(),
});
const recordConflict = z.strictObject({
  question: prose,
  positions: z
    .array(z.strictObject({ text: prose, sources: sourceIds, resembles: test.optional() }))
    .min(2),
});

const record = z.strictObject({
  events: z.array(recordEvent),
  control: z.array(recordControl),
  figures: byId(recordFigure),
  conflicts: byId(recordConflict).default({}),
});

/** The scenario file: everything about one episode; nothing about it stands anywhere else. */
export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("tadmor-scenario/1"),
  id,
  title,
  summary: prose,
  parameters: id,
  overrides: z
    .array(
      z.strictObject({ path: z.string().regex(/^(\/[^/]+)+$/), value: z.number(), why: prose }),
    )
    .default([]),
  clock: z.strictObject({
    start: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:00:00[+-]\d{2}:\d{2}$/),
    turnHours: z.number().int().min(1).max(72),
    dawnHour: z.number().int().min(0).max(23),
    duskHour: z.number().int().min(0).max(23),
  }),
  lengths: byId(
    z.strictObject({
      title,
      turns: z.number().int().min(1).max(1000),
      /** The game ends so many turns later at most; which, only White knows. */
      hiddenTurns: z.number().int().min(0).max(2).default(0),
    }),
  ),
  length: id,
  sources: z.record(z.string().regex(/^[A-Z][A-Za-z0-9-]{0,15}$/), source),
  sides: byId(side),
  seats: byId(seat),
  contingents: byId(contingent),
  places: byId(place),
  links: byId(link),
  formations: byId(formation),
  wings: byId(wing).default({}),
  reinforcements: byId(reinforcement).default({}),
  pools: byId(pool).default({}),
  objectives: byId(objective),
  scores: byId(score).default({}),
  tracks: byId(track).default({}),
  injects: byId(inject).default({}),
  variants: byId(variant).default({}),
  weather: byId(share),
  surprise: z.array(z.strictObject({ side: id, factor: quantity({ min: 1, max: 3 }) })).default([]),
  trainingObjectives: byId(z.strictObject({ title, text: prose })).default({}),
  exercise: exercise.nullable().default(null),
  tutorial: tutorial.nullable().default(null),
  measures: byId(measure).default({}),
  targets: byId(target).default({}),
  reports: byId(report).default({}),
  levers: byId(lever).default({}),
  /** Courses of action of whole sides, made of those of their seats. */
  courses: byId(course).default({}),
  /** The course of action that history took, by seat; the COAs are files of their own. */
  historical: z.record(id, id),
  record,
});

/** A scenario as its file has it, defaults filled in. */
export type ScenarioFile = z.output<typeof scenarioSchema>;
