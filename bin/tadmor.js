#!/usr/bin/env node
// No static import and no new syntax: an old Node must get as far as the message.
var version = process.versions.node.split(".").map(Number);

if (version[0] < 22 || (version[0] === 22 && version[1] < 12)) {
  process.stderr.write(
    "tadmor needs Node 22.12 or later; this is Node " + process.versions.node + ".\n",
  );
  process.exitCode = 2;
} else {
  // Compiled once and kept by Node in the system's temporary directory: every later start is quicker.
  import("node:module").then(function (module) {
    module.enableCompileCache();
    return import("../dist/cli/main.js");
  });
}
