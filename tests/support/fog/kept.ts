/** A leak as a file, whole: it is shown again from it however the games of the fog are drawn by then. */
import { type Compared, comparedAgain, type Kept, type Leak } from "./pair.ts";

interface KeptLeak {
  readonly kept: Kept;
  readonly secrets: readonly string[];
}

/** The text of a file that holds the game of a leak and the secrets that showed. */
export function formatLeak({ kept }: Compared, { secrets }: Leak): string {
  return `${JSON.stringify({ kept, secrets } satisfies KeptLeak)}\n`;
}

/** Compares the game of such a file once more; gives what still leaks. */
export async function leaksAgain(text: string): Promise<readonly Leak[]> {
  const { kept, secrets } = JSON.parse(text) as KeptLeak;
  const { leaks } = await comparedAgain(kept, { secrets });
  return leaks;
}
