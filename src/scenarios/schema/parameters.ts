import { z } from "zod";
import { POSTURES } from "../../engine/index.ts";
import { id, quantity, sourceIds, text } from "./quantity.ts";

const q = (min: number, max: number) => quantity({ min, max });
const name = text(80);

const cited = <T extends z.ZodType>(rows: T) =>
  z.union(
    [
      z.strictObject({ rows, sources: sourceIds, note: text(600).optional() }),
      z.strictObject({ rows, assumption: text(600) }),
    ],
    "a table: { rows, sources }, or { rows, assumption } that says why",
  );

/** Rows of [x, y], rising in x. */
const table = cited(
  z
    .array(z.tuple([z.number(), z.number()]))
    .min(2)
    .max(100),
);
const bands = cited(
  z
    .array(z.number().positive())
    .length(4)
    .refine((rows) => rows.every((row, at) => at === 0 || row > (rows[at - 1] as number)), {
      error: "the bounds of the results rise",
    }),
);
const steps = cited(z.array(z.number()).min(1).max(20));

const troopClass = z.strictObject({
  name,
  quality: q(0.1, 3),
  cohesion: q(0, 100),
  breakPoint: q(0, 100),
  shock: q(0.1, 5),
  presentForDuty: q(0, 1),
});
const kitKind = z.strictObject({
  name,
  weight: q(0, 100),
  arm: z.enum(["infantry", "vehicle", "gun"]),
  heavy: z.boolean(),
  airDefence: q(0, 20),
  breach: q(0, 1),
  antiTank: z.boolean(),
  indirect: z.boolean(),
  capturedAs: id.nullable(),
});
const terrain = z.strictObject({
  name,
  defence: q(0.5, 3),
  casualties: q(0, 2),
  advance: q(0, 2),
  infantry: q(0, 2),
  vehicle: q(0, 2),
  gun: q(0, 2),
  airExposure: q(0, 1),
  detection: q(0, 5),
});
const placeKind = z.strictObject({
  name,
  depthKm: q(0.1, 60),
  frontageMen: q(1, 100_000),
  minimumGarrison: q(0, 10_000),
  builtUp: z.boolean(),
});
const surface = z.strictObject({ name, dayKmPerHour: q(0, 100), nightKmPerHour: q(0, 100) });
const weather = z.strictObject({ name, attack: q(0, 2), advance: q(0, 2), air: q(0, 2) });
const posture = z.strictObject({
  power: q(0.1, 3),
  losses: q(0, 2),
  attackerLosses: q(0, 2),
  column: z.enum(["hasty", "prepared", "fortified"]),
});

/**
 * The parameter file, shared by all scenarios: every number of the model with its range, tag and
 * citation. `model.md` 8.14 is its first form.
 */
export const parametersSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("tadmor-parameters/1"),
  id,
  title: text(120),
  sources: z.record(
    z.string().regex(/^[A-Z][A-Za-z0-9-]{0,15}$/),
    z.strictObject({ title: text(300), tag: z.enum(["R", "B", "D", "P", "C"]).optional() }),
  ),
  classes: z.record(id, troopClass),
  kit: z.record(id, kitKind),
  terrains: z.record(id, terrain),
  placeKinds: z.record(id, placeKind),
  surfaces: z.record(id, surface),
  weathers: z.record(id, weather),
  postures: z.strictObject(
    Object.fromEntries(POSTURES.map((key) => [key, posture])) as Record<
      (typeof POSTURES)[number],
      typeof posture
    >,
  ),
  night: z.strictObject({ losses: q(0, 2), advance: q(0, 2), air: q(0, 2), detection: q(0, 2) }),
  odds: z.strictObject({
    sharpness: q(1.2, 10),
    bands,
    antiTankExcess: q(0, 1),
    cohesionCurve: table,
    axisShare: q(0, 1),
    adjacentAxesFactor: q(0.5, 2),
    axes: steps,
    exitMen: q(0, 10_000),
    exitShare: q(0, 1),
    beyondFrontage: q(0, 1),
    combinedArms: q(0, 1),
    heavyShare: q(0, 1),
    infantryShare: q(0, 1),
    surpriseDays: q(0.1, 30),
    surpriseFull: q(1.01, 5),
    openingHours: q(0, 240),
  }),
  surprise: z.strictObject({ byHidden: table }),
  command: z.strictObject({ changed: q(0.1, 1), displacedHours: q(0, 240) }),
  ground: z.strictObject({
    kmPerDay: z.strictObject({ hasty: table, prepared: table, fortified: table }),
    counterAttackKmPerHour: q(0, 1),
    recoveryKmPerHour: q(0, 5),
    preparedHours: q(0, 2000),
    digInFactor: q(0, 1),
    fortifiedFactor: q(1, 20),
  }),
  losses: z.strictObject({
    attackerPerDay: q(0, 0.5),
    defenderPerDay: q(0, 0.5),
    sizeMen: q(1, 1_000_000),
    sizeExponent: q(0, 1),
    sizeCap: q(1, 30),
    opposition: table,
    noiseSigma: q(0, 2),
    cap: q(0, 1),
    surprised: q(1, 3),
    killedShare: q(0, 1),
    holding: q(0, 1),
    delayTrigger: q(0, 1),
    attackerVehicles: q(0, 10),
    defenderVehicles: q(0, 10),
  }),
  cohesion: z.strictObject({
    scale: q(0, 3),
    weights: z.strictObject({
      penetration: q(0, 100),
      neighbours: q(0, 100),
      surprise: q(0, 100),
      keyTerrain: q(0, 100),
      losses: q(0, 100),
      air: q(0, 100),
      noReserve: q(0, 100),
      supply: q(0, 100),
      repulse: q(0, 100),
      reinforced: q(0, 100),
    }),
    penetrationFull: q(0.1, 10),
    lossStep: q(0.01, 1),
    reserveDepth: q(0, 1),
    keyTerrainDepth: q(0, 1),
    reinforcedShare: q(1, 10),
    airSorties: q(0, 100),
    encircledAgain: q(0, 1),
    contagionPerPlace: q(0, 2),
    contagionCap: q(0, 2),
    recoveryPerHour: q(0, 5),
    hqRecoveryPerHour: q(0, 5),
    ceiling: q(0, 100),
    breakSlope: q(0.1, 50),
    missing: q(0, 1),
    missingEncircled: q(0, 1),
    missingPursued: q(0, 1),
    rearguardMissing: q(0, 1),
    rallyHours: q(0, 2000),
    rallyCohesion: q(0, 100),
    stragglers: q(0, 1),
  }),
  patrons: z.strictObject({
    constant: q(-10, 10),
    outerLine: q(0, 10),
    exits: q(0, 10),
    exitThreatened: q(0, 1),
    ratio: q(0, 10),
    hostsBroken: q(0, 10),
    ratioFloor: q(0.01, 10),
    jitter: q(0, 5),
    leaveHours: q(0, 1000),
  }),
  air: z.strictObject({
    suppressionMaximum: q(0, 1),
    suppressionScale: q(0.1, 100),
    battalionMen: q(1, 10_000),
    noControllers: q(0, 1),
    townWithoutControllers: q(0, 1),
    restricted: q(0, 1),
    vehicleKills: q(0, 10),
    personnelKills: q(0, 100),
    parkedKills: q(0, 10),
    claims: q(0.01, 1),
    movingExposure: q(0, 1),
    supplyManDays: q(0, 10_000),
    interdictionPerSortie: q(0, 1),
    interdictionCap: q(0, 1),
    underFireFactor: q(0, 1),
    underFireMen: q(0, 10_000),
    underFireKm: q(0, 100),
    rebasedFactor: q(0, 1),
    rebaseHours: q(0, 1000),
    lossPerAirDefence: q(0, 1),
    lossCap: q(0, 1),
  }),
  supply: z.strictObject({
    attackPerDay: q(0, 10),
    defencePerDay: q(0, 10),
    quietPerDay: q(0, 10),
    recoveryPerDay: q(0, 10),
    lowDays: q(0, 10),
    lowAttack: q(0, 1),
    lowDefence: q(0, 1),
    out: q(0, 1),
  }),
  civilians: z.strictObject({
    fullHarm: q(1, 1_000_000),
    restrictedHarm: q(0, 1),
    evacuatedPerHalfDay: q(0, 1),
    evacuatedInBattle: q(0, 1),
  }),
  exhaustion: z.strictObject({
    perCombatHour: q(0, 1),
    perNightCombatHour: q(0, 1),
    perRestHour: q(0, 1),
    floor: q(0, 1),
    rotation: q(0, 1),
  }),
  breach: z.strictObject({
    perBattle: q(0, 20),
    night: q(0, 3),
    prepared: q(0, 3),
    antiTank: q(0, 3),
    surprised: q(0, 3),
    least: q(0, 1),
    most: q(0, 1),
    power: q(1, 3),
    losses: q(0, 1),
  }),
  capture: z.strictObject({
    routAbandoned: q(0, 1),
    withdrawAbandoned: q(0, 1),
    rearguard: q(0, 1),
    serviceable: q(0, 1),
    takeoverHours: q(0, 1000),
    supplyManDays: q(0, 10_000),
  }),
  movement: z.strictObject({
    dayHours: q(0, 24),
    nightHours: q(0, 24),
    columnHours: q(0, 24),
    clearingHours: q(0, 24),
    meetingShare: q(0, 1),
    footKmPerHour: q(0, 20),
  }),
  reports: z.strictObject({
    sigma: q(0, 3),
    agePerTurn: q(0, 3),
    forgottenTurns: q(1, 1000),
    band: q(0, 3),
    scout: q(0, 20),
    overlook: q(0, 20),
  }),
});

/** A parameter file as written, defaults filled in. */
export type ParametersFile = z.output<typeof parametersSchema>;
