import type { ExerciseCard } from "../../ports.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";

/** The exercise pack: the road to war, the timetable, what is trained, White's list of events. */
export function exerciseRows(exercise: ExerciseCard | null, width: number): Line[] {
  if (exercise === null) {
    return [line(tone("title", "The exercise")), line("This scenario has no exercise pack.")];
  }
  return [
    line(tone("title", "The exercise"), tone("warn", " · for White: seats must not read this")),
    ...paragraph("The road to war", exercise.roadToWar, width),
    ...timetableRows(exercise, width),
    ...trainingRows(exercise, width),
    ...eventRows(exercise, width),
  ];
}

function paragraph(heading: string, text: string, width: number): Line[] {
  return [
    line(),
    line(tone("strong", heading)),
    ...wrap(text, width, "  ").map((row) => line(row)),
  ];
}

function timetableRows({ controlTimetable }: ExerciseCard, width: number): Line[] {
  let minutes = 0;
  const rows = controlTimetable.flatMap((step) => {
    const from = minutes;
    minutes += step.minutes;
    const text = `${clock(from)}–${clock(minutes)}  ${step.who}: ${step.what}`;
    return wrap(text, width, "  ").map((row) => line(row));
  });
  return [line(), line(tone("strong", "Timetable (hours:minutes)")), ...rows];
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function trainingRows({ trainingObjectives }: ExerciseCard, width: number): Line[] {
  const rows = trainingObjectives.flatMap(({ title, text }) =>
    wrap(`${title}. ${text}`, width, "  ").map((row) => line(row)),
  );
  return [line(), line(tone("strong", "Training objectives")), ...rows];
}

function eventRows({ events }: ExerciseCard, width: number): Line[] {
  const rows = events.flatMap(({ title, text, trigger, audience, expectedResponse }) => [
    line(),
    line(tone("accent", title)),
    ...wrap(`When: ${trigger}. To: ${audience.join(", ")}.`, width, "  ").map((row) => line(row)),
    ...wrap(text, width, "  ").map((row) => line(row)),
    ...wrap(`Expected: ${expectedResponse}`, width, "  ").map((row) => line(tone("dim", row))),
  ]);
  return [line(), line(tone("strong", "White's list of events")), ...rows];
}
