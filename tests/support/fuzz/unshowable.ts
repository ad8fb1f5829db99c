/** What must not reach a terminal: controls, escapes, and what turns the direction of writing. */
export const UNSHOWABLE =
  // oxlint-disable-next-line eslint/no-control-regex -- what must not reach a terminal
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
