// The same in QuickJS, compiled to WebAssembly: an interpreter that shares no line with V8 or
// JavaScriptCore. Arguments: bundle, games.
import { readFileSync } from "node:fs";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";

const STACK_BYTES = 4 * 1024 * 1024;

/** The one thing of the web that the engine's packages ask for, and QuickJS does not have. */
const TEXT_ENCODER = `globalThis.TextEncoder = class {
  encode(text) {
    const escaped = unescape(encodeURIComponent(text));
    const bytes = new Uint8Array(escaped.length);
    for (let at = 0; at < escaped.length; at++) bytes[at] = escaped.charCodeAt(at);
    return bytes;
  }
};`;

const [, , bundle, games] = process.argv;
const quickjs = await newQuickJSWASMModuleFromVariant(variant);
const context = quickjs.newContext();
context.runtime.setMaxStackSize(STACK_BYTES);
run(TEXT_ENCODER);
run(readFileSync(bundle, "utf8"));
for (const line of readFileSync(games, "utf8").trimEnd().split("\n")) {
  const text = context.newString(line);
  context.setProp(context.global, "game", text);
  text.dispose();
  console.log(run("recomputeGame(game)"));
}

/** Evaluates a script and gives what it comes to; throws what it throws. */
function run(code) {
  const result = context.evalCode(code);
  const value = context.dump(result.error ?? result.value);
  result.dispose();
  if (result.error) throw new Error(`${value.name}: ${value.message}\n${value.stack}`);
  return value;
}
