import type { Problem } from "../../engine/index.ts";
import type { JsonObject } from "../json.ts";
import { isObject, problemAt, recordsOf, textOf } from "../loose.ts";
import type { Path } from "../pointer.ts";
import { describe, listSome } from "../text.ts";

/** What is wrong with courses of action of sides: seats of others, aims that cannot be chosen. */
export function checkCourses(data: JsonObject): Problem[] {
  const seats = new Map(recordsOf(data, "seats"));
  const objectives = new Map(recordsOf(data, "objectives"));
  return recordsOf(data, "courses").flatMap(([id, course]) => [
    ...sideProblems(data, course, ["courses", id, "side"]),
    ...seatProblems(seats, course, ["courses", id, "seats"]),
    ...aimProblems(objectives, course, ["courses", id, "aims"]),
  ]);
}

type Records = ReadonlyMap<string, JsonObject>;

function sideProblems(data: JsonObject, { side }: JsonObject, path: Path): Problem[] {
  const sides = recordsOf(data, "sides").map(([id]) => id);
  if (typeof side !== "string" || sides.includes(side)) return [];
  const message = `found ${describe(side)}, expected the id of a side`;
  return [problemAt(path, "reference.unknown", message, `there are: ${listSome(sides)}`)];
}

/** Seats that give no orders, and those of another side. */
function seatProblems(seats: Records, course: JsonObject, path: Path): Problem[] {
  return keysOf(course, "seats").flatMap((id) => {
    const seat = seats.get(id);
    if (seat?.["role"] === "command" && seat["side"] === course["side"]) return [];
    const fitting = [...seats].filter(
      ([, one]) => one["role"] === "command" && one["side"] === course["side"],
    );
    return [
      problemAt(
        [...path, id],
        "course.seat",
        `found ${describe(id)}, expected a seat that commands for the side ${describe(course["side"])}`,
        `there are: ${listSome(fitting.map(([one]) => one))}`,
      ),
    ];
  });
}

function aimProblems(objectives: Records, course: JsonObject, path: Path): Problem[] {
  const aims = course["aims"];
  return keysOf(course, "aims").flatMap((group) => {
    const aim = isObject(aims) ? textOf(aims[group]) : undefined;
    if (aim === undefined || objectives.get(aim)?.["group"] === group) return [];
    const choices = [...objectives].filter(([, one]) => one["group"] === group);
    return [
      problemAt(
        [...path, group],
        "course.aim",
        `found ${describe(aim)}, expected an objective of the group ${describe(group)}`,
        `there are: ${listSome(choices.map(([id]) => id))}`,
      ),
    ];
  });
}

function keysOf(course: JsonObject, section: string): string[] {
  const found = course[section];
  return isObject(found) ? Object.keys(found) : [];
}
