import type { Io } from "./io.ts";

// What a terminal obeys instead of showing, and what turns the direction of writing. Our own colours stay.
const UNSHOWABLE =
  /\u001b(?!\[[014]m)|[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g; // oxlint-disable-line eslint/no-control-regex

/**
 * The same place to write to, for texts that may hold anything: the doors refuse what could steer a
 * terminal, and the names of files and what was typed pass no door.
 */
export function shown(io: Io): Io {
  const { progress } = io;
  return {
    ...io,
    out: (text) => io.out(text.replaceAll(UNSHOWABLE, "")),
    err: (text) => io.err(text.replaceAll(UNSHOWABLE, "")),
    ...(progress === undefined
      ? {}
      : { progress: (line) => progress(line.replaceAll(UNSHOWABLE, "")) }),
  };
}
