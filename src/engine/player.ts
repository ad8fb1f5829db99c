/** The player's door: what may be known and asked. Nothing here can name a World or a Setup. */
export type { Ruling } from "./chance/chance.ts";
export * from "./events/types.ts";
export { checkOrder, isOpen, routeFor } from "./orders/legality.ts";
export { legalOrders } from "./orders/offer.ts";
export { type Sifted, siftOrders } from "./orders/sift.ts";
export { formatOrder, parseOrder, type ParsedOrder } from "./orders/text.ts";
export * from "./orders/types.ts";
export * from "./views/conditions.ts";
export { strengthBand } from "./views/contacts.ts";
export { type Forecast, forecast } from "./views/forecast.ts";
export { enemyMenAt, ownMenAt, viewSight } from "./views/sight.ts";
export type * from "./views/types.ts";
export { sortiesOf } from "./world/air.ts";
export { hourOfDay, isNightTurn, turnStart } from "./world/clock.ts";
export type { Problem } from "./world/problem.ts";
export type { Clock, Id, Link, Neighbour, Seat, Side, Wing } from "./world/setup.ts";
export type { Contact, FormationState, Task, WingState } from "./world/world.ts";
