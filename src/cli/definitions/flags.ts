import { DEFAULT_SEED } from "../flags.ts";

/** The dice. */
export const SEED = ["--seed <text>", `the dice (default: "${DEFAULT_SEED}")`] as const;
/** How long to go on. */
export const TURNS = ["--turns <number>", "stop after so many turns"] as const;
/** For other programs. */
export const JSON_FLAG = ["--json", "one JSON document on standard output"] as const;
/** The working. */
export const WHY = [
  "--why",
  "with the working of every battle and every patron's reckoning",
] as const;
/** A length of the scenario. */
export const LENGTH = [
  "--length <id>",
  "which length to play; a wrong one lists those there are",
] as const;
/** A variant of the scenario. */
export const VARIANT = [
  "--variant <id>",
  "which variant to play; a wrong one lists those there are",
] as const;

/** Runs at once. */
export const JOBS = [
  "--jobs <number>",
  "runs played at once (default: the cores there are)",
] as const;
/** Runs in all. */
export const RUNS = ["--runs <number>", "how many runs (default: 1000)"] as const;
/** Courses of action, by side or by name. */
export const COURSES = [
  [
    "--red <course>",
    "course of action of the hostile side (default: the historical one); a wrong one lists those there are",
  ],
  ["--blue <course>", "the same of the friendly side"],
  ["--course <ids>", "courses of action of any side or seat, parted by commas"],
] as const;

/** Hidden aims. */
export const AIM = [
  "--aim <objective>",
  "the hidden aim of a seat that has several; may be repeated, a wrong one lists those there are",
] as const;

/** A what-if from a file. */
export const EXCURSION = [
  "--excursion <file>",
  "a what-if: a file that changes the scenario",
] as const;
/** A what-if of one number. */
export const SET = [
  "--set <pointer=value>",
  "a what-if of one number, as /formations/ID/men=2400; may be repeated",
] as const;
/** Where results are kept. */
export const KEEP = [
  ["--out <directory>", "keep design, runs (CSV, Parquet) and a README in a new directory"],
  ["--resume <directory>", "go on with a directory that was begun with the same"],
] as const;

/** Where a queue is. */
export const QUEUE = [
  [
    "--queue [address]",
    "hand the runs out through a queue, redis[s]://[USER:PASSWORD@]HOST; alone, it is the one in TADMOR_QUEUE",
  ],
  ["--queue-file <file>", "the same, the address read from a file"],
  ["--insecure-queue", "take a queue without a password that is not on this machine"],
  [
    "--patience <seconds>",
    "how long to wait for a queue that has stopped answering (default: 300)",
  ],
  ["--progress <form>", "bar, or json: a line of JSON a second on standard error"],
] as const;
/** How runs are handed out. */
export const HAND_OUT = [
  ...QUEUE,
  ["--chunk <runs>", "with --queue, runs that a worker takes at once (default: 25)"],
] as const;

/** Screens without signs beyond ASCII. */
export const ASCII = [
  "--ascii",
  "paint the screens in ASCII alone (by itself on a terminal without UTF-8)",
] as const;

/** The game without a screen. */
export const PLAIN = [
  "--plain",
  "line by line, without a screen: for screen readers, and for scripts, which need no terminal",
] as const;

/** Orders typed with the command. */
export const ORDER_LINE = [
  "--line <order>",
  "give this order without the screens; may be repeated",
] as const;

/** Where pictures go. */
export const HTML = [
  "--html <file>",
  "also write a page with tables and pictures, one file that opens offline",
] as const;

/** By what seats of people go on. */
export const POLICY = [
  "--policy <seat=course>",
  "with --luck, by what a person's seat goes on (default: history's course); may be repeated",
] as const;

/** Flags of which every value counts. */
export const REPEATED: readonly string[] = [AIM[0], SET[0], ORDER_LINE[0], POLICY[0]];
