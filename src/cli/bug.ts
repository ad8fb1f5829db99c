import { withoutSecrets } from "../edge/queue/address.ts";
import { EXIT, type Exit } from "./exit.ts";
import type { Io } from "./io.ts";

/** Says that the program is wrong and how to see it again; the stack only for who asks for it. */
export function reportBug(io: Io, argv: readonly string[], error: unknown): Exit {
  const message = withoutSecrets(error instanceof Error ? error.message : String(error));
  io.err(`tadmor has a bug: ${message}\n`);
  io.err(
    `This line shows it again: ${["tadmor", ...argv.map(withoutSecrets).map(quoted)].join(" ")}\n`,
  );
  if (process.env["TADMOR_STACK"] && error instanceof Error) io.err(`${error.stack}\n`);
  else io.err("With TADMOR_STACK=1 it also says where in the program.\n");
  return EXIT.bug;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
