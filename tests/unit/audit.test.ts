import { expect, test } from "vitest";
import { isGrave, readAudit, tellAudit } from "../support/audit.ts";

const SHIPPED = ["node_modules/ships"];

/** What npm prints when the registry knows of one fault in the package at a path. */
function known(path: string, severity: string, title = "Reads files"): string {
  const name = path.replace("node_modules/", "");
  const advisory = { name, severity, title, url: "https://example.org/1", range: "<2.0.0" };
  const vulnerabilities = {
    [name]: { nodes: [path], via: [advisory], fixAvailable: true },
    user: { nodes: ["node_modules/user"], via: [name], fixAvailable: false },
  };
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities });
}

test.each([
  ["ships", "critical", true],
  ["ships", "high", true],
  ["ships", "moderate", false],
  ["builds", "critical", false],
])("a fault in a package that %s, of severity %s: it fails is %s", (name, severity, fails) => {
  expect(isGrave(readAudit(known(`node_modules/${name}`, severity), SHIPPED))).toBe(fails);
});

test("each advisory is one line: what, where, how bad, and whether it is mended", () => {
  expect(tellAudit(readAudit(known("node_modules/ships", "high"), SHIPPED))).toEqual([
    "high, ships: ships <2.0.0: Reads files (https://example.org/1); a newer version mends it",
  ]);
});

test("a lockfile of which nothing is known says so", () => {
  const audit = readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }), SHIPPED);
  expect(tellAudit(audit)).toEqual(["nothing known"]);
});

test.each([
  [
    "refuses",
    '{"message":"405 Method Not Allowed","statusCode":405}',
    "could not run: 405 Method Not Allowed",
  ],
  ["says only an error", '{"error":{"summary":"no lock"}}', "could not run: no lock"],
  ["answers nothing", "", "could not run: npm gave no answer"],
  ["answers no JSON", "<html>", "could not run: npm gave no answer"],
])("a registry that %s: the audit could not run, and is no failure", (_, stdout, line) => {
  const audit = readAudit(stdout, SHIPPED);
  expect(tellAudit(audit)).toEqual([line]);
  expect(isGrave(audit)).toBe(false);
});

test("a registry's words cannot move the terminal's cursor", () => {
  const audit = readAudit(known("node_modules/ships", "high", "\u001b[2J\nall\tis well"), SHIPPED);
  expect(tellAudit(audit).join("")).not.toMatch(/\p{Cc}/u);
});
