/** The largest file worth reading, in bytes; whoever reads a file measures it first. */
export const LARGEST_FILE_BYTES = 5 * 1024 * 1024;

/** Most levels of brackets in a file. */
export const DEEPEST = 64;

/** Keys that reach the prototype of an object when copied carelessly. */
export const FORBIDDEN_KEYS: readonly string[] = ["__proto__", "constructor", "prototype"];

/** Most values in a file; the largest scenario so far has a seventh of it. */
export const MOST_VALUES = 60_000;

/** Most entries in one section of a file. */
export const MOST_ENTRIES = 5000;

/** Most problems told of one file. */
export const MOST_PROBLEMS = 1000;
