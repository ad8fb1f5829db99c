import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PERSON } from "../../src/journal/index.ts";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere as tadmor } from "../support/cli.ts";
import { savedGame } from "./saved.ts";

const PLAYERS = { red: PERSON, saa: PERSON, iran: "hold", russia: "hold", coalition: "hold" };

/** A game of two people in a directory of its own, with a packet for each and a file of no orders. */
async function twoRooms() {
  const folder = emptyDirectory();
  const at = (name: string) => join(folder, name);
  const journal = await savedGame(0, PLAYERS);
  writeFileSync(at("none.txt"), "# nothing new\n");
  for (const seat of ["red", "saa"]) {
    const wrote = await tadmor("brief", journal, "--seat", seat, "-o", at(`${seat}.packet.json`));
    expect(wrote).toMatchObject({ exit: 0, err: "" });
  }
  const seal = (packet: string, to: string) =>
    tadmor("orders", at(packet), "-o", at(to), "--from", at("none.txt"));
  return { at, journal, seal };
}

describe("two rooms", () => {
  test("a packet holds neither the seed nor the journal's digests, and says what it is", async () => {
    const { at, journal } = await twoRooms();
    const packet = readFileSync(at("red.packet.json"), "utf8");
    const [header = ""] = readFileSync(journal, "latin1").split("\n");
    const { seed, sum } = JSON.parse(header) as { seed: string; sum: string };
    expect(packet).not.toContain(seed);
    expect(packet).not.toContain(sum);
    expect((await tadmor("check", at("red.packet.json"))).out).toContain(
      "a packet without problems",
    );
  });

  test("orders are sealed without the journal, collected, and the turn is adjudicated", async () => {
    const { at, journal, seal } = await twoRooms();
    const line = ["--line", "nobody assault silos", "--line", "fly"];
    const wrong = await tadmor("orders", at("red.packet.json"), "-o", at("red.json"), ...line);
    expect(wrong.exit).toBe(2);
    expect(wrong.err).toContain("2 problems");
    expect(await seal("red.packet.json", "red.json")).toMatchObject({ exit: 0, err: "" });
    expect(await seal("saa.packet.json", "saa.json")).toMatchObject({ exit: 0, err: "" });
    const first = await tadmor("collect", journal, at("red.json"));
    expect(first).toMatchObject({ exit: 0, err: "" });
    expect(first.out).toContain("turn 1 still waits for saa");
    const second = await tadmor("collect", journal, at("saa.json"), "--adjudicate");
    expect(second.out).toContain("turn 1 is adjudicated");
    expect((await tadmor("verify", journal)).exit).toBe(0);
    const late = await tadmor("collect", journal, at("red.json"));
    expect(late.exit).toBe(2);
    expect(late.err).toMatch(
      /^[^\n]*refused: these orders are for turn 1; turn 2 is open[^\n]*\n$/,
    );
  });

  test("a packet of nobody is refused with every seat that a person plays, White's too", async () => {
    const journal = await savedGame(0, { ...PLAYERS, white: PERSON });
    const { exit, err } = await tadmor("brief", journal, "--seat", "nobody");
    expect(exit).toBe(2);
    expect(err).toMatch(/there are: .*\bwhite\b/);
  });

  test("orders of another game, and a packet in their place, are refused in one line", async () => {
    const { at, journal } = await twoRooms();
    const other = await twoRooms();
    await other.seal("red.packet.json", "red.json");
    const found = await tadmor("collect", journal, other.at("red.json"));
    expect(found.exit).toBe(2);
    expect(found.err).toMatch(/^[^\n]*refused: these orders are for another game[^\n]*\n$/);
    const packet = await tadmor("collect", journal, at("red.packet.json"));
    expect(packet.exit).toBe(2);
    expect(packet.err).toMatch(/^[^\n]*expected tadmor-orders\/1[^\n]*\n$/);
  });

  test.each([
    ["one byte changed", (text: string) => text.replace('"seat":"red"', '"seat":"saa"'), "altered"],
    ["cut short", (text: string) => text.slice(0, 400), "not a JSON text"],
    [
      "a control character",
      (text: string) => text.replace('"title":"', '"title":"\\u001b[2J'),
      "control",
    ],
    ["a prototype key", (text: string) => text.replace("{", '{"__proto__":{},'), "__proto__"],
  ])("a packet with %s is refused", async (_, change, words) => {
    const { at } = await twoRooms();
    const file = at("bad.packet.json");
    writeFileSync(file, change(readFileSync(at("red.packet.json"), "utf8")));
    const found = await tadmor("orders", file, "--from", at("none.txt"));
    expect(found.exit).toBe(2);
    expect(found.err).toContain(words);
    expect(existsSync(at("bad.orders.json"))).toBe(false);
  });

  test("orders in a file that is not there are a problem, and no answer is written", async () => {
    const { at } = await twoRooms();
    const found = await tadmor("orders", at("red.packet.json"), "--from", at("nowhere.txt"));
    expect(found.exit).toBe(2);
    expect(found.err).toContain("file.missing");
    expect(existsSync(at("red.orders.json"))).toBe(false);
  });

  test("a seat that no person plays has no packet, and a file that is no packet is not written over", async () => {
    const { at, journal } = await twoRooms();
    const found = await tadmor("brief", journal, "--seat", "iran");
    expect(found.exit).toBe(2);
    expect(found.err).toContain("expected a seat that a person plays");
    writeFileSync(at("notes.txt"), "mine");
    const over = await tadmor("brief", journal, "--seat", "red", "-o", at("notes.txt"));
    expect(over.exit).toBe(2);
    expect(readFileSync(at("notes.txt"), "utf8")).toBe("mine");
  });
});
