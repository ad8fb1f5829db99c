/** How a command ends; the numbers are a contract with scripts. */
export const EXIT = {
  done: 0,
  finding: 1,
  badInput: 2,
  notRecomputed: 3,
  bug: 70,
} as const;
/** One of the exit codes. */
export type Exit = (typeof EXIT)[keyof typeof EXIT];
