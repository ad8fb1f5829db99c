// npm run golden [-- "SENTENCE"]: writes the golden playthrough, the digests of the corpus and the rule
// book's worked assault anew. When a digest changes, the rules changed: the sentence says what, and must
// stand under Rules in CHANGELOG.md. Read the difference line by line before committing it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpusDigests } from "../tests/support/corpus.ts";
import {
  GOLDEN_CORPUS,
  GOLDEN_DIRECTORY,
  type GoldenCorpus,
  goldenFiles,
  rulesChanged,
} from "../tests/support/golden.ts";
import { MARKS, workedSection } from "../tests/support/worked-assault.ts";

const because = corpusReason(corpusDigests(), process.argv[2]);
if (because === null) process.exitCode = 2;
else await write(because);

/** The corpus with why its digests are what they are; null when they changed and nobody said why. */
function corpusReason(
  games: GoldenCorpus["games"],
  sentence: string | undefined,
): GoldenCorpus | null {
  const before: GoldenCorpus | null = existsSync(GOLDEN_CORPUS)
    ? JSON.parse(readFileSync(GOLDEN_CORPUS, "utf8"))
    : null;
  const changed = Object.keys(games).filter((name) => before?.games[name] !== games[name]);
  if (changed.length === 0 && before !== null) return { because: before.because, games };
  if (sentence !== undefined && sentence !== before?.because && rulesChanged(sentence)) {
    return { because: sentence, games };
  }
  console.error(`${changed.length} games of the corpus are played otherwise than before.`);
  console.error('Say so under Rules in CHANGELOG.md, and here: npm run golden -- "that sentence"');
  return null;
}

async function write(corpus: GoldenCorpus): Promise<void> {
  mkdirSync(GOLDEN_DIRECTORY, { recursive: true });
  writeFileSync(GOLDEN_CORPUS, `${JSON.stringify(corpus, null, 2)}\n`);
  for (const [name, text] of Object.entries(await goldenFiles())) {
    writeFileSync(join(GOLDEN_DIRECTORY, name), text);
  }
  const BOOK = "docs/RULES.md";
  const [before = "", rest = ""] = readFileSync(BOOK, "utf8").split(MARKS.from);
  const after = rest.slice(rest.indexOf(MARKS.to));
  writeFileSync(BOOK, `${before}${MARKS.from}\n\n${workedSection()}\n\n${after}`);
}
