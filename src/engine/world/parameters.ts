import type { Id } from "./id.ts";

/** Rows of [x, y], rising in x; read by linear interpolation and held flat outside. */
export type Table = readonly (readonly [number, number])[];

/** What a man's training is worth in a fight (`model.md` 8.1, 8.14). */
export interface TroopClass {
  readonly quality: number;
  readonly cohesion: number;
  readonly breakPoint: number;
  /** Multiplies every loss of cohesion. */
  readonly shock: number;
  /** Share of paper strength that turns up; applied to `men` when the scenario compiles. */
  readonly presentForDuty: number;
}

/** A kind of weapon or vehicle. */
export interface KitKind {
  readonly name: string;
  /** Infantryman-equivalents of one piece. */
  readonly weight: number;
  readonly arm: "infantry" | "vehicle" | "gun";
  readonly heavy: boolean;
  /** What one piece is worth against aircraft; 1 for a towed anti-aircraft gun. */
  readonly airDefence: number;
  /** Chance that one piece, sent ahead of an assault and used up in it, reaches the defence; 0 for kit that stays. */
  readonly breach: number;
  /** Whether it stops what is sent ahead. */
  readonly antiTank: boolean;
}

/** What a terrain does to a fight: multipliers of the defence's power, losses, advance and each arm. */
export interface TerrainRow {
  readonly name: string;
  readonly defence: number;
  readonly casualties: number;
  readonly advance: number;
  readonly infantry: number;
  readonly vehicle: number;
  readonly gun: number;
  /** Share of an air sortie's effect that reaches troops here. */
  readonly airExposure: number;
  /** Chance per observer and turn of seeing a formation here, as the rate of an exponential. */
  readonly detection: number;
}

/** What a kind of place is by default: depth in km, frontage and garrison in men. */
export interface PlaceKind {
  readonly name: string;
  readonly depthKm: number;
  readonly frontageMen: number;
  readonly minimumGarrison: number;
  readonly builtUp: boolean;
}

/** How fast a road of this surface is driven, km an hour. */
export interface Surface {
  readonly name: string;
  readonly dayKmPerHour: number;
  readonly nightKmPerHour: number;
}

/** What a weather does: multipliers of attack, advance and air. */
export interface WeatherRow {
  readonly name: string;
  readonly attack: number;
  readonly advance: number;
  readonly air: number;
}

/** What a posture does: multipliers of the defender's power and losses. */
export interface PostureRow {
  readonly power: number;
  readonly losses: number;
  /** Column of the advance table. */
  readonly column: "hasty" | "prepared" | "fortified";
}

/** How a side stands in a battle. */
export const POSTURES = [
  "attack",
  "meeting",
  "hasty",
  "prepared",
  "fortified",
  "delay",
  "withdrawal",
] as const;
export type Posture = (typeof POSTURES)[number];

/** Every number of the model, resolved to its central value; the file behind it cites each one. */
export interface Parameters {
  readonly id: Id;
  readonly classes: Readonly<Record<Id, TroopClass>>;
  readonly kit: Readonly<Record<Id, KitKind>>;
  readonly terrains: Readonly<Record<Id, TerrainRow>>;
  readonly placeKinds: Readonly<Record<Id, PlaceKind>>;
  readonly surfaces: Readonly<Record<Id, Surface>>;
  readonly weathers: Readonly<Record<Id, WeatherRow>>;
  readonly postures: Readonly<Record<Posture, PostureRow>>;
  readonly night: {
    readonly losses: number;
    readonly advance: number;
    readonly air: number;
    readonly detection: number;
  };
  readonly odds: {
    /** b of `model.md` 8.3: how sharply the odds decide. */
    readonly sharpness: number;
    readonly cohesionCurve: Table;
    readonly axisShare: number;
    readonly adjacentAxesFactor: number;
    /** Factor for 1, 2, 3, 4 and more counted axes. */
    readonly axes: readonly number[];
    readonly exitMen: number;
    readonly exitShare: number;
    readonly beyondFrontage: number;
    readonly combinedArms: number;
    readonly heavyShare: number;
    readonly infantryShare: number;
    readonly surpriseDays: number;
    /** Surprise factor that counts as full in the loss of cohesion. */
    readonly surpriseFull: number;
  };
  readonly ground: {
    readonly kmPerDay: Readonly<Record<"hasty" | "prepared" | "fortified", Table>>;
    readonly counterAttackKm: number;
    /** Markers fall back this far per hour without assault. */
    readonly recoveryKmPerHour: number;
    readonly preparedHours: number;
    readonly digInFactor: number;
  };
  readonly losses: {
    readonly attackerPerDay: number;
    readonly defenderPerDay: number;
    readonly sizeExponent: number;
    readonly sizeCap: number;
    readonly opposition: Table;
    readonly noiseSigma: number;
    readonly cap: number;
    readonly surprised: number;
    readonly killedShare: number;
    readonly attackerVehicles: number;
    readonly defenderVehicles: number;
  };
  readonly cohesion: {
    /** kappa of `model.md` 8.6. */
    readonly scale: number;
    readonly weights: Readonly<
      Record<
        | "penetration"
        | "neighbours"
        | "surprise"
        | "keyTerrain"
        | "losses"
        | "air"
        | "noReserve"
        | "supply"
        | "repulse",
        number
      >
    >;
    readonly reserveDepth: number;
    readonly keyTerrainDepth: number;
    readonly airSorties: number;
    readonly encircledAgain: number;
    readonly contagionPerPlace: number;
    readonly contagionCap: number;
    readonly recoveryPerHour: number;
    readonly hqRecoveryPerHour: number;
    readonly ceiling: number;
    readonly breakSlope: number;
    readonly missing: number;
    readonly missingEncircled: number;
    readonly rallyHours: number;
    readonly rallyCohesion: number;
    /** Share of those who run that rally later as stragglers. */
    readonly stragglers: number;
  };
  readonly patrons: {
    readonly constant: number;
    readonly outerLine: number;
    readonly exits: number;
    readonly ratio: number;
    readonly hostsBroken: number;
    readonly ratioFloor: number;
    readonly jitter: number;
    readonly leaveHours: number;
  };
  readonly air: {
    readonly suppressionMaximum: number;
    readonly suppressionScale: number;
    readonly battalionMen: number;
    readonly noControllers: number;
    readonly vehicleKills: number;
    readonly personnelKills: number;
    readonly movingExposure: number;
    readonly interdictionPerSortie: number;
    readonly interdictionCap: number;
    readonly underFireFactor: number;
    readonly underFireMen: number;
    readonly underFireKm: number;
    readonly rebasedFactor: number;
    readonly rebaseHours: number;
    readonly lossPerAirDefence: number;
    readonly lossCap: number;
  };
  readonly supply: {
    readonly attackPerDay: number;
    readonly defencePerDay: number;
    readonly quietPerDay: number;
    readonly recoveryPerDay: number;
    readonly lowDays: number;
    readonly lowAttack: number;
    readonly lowDefence: number;
    readonly out: number;
  };
  readonly exhaustion: {
    readonly perCombatHour: number;
    readonly perRestHour: number;
    readonly floor: number;
  };
  readonly breach: {
    /** Pieces sent ahead of one assault at most. */
    readonly perBattle: number;
    readonly night: number;
    readonly prepared: number;
    readonly antiTank: number;
    readonly surprised: number;
    readonly least: number;
    readonly most: number;
    /** Attack power for each that reaches, and the defender's men it costs. */
    readonly power: number;
    readonly losses: number;
  };
  readonly capture: {
    readonly routAbandoned: number;
    readonly withdrawAbandoned: number;
    readonly serviceable: number;
    readonly takeoverHours: number;
  };
  readonly movement: {
    readonly dayHours: number;
    readonly nightHours: number;
    readonly columnHours: number;
    readonly clearingHours: number;
    readonly footKmPerHour: number;
  };
  readonly reports: {
    readonly sigma: number;
    readonly agePerTurn: number;
    readonly forgottenTurns: number;
    readonly band: number;
  };
}
