import type { Problem } from "../../../src/engine/index.ts";

/** What a problem of the disk must not leave out: a code, the file, and what to do. */
export function badWords({ code, message, hint }: Problem): string[] {
  const said = `${code}: ${message}; ${hint}`;
  const wrong: string[] = [];
  if (!/^(file|archive|results|journal)\.[a-z-]+$/.test(code)) wrong.push(`no code: ${said}`);
  if (!message.includes('"')) wrong.push(`no file: ${said}`);
  if (hint.length < 10) wrong.push(`no hint: ${said}`);
  if (/planted|undefined|null/.test(said)) wrong.push(`not a sentence: ${said}`);
  return wrong;
}
