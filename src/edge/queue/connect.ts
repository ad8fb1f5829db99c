import type { Redis, RedisOptions } from "ioredis";
import type { Problem } from "../../engine/index.ts";
import { codeOf } from "../files.ts";
import type { QueueAddress } from "./address.ts";

/** How a client reaches a queue, again and again when it is away. */
export function clientOptions(address: QueueAddress): RedisOptions {
  const { host, port, db, tls, username, password } = address;
  return {
    host,
    port,
    db,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: { servername: host } } : {}),
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * RETRY_MS, MOST_RETRY_MS),
  };
}

const CONNECT_MS = 5000;
const RETRY_MS = 100;
const MOST_RETRY_MS = 2000;

/** A client of our own beside those of BullMQ; what goes wrong with it is told elsewhere. */
export async function openClient(address: QueueAddress): Promise<Redis> {
  const { Redis } = await import("ioredis");
  const client = new Redis(clientOptions(address));
  deafen(client);
  return client;
}

/** Keeps errors of connections from ending the program: what they mean is seen by what is asked. */
export function deafen(...ends: readonly Pick<NodeJS.EventEmitter, "on">[]): void {
  for (const end of ends) end.on("error", () => undefined);
}

/** Why a queue cannot be used now; null when it can. Asked once, and not again and again. */
export async function queueProblem(address: QueueAddress): Promise<Problem | null> {
  const { Redis } = await import("ioredis");
  const client = new Redis({
    ...clientOptions(address),
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // What really went wrong is said here; the promise often says only that the connection closed.
  let heard: unknown = null;
  client.on("error", (error: unknown) => (heard ??= error));
  try {
    await client.connect();
    await client.ping();
    return null;
  } catch (error) {
    const problem = problemOf(heard ?? error, address);
    if (problem === null) throw error;
    return problem;
  } finally {
    client.disconnect();
  }
}

/** An error of a queue as a problem for people; null when it is none of the queue's. */
export function problemOf(error: unknown, address: QueueAddress): Problem | null {
  const message = error instanceof Error ? error.message : String(error);
  const known = ANSWERS.find(({ sign }) => sign.test(message));
  if (known !== undefined) return { ...known.problem(address.shown), path: "/queue" };
  const code = codeOf(error) ?? "";
  if (isTrust(code, message)) return { ...untrusted(address.shown, code), path: "/queue" };
  const isGone = code !== "" || /^Connection is closed|ETIMEDOUT/.test(message);
  return isGone ? { ...unreachable(address.shown, code), path: "/queue" } : null;
}

type Told = Omit<Problem, "path">;

/** What a Redis answers that will not serve, by how its answer begins. */
const ANSWERS: readonly { readonly sign: RegExp; readonly problem: (at: string) => Told }[] = [
  {
    sign: /\bOOM\b/,
    problem: (at) => ({
      code: "queue.full",
      message: `the queue at ${at} is full (maxmemory), expected room for chunks and rows`,
      hint: "give it more memory (CONFIG SET maxmemory), then go on with --resume; what is in it is kept",
    }),
  },
  {
    sign: /\b(WRONGPASS|NOAUTH)\b|invalid password|without any password/,
    problem: (at) => ({
      code: "queue.password",
      message: `the queue at ${at} does not take this name and password`,
      hint: "in an address USER:PASSWORD@ stands before the host; signs such as @ : / are percent-encoded",
    }),
  },
  {
    sign: /\bNOPERM\b/,
    problem: (at) => ({
      code: "queue.permission",
      message: `the queue at ${at} does not let this user do what is needed`,
      hint: "docs/QUEUE.md has the ACL rule that is enough",
    }),
  },
  {
    sign: /\b(MISCONF|READONLY|MASTERDOWN)\b/,
    problem: (at) => ({
      code: "queue.readonly",
      message: `the queue at ${at} does not let anything be written`,
      hint: "its disk may be full, or it is a copy of another; its own log says which",
    }),
  },
];

function isTrust(code: string, message: string): boolean {
  return (
    /^(ERR_TLS|ERR_SSL|CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code) ||
    /certificate|wrong version number/i.test(message)
  );
}

function untrusted(at: string, code: string): Told {
  return {
    code: "queue.tls",
    message: `no trusted connection to ${at}${code === "" ? "" : ` (${code})`}`,
    hint: "rediss:// is for a queue with TLS; a certificate of one's own is named by NODE_EXTRA_CA_CERTS",
  };
}

function unreachable(at: string, code: string): Told {
  return {
    code: "queue.unreachable",
    message: `no queue at ${at}${code === "" ? "" : ` (${code})`}, expected a Redis that answers`,
    hint: "is it running, is the host right, and does a firewall let the port through?",
  };
}

/** A queue that answered once, and then not for so many seconds. */
export function unanswered({ shown }: QueueAddress, seconds: number): Problem {
  return {
    code: "queue.unreachable",
    path: "/queue",
    message: `the queue at ${shown} has not answered for ${seconds} s`,
    hint: "what was counted is kept; when it runs again, --resume goes on",
  };
}
