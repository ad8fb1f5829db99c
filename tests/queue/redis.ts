import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";

/** A Redis on loopback with a port and a directory of its own, gone when the test has finished. */
export interface OwnRedis {
  readonly port: number;
  readonly password: string;
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

/** Starts a Redis that appends what it does to a file, with further words of its configuration. */
export async function ownRedis(...words: readonly string[]): Promise<OwnRedis> {
  const [port, directory] = [await freePort(), emptyDirectory()];
  const options = [
    `--port ${port} --bind 127.0.0.1 --appendonly yes --requirepass ${PASSWORD}`.split(" "),
    ["--dir", directory, "--save", ""],
    words,
  ].flat();
  let server = await started(options);
  const client = new Redis({ port, password: PASSWORD, maxRetriesPerRequest: null });
  client.on("error", () => undefined);
  onTestFinished(async () => {
    client.disconnect();
    await ended(server, "SIGTERM");
  });
  return {
    port,
    password: PASSWORD,
    address: `redis://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    client,
    kill: () => ended(server, "SIGKILL"),
    restart: async () => {
      server = await started(options);
    },
  };
}

/** A server that takes connections: it says so itself. */
async function started(options: readonly string[]): Promise<ChildProcess> {
  const server = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout! })) {
    if (line.includes("Ready to accept connections")) break;
    if (line.includes("Fatal") || line.includes("Bad directive")) throw new Error(line);
  }
  server.stdout!.resume();
  return server;
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill(signal);
  await gone;
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
