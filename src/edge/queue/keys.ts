/** What everything in the queue's Redis is called by; an ACL user needs no other keys. */
export const PREFIX = "tadmor";

/** The name of BullMQ's queue of chunks. */
export const CHUNKS = "chunks";

/** A key of BullMQ's own: the set of a state, or a job by its id. */
export function chunkKey(part: string): string {
  return `${PREFIX}:${CHUNKS}:${part}`;
}

/** Where the rows of a chunk wait until they count. */
export function rowsKey(id: string): string {
  return `${PREFIX}:rows:${id}`;
}

/** Where a text is that chunks stand for by its digest. */
export function textKey(id: string): string {
  return `${PREFIX}:text:${id}`;
}

/** Where a worker says that it is alive. */
export function workerKey(name: string): string {
  return `${PREFIX}:worker:${name}`;
}

/** Where a coordinator says that it is alive. */
export function coordinatorKey(name: string): string {
  return `${PREFIX}:coordinator:${name}`;
}

/** The names of the workers that said so. */
export const WORKERS = `${PREFIX}:workers`;

/** How long rows and texts that nobody fetches are kept, in seconds: a month. */
export const KEPT_SECONDS = 30 * 24 * 3600;
