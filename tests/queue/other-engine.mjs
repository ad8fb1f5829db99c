// Loaded before the program, it makes it one of another version of the rules.
import { registerHooks } from "node:module";

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith("/src/engine/version.ts")) return loaded;
    return { ...loaded, source: String(loaded.source).replace('"0.1.0"', '"0.0.9"') };
  },
});
