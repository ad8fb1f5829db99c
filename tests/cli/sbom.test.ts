import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT_LOCK, shippedPaths } from "../support/lockfiles.ts";

interface Component {
  readonly name: string;
  readonly version: string;
  readonly hashes: readonly object[];
  readonly licenses: readonly object[];
}

const ELSEWHERE = mkdtempSync(join(tmpdir(), "tadmor-sbom-"));
const BUILT = readFileSync("dist/sbom.cdx.json", "utf8");
const { components } = JSON.parse(BUILT) as { components: readonly Component[] };

afterAll(() => rmSync(ELSEWHERE, { recursive: true }));

test("the list of what ships is the same bytes wherever and whenever it is made", () => {
  for (const file of ["package.json", "package-lock.json", "tools/node24/package.json"])
    cpSync(file, join(ELSEWHERE, file));
  const words = [join(process.cwd(), "tools/sbom.js"), "sbom.json"];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: ELSEWHERE });
  expect(status, String(stderr)).toBe(0);
  expect(readFileSync(join(ELSEWHERE, "sbom.json"), "utf8")).toBe(BUILT);
});

test("it names each package that ships, and no other", () => {
  const locked = shippedPaths().map(
    (path) => `${path.split("node_modules/").at(-1)} ${ROOT_LOCK[path]!.version}`,
  );
  const listed = components.map(({ name, version }) => `${name} ${version}`);
  expect(listed.toSorted()).toEqual([...new Set(locked)].toSorted());
});

test("each has its licence and hash", () => {
  const bare = components.filter(({ licenses, hashes }) => !licenses?.length || !hashes?.length);
  expect(bare).toEqual([]);
});

test("it says neither when, on which machine nor from which registry it was made", () => {
  expect(BUILT).not.toMatch(/timestamp|serialNumber|"distribution"|registry/);
});
