import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { tadmorHere } from "../support/cli.ts";

const PAGE = readFileSync(new URL("../../docs/SCENARIOS.md", import.meta.url), "utf8");

const folder = mkdtempSync(join(tmpdir(), "tadmor-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files that the page shows, written as it says. */
function filesOfPage(): readonly string[] {
  return [...PAGE.matchAll(/^`([\w./-]+\.json)`:\n\n```json\n([^`]+)```$/gm)].map((found) => {
    const file = join(folder, found[1] as string);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, found[2] as string);
    return file;
  });
}

const [scenario = "", ...courses] = filesOfPage();

test("the scenario of the author's page is without problems, and so are its courses of action", async () => {
  expect(courses).toHaveLength(2);
  expect(await tadmorHere("check", scenario)).toMatchObject({ exit: 0, err: "" });
  const checked = await tadmorHere("check", "--scenario", scenario, ...courses);
  expect(checked).toMatchObject({ exit: 0, err: "" });
});

test("it is played as it stands, and its measures come", async () => {
  const { exit, out } = await tadmorHere("history", scenario);
  expect(exit).toBe(0);
  expect(out).toContain("Northern forces took The pass from Southern forces.");
  const ran = await tadmorHere("run", scenario, "--runs", "2", "--jobs", "1", "--quiet");
  expect(ran.out).toContain("Southern dead");
});

test("the page names every kind of condition and of measure that there is", async () => {
  const schema = JSON.parse((await tadmorHere("schema", "scenario")).out);
  const words = (text: string) =>
    new Set([...text.matchAll(/`([a-z][a-zA-Z-]*)`/g)].map(([, one]) => one));
  const said = words(PAGE);
  const kinds = new Set<string>();
  JSON.stringify(schema.properties.measures, (key, value) => {
    if (key === "kind") for (const one of value.enum ?? [value.const]) kinds.add(one as string);
    return value as unknown;
  });
  expect(kinds.size).toBeGreaterThan(10);
  for (const kind of kinds) expect(said).toContain(kind);
  for (const key of ["always", "lostShare", "reported", "broken"]) expect(said).toContain(key);
});
