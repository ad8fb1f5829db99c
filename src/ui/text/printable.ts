/** Controls, and marks that turn the direction of what follows; both can hide or fake text. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Text from a file made fit for one line: a name may hold anything, a terminal obeys some of it. */
export function printable(text: string): string {
  return text.replace(UNSAFE, " ");
}
