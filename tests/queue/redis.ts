import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { startRedis } from "../support/redis-server.ts";

/** A Redis of a test's own, gone when the test has finished. */
export interface OwnRedis {
  readonly port: number;
  /** The address as somebody types it, password and all. */
  readonly address: string;
  /** A client that sees everything. */
  readonly client: Redis;
  /** Ends the server at once, as a machine that fails. */
  kill(): Promise<void>;
  /** Starts it again on what it had written. */
  restart(): Promise<void>;
}

/** Signs that an address must have percent-encoded are in it. */
const PASSWORD = "p@ss:word/1";

/** Starts a Redis with a password, and with further words of its configuration. */
export async function ownRedis(...words: readonly string[]): Promise<OwnRedis> {
  const server = await startRedis(emptyDirectory(), ["--requirepass", PASSWORD, ...words]);
  const { port } = server;
  const client = new Redis({ port, password: PASSWORD, maxRetriesPerRequest: null });
  client.on("error", () => undefined);
  onTestFinished(async () => {
    client.disconnect();
    await server.end("SIGTERM");
  });
  return {
    port,
    address: `redis://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    client,
    kill: () => server.end("SIGKILL"),
    restart: () => server.restart(),
  };
}
