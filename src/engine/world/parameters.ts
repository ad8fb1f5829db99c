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
  /** Whether it reaches a base from a neighbouring place. */
  readonly indirect: boolean;
  /** The kind it becomes in foreign hands; null when it stays what it is. */
  readonly capturedAs: Id | null;
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

/** What a posture does: multipliers of the defender's power and losses, and of the attacker's losses. */
export interface PostureRow {
  readonly power: number;
  readonly losses: number;
  readonly attackerLosses: number;
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
    /** Least R* of each result but the worst, rising. */
    readonly bands: readonly number[];
    /** What anti-tank weapons beyond the enemy's armour count for. */
    readonly antiTankExcess: number;
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
    /** Surprise factor that counts as full in losses, in cohesion and for what is sent ahead. */
    readonly surpriseFull: number;
    /** First hours of the game, in which an assault is an opening one. */
    readonly openingHours: number;
  };
  readonly surprise: {
    /** Surprise factor by the share of the attackers that the defender's side has no report of. */
    readonly byHidden: Table;
  };
  readonly command: {
    /** Power of a formation in the turn its command changes. */
    readonly changed: number;
    /** Hours its orders take more while its headquarters is on the move or gone. */
    readonly displacedHours: number;
  };
  readonly ground: {
    readonly kmPerDay: Readonly<Record<"hasty" | "prepared" | "fortified", Table>>;
    readonly counterAttackKmPerHour: number;
    /** Markers fall back this far per hour without assault. */
    readonly recoveryKmPerHour: number;
    readonly preparedHours: number;
    readonly digInFactor: number;
    /** Quiet hours that fortified works take with engineers, as a multiple of those of prepared ones. */
    readonly fortifiedFactor: number;
  };
  readonly losses: {
    readonly attackerPerDay: number;
    readonly defenderPerDay: number;
    /** Men at which the size factor is one. */
    readonly sizeMen: number;
    readonly sizeExponent: number;
    readonly sizeCap: number;
    readonly opposition: Table;
    readonly noiseSigma: number;
    readonly cap: number;
    readonly surprised: number;
    readonly killedShare: number;
    /** Share of the usual losses in a battle in which the attackers only hold. */
    readonly holding: number;
    /** Share of men lost in 12 hours from which a defender goes over to delay. */
    readonly delayTrigger: number;
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
        | "repulse"
        | "reinforced",
        number
      >
    >;
    /** R* from which ground won counts in full. */
    readonly penetrationFull: number;
    /** Share of men lost that a full term of losses stands for. */
    readonly lossStep: number;
    readonly reserveDepth: number;
    readonly keyTerrainDepth: number;
    /** Attackers against those of the turn before, from which the enemy counts as reinforced. */
    readonly reinforcedShare: number;
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
    /** Share of the broken that leaves when they are pursued. */
    readonly missingPursued: number;
    /** What a rearguard leaves of that share, for others of its place. */
    readonly rearguardMissing: number;
    readonly rallyHours: number;
    readonly rallyCohesion: number;
    /** Share of those who run that rally later as stragglers. */
    readonly stragglers: number;
  };
  readonly patrons: {
    readonly constant: number;
    readonly outerLine: number;
    readonly exits: number;
    /** How much of that an exit threatened, but not closed, weighs. */
    readonly exitThreatened: number;
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
    /** Most that reaches troops in a built-up place without controllers. */
    readonly townWithoutControllers: number;
    /** What restricted rules of engagement leave of a sortie. */
    readonly restricted: number;
    readonly vehicleKills: number;
    readonly personnelKills: number;
    /** Pieces of kit lying in the open destroyed by an effective sortie. */
    readonly parkedKills: number;
    /** Share of what crews claim to have hit that was hit. */
    readonly claims: number;
    readonly movingExposure: number;
    /** Man-days of supply that an effective sortie brings to a place. */
    readonly supplyManDays: number;
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
  readonly civilians: {
    /** People in a place from whom on a sortie does its whole harm. */
    readonly fullHarm: number;
    /** What restricted rules of engagement leave of the harm a sortie does, all they do to it counted. */
    readonly restrictedHarm: number;
    /** Share of the people present that an evacuation brings out in 12 hours, outside a battle. */
    readonly evacuatedPerHalfDay: number;
    /** What a battle for the place leaves of that share. */
    readonly evacuatedInBattle: number;
  };
  readonly exhaustion: {
    readonly perCombatHour: number;
    /** Lost besides in an hour of battle by night. */
    readonly perNightCombatHour: number;
    readonly perRestHour: number;
    readonly floor: number;
    /** Gained in 12 hours by a formation that others relieve in the line. */
    readonly rotation: number;
  };
  readonly breach: {
    /** Pieces that reach the defence and count, in one assault at most. */
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
    /** What a rearguard leaves of those shares, for others of its place. */
    readonly rearguard: number;
    readonly serviceable: number;
    readonly takeoverHours: number;
    /** Man-days of supply found with each piece of kit that lay in a place. */
    readonly supplyManDays: number;
  };
  readonly movement: {
    readonly dayHours: number;
    readonly nightHours: number;
    readonly columnHours: number;
    readonly clearingHours: number;
    /** Men of a column over those of the one that assaults where it stands: with fewer it stays in. */
    readonly meetingShare: number;
    readonly footKmPerHour: number;
  };
  readonly reports: {
    readonly sigma: number;
    readonly agePerTurn: number;
    readonly forgottenTurns: number;
    readonly band: number;
    /** Watchers that one formation on reconnaissance is worth. */
    readonly scout: number;
    /** Watchers that men on a height are worth, over a place it overlooks. */
    readonly overlook: number;
  };
}
