import type { ExerciseCard } from "../../ports.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";

/** What everybody at the table may read of the exercise: the road to war and what is trained. */
export function exerciseRows(exercise: ExerciseCard | null, width: number): Line[] {
  if (exercise === null) return nothingRows();
  const { roadToWar, trainingObjectives, briefs } = exercise;
  const seats = briefs.filter(({ role }) => role === "command").map(({ seat }) => seat);
  return [
    line(tone("title", "The exercise"), tone("dim", " · for everybody at the table")),
    ...textRows("The road to war", roadToWar, width),
    line(),
    line(tone("strong", "What is trained")),
    ...trainingObjectives.flatMap(({ title, text }) => listRows(`${title}. ${text}`, width)),
    line(),
    line(tone("strong", "Who sits where")),
    ...seats.flatMap((seat) => listRows(seat, width)),
    line(),
    ...listRows(
      "Each seat reads its own brief when it first sits down, and with b at the map later. The " +
        "timetable, the list of events and all briefs are in White's book (w).",
      width,
    ),
  ];
}

/** The door to White's book: nobody reads it by mistake. */
export function whiteDoorRows(width: number): Line[] {
  const text =
    "White's book holds the timetable, the list of events with what is expected of each seat, and " +
    "the briefs of all seats. Whoever is to play a seat must not read it: it says what will come.";
  return [
    line(tone("title", "White's book")),
    line(),
    ...wrap(text, width).map((row) => line(row)),
    line(),
    line("Press ", tone("key", "y"), " if you are White, ", tone("key", "Esc"), " to go back."),
  ];
}

/** White's book: its own brief, the timetable, the list of events, the briefs of the seats. */
export function whiteRows(exercise: ExerciseCard | null, width: number): Line[] {
  if (exercise === null) return nothingRows();
  const [own, others] = [
    exercise.briefs.filter(({ role }) => role === "white"),
    exercise.briefs.filter(({ role }) => role !== "white"),
  ];
  return [
    line(tone("title", "White's book"), tone("warn", " · seats must not read this")),
    ...own.flatMap(({ text }) => textRows("Your brief", text, width)),
    ...timetableRows(exercise, width),
    ...eventRows(exercise, width),
    ...others.flatMap(({ seat, text }) => textRows(`The brief of: ${seat}`, text, width)),
  ];
}

function nothingRows(): Line[] {
  return [line(tone("title", "The exercise")), line("This scenario has no exercise pack.")];
}

function textRows(heading: string, text: string, width: number): Line[] {
  const rows = wrap(text, width).map((row) => line(row));
  return [line(), line(tone("strong", heading)), ...rows];
}

function listRows(text: string, width: number): Line[] {
  return wrap(text, width - 2, "  ").map((row) => line("  ", row));
}

function timetableRows({ controlTimetable }: ExerciseCard, width: number): Line[] {
  let minutes = 0;
  const rows = controlTimetable.flatMap((step) => {
    const from = minutes;
    minutes += step.minutes;
    return listRows(`${clock(from)}–${clock(minutes)}  ${step.who}: ${step.what}`, width);
  });
  return [line(), line(tone("strong", "Timetable (hours:minutes)")), ...rows];
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function eventRows({ events }: ExerciseCard, width: number): Line[] {
  const rows = events.flatMap(({ title, text, trigger, audience, expectedResponse }) => [
    line(),
    line(tone("accent", title)),
    ...listRows(`When: ${trigger}. To: ${audience.join(", ")}.`, width),
    ...listRows(text, width),
    ...wrap(`Expected: ${expectedResponse}`, width - 2, "  ").map((row) =>
      line("  ", tone("dim", row)),
    ),
  ]);
  return [line(), line(tone("strong", `White's list of events (${events.length})`)), ...rows];
}
