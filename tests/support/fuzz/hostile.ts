/** A scenario that ships with every text in it that a person reads made hostile. */

/** Markup, a formula, Markdown and quotes, in signs that a text may hold. */
export const HOSTILE = "=cmd|' /C x'!A0<img src=x onerror=a(1)></script>\"&`[a](javascript:b)*-->";

/** Fields of a scenario's file in which text stands that is shown to somebody. */
const FREE = new Set([
  "address",
  "adjective",
  "assumption",
  "bias",
  "brief",
  "expectedResponse",
  "intent",
  "name",
  "note",
  "question",
  "roadToWar",
  "summary",
  "text",
  "title",
  "what",
  "who",
  "why",
]);

/** The same scenario with this in front of every text a person reads; counts them. */
export function withTexts(scenario: string, hostile: string): { text: string; count: number } {
  let count = 0;
  const data = JSON.parse(scenario, (key, value: unknown) => {
    if (typeof value !== "string") return value;
    if (!FREE.has(key)) return value;
    count++;
    return `${hostile}${value}`.slice(0, Math.max(hostile.length, value.length));
  }) as unknown;
  return { text: JSON.stringify(data), count };
}

/** Pointers to the first text of each kind, to be made unfit one by one. */
export function firstTexts(scenario: string): readonly string[] {
  const found = new Map<string, string>();
  const walk = (data: unknown, pointer: string) => {
    if (typeof data !== "object" || data === null) return;
    for (const [key, value] of Object.entries(data)) {
      const at = `${pointer}/${key}`;
      if (typeof value === "string" && FREE.has(key) && !found.has(key)) found.set(key, at);
      walk(value, at);
    }
  };
  walk(JSON.parse(scenario), "");
  return [...found.values()];
}
