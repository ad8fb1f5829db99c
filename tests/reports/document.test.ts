import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Block, Document } from "../../src/reports/document/block.ts";
import { formatHtml } from "../../src/reports/document/html.ts";
import { formatMarkdown } from "../../src/reports/document/markdown.ts";
import { SCRIPT, SCRIPT_SHA256 } from "../../src/reports/document/script.ts";

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror="alert('2')"> & \u0000\u001b[31m`;
const PLOT = { mark: "bar" };

/** A block of every kind, each text of it the same. */
function everyBlock(text: string): readonly Block[] {
  const frame = {
    label: text,
    says: text,
    items: [text],
    standings: [text],
    svg: "<circle r='1'/>",
  };
  return [
    { kind: "text", text },
    { kind: "heading", text },
    { kind: "list", items: [text] },
    { kind: "working", lines: [text, "```"] },
    {
      kind: "table",
      caption: text,
      columns: [{ title: text }, { title: "" }],
      rows: [[text, text]],
    },
    { kind: "figure", title: text, says: text, plot: PLOT },
    { kind: "drawing", title: text, says: text, svg: "<svg></svg>" },
    {
      kind: "frames",
      title: text,
      width: 10,
      height: 10,
      ground: "",
      legend: "",
      sidcs: [],
      frames: [frame, frame],
    },
    { kind: "fold", summary: text, blocks: [{ kind: "heading", text }] },
  ];
}

const documentOf = (text: string): Document => ({
  title: text,
  subtitle: text,
  lead: [text],
  sections: [{ id: "one", title: text, blocks: everyBlock(text) }],
});
const drawn = { plots: new Map([[PLOT, "<svg></svg>"]]), symbols: new Map<string, string>() };

test("whatever a text holds, the page has no tag of its making", () => {
  const harmless = formatHtml(documentOf("Name"), drawn);
  const hostile = formatHtml(documentOf(HOSTILE), drawn);
  const tags = (html: string) => [...html.matchAll(/<[a-z!/][^\s>]*/gi)].map(([tag]) => tag);
  expect(tags(hostile)).toEqual(tags(harmless));
  expect(hostile).not.toMatch(/[\u0000\u001b]/); // oxlint-disable-line eslint/no-control-regex
});

test("whatever a text holds, Markdown takes it for words", () => {
  const text = formatMarkdown(documentOf("# *a* | `b` <script> [x](http://y) _z_\n- c"));
  expect(text).toContain(String.raw`# \# \*a\* \| \`b\` \<script\> \[x\](http://y) \_z\_ - c`);
  expect(text).toContain("````text\n");
});

test("the page lets no script run but its own, and loads nothing", () => {
  const html = formatHtml(documentOf("Name"), drawn);
  expect(createHash("sha256").update(SCRIPT).digest("base64")).toBe(SCRIPT_SHA256);
  expect(html).toContain(`<script>${SCRIPT}</script>`);
  expect(html).toContain(
    `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${SCRIPT_SHA256}'`,
  );
  expect(html).not.toMatch(/\b(src|href)="(?!#)/);
});

test("headings go down a level at a time, also in folds", () => {
  const html = formatHtml(documentOf("Name"), drawn);
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
});

test("without a script the last moment shows, the controls do not, and the others wait", () => {
  const html = formatHtml(documentOf("Name"), drawn);
  expect(html.match(/<g class="frame"[^>]*>/g)).toEqual([
    expect.stringContaining('hidden=""'),
    expect.not.stringContaining("hidden"),
  ]);
  expect(html).toMatch(/class="controls"[^>]* hidden>/);
});

test("the same document and drawings give the same bytes", () => {
  expect(formatHtml(documentOf("Name"), drawn)).toBe(formatHtml(documentOf("Name"), { ...drawn }));
});
