import { describe, expect, it } from "vitest";
import { packetPorts } from "../../src/cli/packet-ports.ts";
import { type Answer, packetOf, packetTable } from "../../src/journal/index.ts";
import { personGame } from "../journal/person-game.ts";
import { must } from "../cli/saved.ts";
import { SHIPPED } from "../support/shipped.ts";
import { type Player, sitDown } from "./player.ts";

/** Somebody who has been given a packet of the first turn, and the answers he has written. */
async function away(): Promise<{ player: Player; answers: Answer[] }> {
  const { table, book } = personGame(SHIPPED);
  const packet = must(packetOf(book.journal(), table, "red"));
  const answers: Answer[] = [];
  const box = {
    file: "red.orders.json",
    write: (answer: Answer) => {
      answers.push(answer);
      return { ok: true as const, value: null };
    },
  };
  const player = sitDown(packetPorts(packet, packetTable(packet, box)));
  player.driver.run({ kind: "resume", file: "red.packet.json" });
  await player.press("enter");
  return { player, answers };
}

describe("the game on a packet", () => {
  it("opens at the brief and the map of its seat, and seals into its file", async () => {
    const { player, answers } = await away();
    expect(player.driver.state().screen.kind).toBe("command");
    await player.press("enter", "d", "e", "enter");
    expect(answers).toHaveLength(1);
    expect(answers[0]?.orders).toHaveLength(1);
    expect(player.screen()).toContain("Give this file to White: red.orders.json");
    expect(player.screen()).toMatchSnapshot();
  });

  it("lets the seat think again, with its orders on the sheet", async () => {
    const { player, answers } = await away();
    await player.press("enter", "d", "e", "enter", "c", "enter");
    expect(player.driver.state().game?.draft.orders).toHaveLength(1);
    await player.press("u", "e", "enter");
    expect(answers).toHaveLength(2);
  });

  it("offers no way to another game", async () => {
    const { player } = await away();
    await player.press("ctrl-c");
    expect(player.screen()).not.toContain("title");
    await player.press("t");
    expect(player.driver.state().screen.kind).toBe("command");
  });
});
