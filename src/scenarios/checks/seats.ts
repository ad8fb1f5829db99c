import type { Problem } from "../../engine/index.ts";
import type { JsonObject } from "../json.ts";
import { idsOf, problemAt, recordsOf, textOf, textsOf } from "../loose.ts";
import { describe, quoteAll } from "../text.ts";

/** What is wrong with who commands what, and to what end. */
export function checkSeats(data: JsonObject): Problem[] {
  return [
    ...commandProblems(data),
    ...sideProblems(data),
    ...aimProblems(data),
    ...historyProblems(data),
  ];
}

/** Contingents that no seat commands, or more than one. */
function commandProblems(data: JsonObject): Problem[] {
  if (!isReadable(data, "seats", "contingents")) return [];
  return (idsOf(data, "contingents") ?? []).flatMap((id) => {
    const seats = seatsOf(data, id);
    if (seats.length === 1) return [];
    const found = seats.length === 0 ? "no seat" : `the seats ${quoteAll(seats)}`;
    return [
      problemAt(
        ["contingents", id],
        "contingent.seat",
        `found ${found} commanding ${describe(id)}, expected exactly one`,
        `name it in the "contingents" of one seat`,
      ),
    ];
  });
}

function seatsOf(data: JsonObject, contingent: string): string[] {
  return recordsOf(data, "seats").flatMap(([id, seat]) =>
    textsOf(seat["contingents"])
      .filter((each) => each === contingent)
      .map(() => id),
  );
}

/** Seats that command a contingent of another side. */
function sideProblems(data: JsonObject): Problem[] {
  const contingents = new Map(recordsOf(data, "contingents"));
  return recordsOf(data, "seats").flatMap(([id, seat]) =>
    textsOf(seat["contingents"]).flatMap((contingent, index) => {
      const side = textOf(contingents.get(contingent)?.["side"]);
      if (side === undefined || seat["side"] === undefined || seat["side"] === side) return [];
      return [
        problemAt(
          ["seats", id, "contingents", index],
          "seat.side",
          `found ${describe(contingent)} of side ${describe(side)}, expected a contingent of the seat's side (${describe(seat["side"])})`,
          "give it to another seat",
        ),
      ];
    }),
  );
}

/** Seats that command for a side without anything to win. */
function aimProblems(data: JsonObject): Problem[] {
  if (!isReadable(data, "objectives", "seats")) return [];
  const aimed = new Set(
    recordsOf(data, "objectives").flatMap(([, objective]) => textsOf(objective["seats"])),
  );
  return recordsOf(data, "seats")
    .filter(
      ([id, seat]) =>
        seat["role"] === "command" && typeof seat["side"] === "string" && !aimed.has(id),
    )
    .map(([id]) =>
      problemAt(
        ["seats", id],
        "seat.no-objective",
        `found no objective for the seat ${describe(id)}, expected at least one`,
        `name the seat in the "seats" of an objective`,
      ),
    );
}

/** Courses of history for seats that give no orders. */
function historyProblems(data: JsonObject): Problem[] {
  const seats = new Map(recordsOf(data, "seats"));
  return (idsOf(data, "historical") ?? [])
    .filter((id) => seats.has(id) && seats.get(id)!["role"] !== "command")
    .map((id) =>
      problemAt(
        ["historical", id],
        "historical.no-command",
        `found a course of action for ${describe(id)}, which gives no orders, expected a seat with the role "command"`,
        "remove it, or change the role",
      ),
    );
}

/** Whether every record of a section has its list, so that an absence there means something. */
function isReadable(data: JsonObject, section: string, field: string): boolean {
  const ids = idsOf(data, section);
  const lists = recordsOf(data, section).filter(([, each]) => Array.isArray(each[field]));
  return ids !== null && lists.length === ids.length;
}
