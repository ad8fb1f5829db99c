/** What a trial found. */
export interface Trial {
  /** The call to the disk that the fault was in; null when it was never met. */
  readonly struck: string | null;
  /** What was said to be safe and was not, or was believed in half; empty when all is well. */
  readonly lost: readonly string[];
  /** What was said to whoever sat there. */
  readonly told: readonly string[];
}
