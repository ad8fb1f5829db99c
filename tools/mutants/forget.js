// What the engine remembers of a setup or a map stands in weak maps, and in those alone.
const made = [];
const Kept = WeakMap;

/** A class of weak maps that `forgetAll` empties. */
export function forgetful() {
  return class Forgetful {
    #kept = new Kept();
    constructor() {
      made.push(() => {
        this.#kept = new Kept();
      });
    }
    has(key) {
      return this.#kept.has(key);
    }
    get(key) {
      return this.#kept.get(key);
    }
    set(key, value) {
      this.#kept.set(key, value);
      return this;
    }
    delete(key) {
      return this.#kept.delete(key);
    }
  };
}

/** Empties every weak map of such a class. */
export function forgetAll() {
  for (const forget of made) forget();
}
