import { writeNewText } from "../edge/write-text.ts";
import type { Problem } from "../engine/index.ts";
import { type Line, picturePage, type PlotSpec } from "../reports/index.ts";

/** Columns of the words on a page. */
export const PAGE_COLUMNS = 100;

/** What a page of pictures shows. */
export interface Pictures {
  readonly title: string;
  readonly specs: readonly PlotSpec[];
  readonly words: readonly Line[];
}

/** Writes the page that `--html` asks for; problems where there is a file already. */
export async function writePictures(
  html: string | undefined,
  pictures: () => Pictures,
): Promise<readonly Problem[]> {
  if (html === undefined) return [];
  const { drawSvg } = await import("../edge/draw.ts");
  const { title, specs, words } = pictures();
  const problem = writeNewText(html, picturePage({ title, svgs: await drawSvg(specs), words }));
  return problem === null ? [] : [{ ...problem, path: "/html" }];
}
