import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/** A Redis on loopback, with a port and a directory of its own. */
export interface RedisServer {
  readonly port: number;
  /** Ends it: SIGTERM as its keeper would, SIGKILL as a machine that fails. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again on what it had written. */
  restart(): Promise<void>;
}

/** Starts a Redis that appends what it does to a file, with further words of its configuration. */
export async function startRedis(
  directory: string,
  words: readonly string[] = [],
): Promise<RedisServer> {
  const port = await freePort();
  const options = [
    `--port ${port} --bind 127.0.0.1 --appendonly yes`.split(" "),
    ["--dir", directory, "--save", ""],
    words,
  ].flat();
  let server = await started(options);
  return {
    port,
    end: async (signal) => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, "exit");
      server.kill(signal);
      await gone;
    },
    restart: async () => {
      server = await started(options);
    },
  };
}

/** A server that takes connections: it says so itself. */
async function started(options: readonly string[]): Promise<ChildProcess> {
  const server = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.includes("Ready to accept connections")) break;
    if (/Fatal|Bad directive|Failed/.test(line)) throw new Error(line);
  }
  server.stdout.resume();
  return server;
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
