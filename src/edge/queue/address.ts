import type { Problem } from "../../engine/index.ts";
import { LARGEST_FILE_BYTES, type Read } from "../../scenarios/index.ts";
import { readTextFile } from "../files.ts";

/** Where a queue is, and who asks. What is secret of it is never printed. */
export interface QueueAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly tls: boolean;
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** The address as it may be shown: without name and password. */
  readonly shown: string;
}

/** Where an address may come from: the line, a file that holds it, or the environment. */
export interface AddressAsked {
  /** What was typed with `--queue`; true where nothing was. */
  readonly queue?: string | boolean | undefined;
  readonly queueFile?: string | undefined;
  readonly insecureQueue?: boolean | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The address that is asked for, or why there is none that may be used. */
export function readAddress(
  asked: AddressAsked,
  env: Environment = process.env,
): Read<QueueAddress> {
  const text = addressText(asked, env);
  if (!text.ok) return text;
  const address = parseAddress(text.value.trim(), env);
  if (!address.ok) return address;
  const { host, password } = address.value;
  const isOpen = password === undefined && !isLoopback(host);
  return isOpen && asked.insecureQueue !== true ? refused(open(address.value)) : address;
}

function addressText({ queue, queueFile }: AddressAsked, env: Environment): Read<string> {
  if (queueFile !== undefined) {
    if (typeof queue === "string") return refused(both);
    return readTextFile(queueFile, LARGEST_FILE_BYTES);
  }
  const text = typeof queue === "string" ? queue : env["TADMOR_QUEUE"];
  return text ? { ok: true, value: text } : refused(missing);
}

function parseAddress(text: string, env: Environment): Read<QueueAddress> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const path = url === null ? "" : url.pathname.replace(/^\/$/, "");
  const isAddress =
    url !== null &&
    /^rediss?:$/.test(url.protocol) &&
    url.hostname !== "" &&
    /^(\/\d{1,3})?$/.test(path) &&
    url.search === "" &&
    url.hash === "";
  if (!isAddress) return refused(malformed);
  const host = url.hostname.replaceAll(/^\[|\]$/g, "");
  const port = url.port === "" ? 6379 : Number(url.port);
  const db = Number(path.slice(1));
  const tls = url.protocol === "rediss:";
  const shown = `${url.protocol}//${url.hostname}:${port}${db === 0 ? "" : `/${db}`}`;
  const username = decoded(url.username) ?? env["TADMOR_QUEUE_USER"];
  const password = decoded(url.password) ?? env["TADMOR_QUEUE_PASSWORD"];
  return { ok: true, value: { host, port, db, tls, username, password, shown } };
}

/** What stands percent-encoded in an address; undefined where nothing does. */
function decoded(part: string): string | undefined {
  if (part === "") return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Text in which no address shows its name and password. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(/(rediss?:\/\/)[^\s"']*@/g, "$1…@");
}

const missing: Problem = {
  code: "queue.missing",
  path: "/queue",
  message: "--queue: found no address, expected redis://HOST or rediss://HOST",
  hint: "type it after --queue, keep it in a file (--queue-file), or set TADMOR_QUEUE",
};

const both: Problem = {
  code: "flag.both",
  path: "/queue-file",
  message: "--queue-file: found an address with --queue as well, expected one of the two",
  hint: "the file holds the whole address",
};

const malformed: Problem = {
  code: "queue.address",
  path: "/queue",
  message:
    "--queue: found what is no address, expected redis[s]://[USER:PASSWORD@]HOST[:PORT][/NUMBER]",
  hint: "signs of a password such as @ : / # stand percent-encoded (@ is %40)",
};

function open({ shown }: QueueAddress): Problem {
  return {
    code: "queue.open",
    path: "/queue",
    message: `--queue: found no password for ${shown}, expected one for anything but this machine's own loopback`,
    hint: "whoever reaches such a queue can read and change it; --insecure-queue takes it all the same",
  };
}

function refused(problem: Problem): Read<never> {
  return { ok: false, problems: [problem] };
}
