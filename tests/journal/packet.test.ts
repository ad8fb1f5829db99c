import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Id, observe } from "../../src/engine/index.ts";
import { formatOrder, legalOrders } from "../../src/engine/player.ts";
import {
  formatSealed,
  gameOf,
  misfitOf,
  orderProblems,
  packetOf,
  packetTable,
  parseAnswer,
  parsePacket,
  type Answer,
  type Packet,
  type Table,
} from "../../src/journal/index.ts";
import { mentionedNames } from "../../src/journal/packet/names.ts";
import { PERSON } from "../../src/ui/ports.ts";
import { randomLegal } from "../../src/policies/random-legal.ts";
import { must } from "../cli/saved.ts";
import { picksFrom, playRandom, randomGame } from "../support/random-game.ts";
import { SHIPPED } from "../support/shipped.ts";
import { namesOf } from "../../src/journal/table-names.ts";
import { personGame } from "./person-game.ts";

/** A packet as it comes out of its file. */
function carried(packet: Packet): Packet {
  return must(parsePacket(formatSealed(packet)));
}

/** Orders of a seat away from the journal: from its packet alone to the text of its answer. */
function answeredAway(packet: Packet, orders: readonly string[]): string {
  let text = "";
  const box = {
    file: "answer",
    write: (answer: Answer) => {
      text = formatSealed(answer);
      return { ok: true as const, value: null };
    },
  };
  must(packetTable(packet, box).seal(packet.seat, orders));
  return text;
}

const pick = (table: Table, seat: Id, view = table.view(seat)) =>
  randomLegal(picksFrom(table.turn() * 7 + seat.length))(view).map(formatOrder);

describe("a packet", () => {
  test("of twelve turns and two seats leads to the same digests as orders sealed at the table", () => {
    const [atTable, byPacket] = [personGame(SHIPPED), personGame(SHIPPED)];
    while (!atTable.table.over()) {
      for (const seat of atTable.table.people()) {
        must(atTable.table.seal(seat, pick(atTable.table, seat)));
        const packet = carried(must(packetOf(byPacket.book.journal(), byPacket.table, seat)));
        const answer = must(
          parseAnswer(answeredAway(packet, pick(byPacket.table, seat, packet.view))),
        );
        const wanted = {
          game: gameOf(byPacket.book.journal()),
          turn: byPacket.table.turn(),
          people: byPacket.table.people(),
        };
        expect(misfitOf(answer, wanted)).toBeNull();
        expect(orderProblems(byPacket.table.view(seat), answer.orders)).toEqual([]);
        must(byPacket.table.seal(seat, answer.orders));
      }
      must(atTable.table.resolve());
      must(byPacket.table.resolve());
    }
    expect(byPacket.table.turn()).toBe(atTable.table.turn());
    expect(byPacket.book.journal().digest).toBe(atTable.book.journal().digest);
  });

  test("comes back from its text as it went, and every changed character is seen", () => {
    const { table, book } = personGame(SHIPPED);
    const packet = must(packetOf(book.journal(), table, "red"));
    const text = formatSealed(packet);
    expect(formatSealed(carried(packet))).toBe(text);
    fc.assert(
      fc.property(
        fc.nat(text.length - 2),
        fc.constantFrom("a", "0", "}", '"', " "),
        (where, by) => {
          const other = text.slice(0, where) + by + text.slice(where + 1);
          if (other !== text) expect(parsePacket(other).ok && by !== " ").toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("offers the same orders as the table does", () => {
    const { table, book } = personGame(SHIPPED);
    const packet = carried(must(packetOf(book.journal(), table, "red")));
    expect(legalOrders(packet.view)).toEqual(legalOrders(table.view("red")));
  });

  test("names nobody that its view and its events do not speak of", () => {
    fc.assert(
      fc.property(randomGame, fc.constantFrom("blue", "red"), ({ setup, seed }, seat) => {
        const { world } = playRandom(setup, seed, 2);
        const view = observe(setup, world, seat);
        const names = mentionedNames(namesOf(setup), view, []);
        for (const id of Object.keys(names.formations))
          expect(id in view.brief.formations || id in view.contacts).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("of a seat that no person plays is refused", () => {
    const { table, book } = personGame(SHIPPED);
    expect(book.journal().header.players["saa"]).toBe(PERSON);
    expect(packetOf(book.journal(), table, "white")).toMatchObject({ ok: false });
  });
});
