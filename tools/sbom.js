// node tools/sbom.js FILE: writes which packages ship with the package in this folder (an SBOM in
// CycloneDX), as npm reads them from the lockfile. One lockfile gives one file: npm's date, serial
// number, version and folder names are left out, and so is the order in which npm met the packages.
import { readFileSync, writeFileSync } from "node:fs";
import { npm } from "./npm.js";

const MOST_BYTES = 64 * 1024 * 1024;
const DEVELOPMENT = "cdx:npm:package:development";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node tools/sbom.js FILE");
writeFileSync(file, `${JSON.stringify(shipped(asked()), null, 2)}\n`);

/**
 * What npm says, with every platform's packages and without workspaces, which do not ship. Its
 * `--omit=dev` would leave out what ships and is also used in development (zod, when tried).
 */
function asked() {
  const flags = ["--package-lock-only", "--workspaces=false", "--global=false", "--include=dev"];
  const { status, stdout, stderr, error } = npm(["sbom", "--sbom-format=cyclonedx", ...flags], {
    encoding: "utf8",
    maxBuffer: MOST_BYTES,
  });
  if (status !== 0) throw error ?? new Error(`npm sbom failed: ${stderr}${stdout}`);
  return JSON.parse(stdout);
}

function shipped({ serialNumber: _serial, metadata, components, dependencies, ...rest }) {
  const { name } = JSON.parse(readFileSync("package.json", "utf8"));
  const parts = components.filter(
    ({ properties }) => !properties.some((property) => property.name === DEVELOPMENT),
  );
  const whole = metadata.component;
  const refs = new Set([whole, ...parts].map((one) => one["bom-ref"]));
  const kept = dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((on) => refs.has(on)) }));
  return {
    ...rest,
    metadata: {
      lifecycles: metadata.lifecycles,
      tools: metadata.tools.map(({ version: _version, ...tool }) => tool),
      component: pathless({ ...whole, name }),
    },
    components: eachOnce(parts.map(pathless), "bom-ref"),
    dependencies: eachOnce(kept, "ref"),
  };
}

/** A component without the folder npm would install it in, which npm 10 tells and npm 11 does not. */
function pathless({ properties: _path, ...component }) {
  return component;
}

/** By a key and each key once, which npm 10 does not see to: in code-unit order, as everywhere. */
function eachOnce(all, key) {
  return [...new Map(all.toReversed().map((one) => [one[key], one])).values()].toSorted((a, b) =>
    a[key] < b[key] ? -1 : 1,
  );
}
