import type { Document, Section } from "./block.ts";
import { escaped } from "./escape.ts";
import { blocksHtml, type Drawn } from "./html-blocks.ts";
import { SCRIPT, SCRIPT_SHA256 } from "./script.ts";
import { STYLE } from "./style.ts";

// Whatever a name or a text may hold: nothing is fetched, sent or run but the page's own script.
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${SCRIPT_SHA256}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * A document as one HTML file with everything inside. Its figures were drawn before, as SVG; the
 * same document and drawings give the same bytes.
 */
export function formatHtml(document: Document, drawn: Drawn): string {
  const { title, subtitle, lead, sections } = document;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    symbolsSvg(drawn),
    '<a class="skip" href="#content">Skip to the content</a>',
    `<header><h1>${escaped(title)}</h1><p class="subtitle">${escaped(subtitle)}</p></header>`,
    contentsHtml(sections),
    '<main id="content" tabindex="-1">',
    ...lead.map((text) => `<p class="lead">${escaped(text)}</p>`),
    ...sections.map((section) => sectionHtml(section, drawn)),
    "</main>",
    `<footer><p>${escaped(title)}. ${escaped(subtitle)}</p></footer>`,
    `<script>${SCRIPT}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Drawn once, used by every map. */
function symbolsSvg({ symbols }: Drawn): string {
  if (symbols.size === 0) return "";
  return `<svg class="symbols" width="0" height="0" aria-hidden="true" focusable="false"><defs>${[...symbols.values()].join("")}</defs></svg>`;
}

/** The contents, each with what decides, where there is a script, whether it goes on paper. */
function contentsHtml(sections: readonly Section[]): string {
  const items = sections.map(({ id, title, isSheet }) => {
    const ticked = isSheet ? "" : " checked";
    const tick = `<input type="checkbox" hidden${ticked} data-print="${escaped(id)}" aria-label="On paper: ${escaped(title)}">`;
    return `<li>${tick}<a href="#${escaped(id)}">${escaped(title)}</a></li>`;
  });
  const paper =
    '<p class="paper" hidden>Ticked parts go on paper. <label><input type="checkbox" data-print-folds> Folds opened</label></p>';
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${items.join("")}</ol>${paper}</nav>`;
}

function sectionHtml({ id, title, isSheet, isWide, blocks }: Section, drawn: Drawn): string {
  const anchor = escaped(id);
  const looks = [...(isSheet ? ["sheet"] : []), ...(isWide ? ["lying"] : [])];
  const look = looks.length === 0 ? "" : ` class="${looks.join(" ")}"`;
  return [
    `<section id="${anchor}"${look} aria-labelledby="${anchor}-title">`,
    `<h2 id="${anchor}-title">${escaped(title)}</h2>`,
    blocksHtml(blocks, { drawn, level: 3, id: anchor }),
    "</section>",
  ].join("\n");
}
