import type { Order, View } from "../engine/player.ts";

/** Plays a seat: from what the seat knows to the orders it gives. */
export type Policy = (view: View) => readonly Order[];
