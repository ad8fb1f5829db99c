import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type QueueAddress, readAddress, withoutSecrets } from "../../src/edge/queue/address.ts";
import { problemOf } from "../../src/edge/queue/connect.ts";
import { tadmorHere } from "../support/cli.ts";
import { emptyDirectory } from "./directory.ts";

const SECRET = "p%40ss";

it.each([
  ["redis://127.0.0.1", "redis://127.0.0.1:6379"],
  ["redis://localhost:7000/2", "redis://localhost:7000/2"],
  ["redis://[::1]:7000", "redis://[::1]:7000"],
  [`redis://:${SECRET}@lab`, "redis://lab:6379"],
  [`rediss://anna:${SECRET}@lab.example:6380`, "rediss://lab.example:6380"],
])("%s is shown as %s", (queue, shown) => {
  const read = readAddress({ queue }, {});
  expect(read).toMatchObject({ ok: true, value: { shown } });
});

it.each([
  ["redis://lab", "queue.open"],
  ["rediss://192.168.1.4", "queue.open"],
  ["redis://127.0.0.1.example", "queue.open"],
  ["http://127.0.0.1", "queue.address"],
  ["127.0.0.1:6379", "queue.address"],
  ["redis://", "queue.address"],
  ["redis://127.0.0.1/rows", "queue.address"],
  ["redis://127.0.0.1?password=x", "queue.address"],
])("%s is refused as %s", (queue, code) => {
  expect(readAddress({ queue }, {})).toMatchObject({ ok: false, problems: [{ code }] });
});

it("a queue without a password elsewhere is taken by whoever asks for it", () => {
  const read = readAddress({ queue: "redis://lab", insecureQueue: true }, {});
  expect(read).toMatchObject({ ok: true, value: { host: "lab", password: undefined } });
});

it("name and password come with the address, decoded, or from the environment", () => {
  const typed = readAddress({ queue: `redis://anna:${SECRET}@lab` }, {});
  expect(typed).toMatchObject({ value: { username: "anna", password: "p@ss" } });
  const env = { TADMOR_QUEUE: "redis://lab", TADMOR_QUEUE_USER: "ben", TADMOR_QUEUE_PASSWORD: "x" };
  expect(readAddress({ queue: true }, env)).toMatchObject({
    value: { host: "lab", username: "ben", password: "x" },
  });
});

it("a file holds the whole address, and not together with a typed one", () => {
  const queueFile = join(emptyDirectory(), "queue");
  writeFileSync(queueFile, `redis://:${SECRET}@lab\n`);
  expect(readAddress({ queueFile }, {})).toMatchObject({
    value: { host: "lab", password: "p@ss" },
  });
  const both = readAddress({ queueFile, queue: "redis://lab" }, {});
  expect(both).toMatchObject({ ok: false, problems: [{ code: "flag.both" }] });
});

it.each([
  ["OOM command not allowed when used memory > 'maxmemory'.", "queue.full"],
  ["WRONGPASS invalid username-password pair or user is disabled.", "queue.password"],
  ["NOAUTH Authentication required.", "queue.password"],
  ["NOPERM this user has no permissions to run the 'set' command", "queue.permission"],
  ["MISCONF Redis is configured to save RDB snapshots", "queue.readonly"],
])("what Redis answers, %s, is the problem %s", (message, code) => {
  const read = readAddress({ queue: `redis://:${SECRET}@127.0.0.1` }, {});
  const problem = problemOf(new Error(message), addressOf(read));
  expect(problem).toMatchObject({ code, path: "/queue" });
  expect(JSON.stringify(problem)).not.toContain("p@ss");
});

function addressOf(read: ReturnType<typeof readAddress>): QueueAddress {
  if (!read.ok) throw new Error("no address");
  return read.value;
}

it("an error that is none of the queue's is a bug", () => {
  const read = readAddress({ queue: "redis://127.0.0.1" }, {});
  expect(problemOf(new TypeError("x is not a function"), addressOf(read))).toBe(null);
});

it("no line shows what is secret of an address", async () => {
  expect(withoutSecrets(`tadmor run --queue redis://anna:${SECRET}@lab`)).toBe(
    "tadmor run --queue redis://…@lab",
  );
  for (const queue of [`redis://:${SECRET}@lab/x`, `http://a:${SECRET}@lab`]) {
    const { exit, out, err } = await tadmorHere("run", "--queue", queue);
    expect(exit).toBe(2);
    expect(out + err).not.toMatch(/p%40ss|p@ss/);
  }
});

it("every problem of a line is told at once, before anything is reached", async () => {
  const flags = ["--queue", "redis://lab", "--chunk", "0", "--patience", "x", "--progress", "loud"];
  const { exit, err } = await tadmorHere("run", ...flags);
  expect(exit).toBe(2);
  for (const path of ["/queue", "/chunk", "/patience", "/progress"]) expect(err).toContain(path);
  const alone = await tadmorHere("sweep", "x.json", "--chunk", "5");
  expect(alone.err).toContain("flag.alone at /chunk");
});
