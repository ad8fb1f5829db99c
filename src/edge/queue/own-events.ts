import type { QueueEventsListener } from "bullmq";

/** Events of our own in BullMQ's stream: all who coordinate hear them. */
export interface OwnEvents extends QueueEventsListener {
  /** An attempt at a chunk failed, and another is made. */
  readonly retried: (told: { readonly chunk: string }, id: string) => void;
  /** A worker will not play chunks of these rules. */
  readonly refused: (told: { readonly worker: string; readonly why: string }, id: string) => void;
  /** Somebody took all chunks out of the queue. */
  readonly cancelled: (told: object, id: string) => void;
}

/** Events kept at most; what is missed is seen when standings are looked at. */
export const MOST_EVENTS = 5000;
