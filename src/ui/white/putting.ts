import type { HandInject } from "../../engine/index.ts";
import type { ListedInject } from "../../journal/index.ts";
import type { DeskMode, Putting } from "./desk.ts";

/** An inject of the list on its way in: who is told can still be changed. */
export function puttingOf({ id, title, text, audience }: ListedInject): DeskMode {
  const putting: Putting = { inject: id, title, text, effects: [], audience };
  return { kind: "audience", putting, cursor: 0 };
}

/** An inject of White's own, to be written. */
export function newPutting(): DeskMode {
  const putting: Putting = { inject: null, title: "", text: "", effects: [], audience: [] };
  return { kind: "write", field: "title", putting, text: "" };
}

/** What is put into the turn. */
export function injectOf({ inject, title, text, effects, audience }: Putting): HandInject {
  return inject === null ? { title, text, audience, effects } : { inject, audience };
}
