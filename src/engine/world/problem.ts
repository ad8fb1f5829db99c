/** What is wrong with an input: found and expected in `message`, where in `path` (JSON Pointer). */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}
