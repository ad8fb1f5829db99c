const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// Neither HTML nor XML has these; an SVG with one of them is drawn by nobody.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu; // oxlint-disable-line eslint/no-control-regex

/** Text as it may stand in HTML and SVG, between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll(UNPRINTABLE, "\ufffd")
    .replaceAll(/[&<>"']/g, (one) => ESCAPES[one] ?? one);
}
