import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { readIfThere } from "../support/sources.ts";
import { program } from "./program.ts";
import { ownRedis } from "./redis.ts";
import { freePort } from "../support/redis-server.ts";

const ASKED = ["run", "two-fords", "--runs", "20", "--seed", "access", "--quiet", "--chunk", "10"];

it("a user with the rule of docs/QUEUE.md, named in a file, is enough for everything", async () => {
  const redis = await ownRedis();
  const [, rule] = /ACL SETUSER lab on '>PASSWORD' (.+)/.exec(readIfThere("docs/QUEUE.md")!)!;
  await redis.client.call("ACL", "SETUSER", "lab", "on", ">se cret", ...rule!.trim().split(" "));
  const file = join(emptyDirectory(), "queue");
  writeFileSync(file, `redis://lab:se%20cret@127.0.0.1:${redis.port}\n`);
  const at = ["--queue-file", file];
  const asked = program([...ASKED, ...at]);
  const worker = program(["worker", ...at, "--concurrency", "1"]);
  expect(await asked.ended).toMatchObject({ exit: 0 });
  for (const word of ["status", "pause", "resume", "cancel"]) {
    expect(await program(["queue", word, ...at]).ended).toMatchObject({ exit: 0, err: "" });
  }
  worker.kill("SIGTERM");
  const { exit, err } = await worker.ended;
  expect(exit).toBe(0);
  expect(err).not.toContain("se cret");
  expect(await redis.client.call("ACL", "LOG")).toEqual([]);
});

it("TLS is taken from a certificate that is trusted, and refused from any other", async () => {
  const directory = emptyDirectory();
  const [key, certificate] = [join(directory, "key.pem"), join(directory, "cert.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const made = ["-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", "-x509", ...made, "-days", "2", ...subject], { stdio: "ignore" });
  const port = await freePort();
  const tls = [
    `--tls-port ${port} --tls-auth-clients no`.split(" "),
    "--tls-cert-file",
    certificate,
  ];
  await ownRedis(...tls.flat(), "--tls-key-file", key, "--tls-ca-cert-file", certificate);
  const TADMOR_QUEUE = `rediss://localhost:${port}`;
  const env = { TADMOR_QUEUE, TADMOR_QUEUE_PASSWORD: "p@ss:word/1" };
  const stranger = await program([...ASKED, "--queue"], { env }).ended;
  expect(stranger.exit).toBe(2);
  expect(stranger.err).toContain("queue.tls");
  const trusted = { env: { ...env, NODE_EXTRA_CA_CERTS: certificate } };
  const worker = program(["worker", "--concurrency", "1"], trusted);
  expect(await program([...ASKED, "--queue"], trusted).ended).toMatchObject({ exit: 0 });
  worker.kill("SIGTERM");
  expect((await worker.ended).exit).toBe(0);
});
