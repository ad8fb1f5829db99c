import type { Line } from "./page.ts";

/** A page of pictures: what it is of, its drawings, and the same in words. */
export interface PicturePage {
  readonly title: string;
  readonly svgs: readonly string[];
  readonly words: readonly Line[];
}

const STYLE = `body{font:16px/1.5 sans-serif;color:#1b1b1b;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
figure{margin:2rem 0;overflow-x:auto}svg{max-width:100%;height:auto}pre{font-size:13px;overflow-x:auto}
@media print{figure{break-inside:avoid}}`;

/** One HTML file with everything inside: it opens offline, runs nothing and asks nobody for anything. */
export function picturePage({ title, svgs, words }: PicturePage): string {
  const name = escaped(title);
  return [
    "<!doctype html>",
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title><style>${STYLE}</style></head>`,
    "<body>",
    `<h1>${name}</h1>`,
    "<p>Results are properties of this model and predict nothing. Every picture names scenario, seed and runs.</p>",
    ...svgs.map((svg) => `<figure>${svg}</figure>`),
    `<details open><summary>The same in words</summary><pre>${escaped(words.map(({ text }) => text).join("\n"))}</pre></details>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
}
