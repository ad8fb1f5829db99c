import { z } from "zod";
import { canonicalJson, digestOf, type Problem } from "../../engine/index.ts";
import type { Outcome } from "../archive.ts";
import { flawIn, isTooDeep, plainText } from "../plain.ts";
import { digest, id, orderTexts, turn } from "../schema.ts";
import { ANSWER_FORMAT, type Answer } from "./answer.ts";
import { PACKET_FORMAT, type Packet } from "./packet.ts";

/** Longest packet or answer, in bytes. */
export const PACKET_LIMIT = 8 * 1024 * 1024;

const named = z.record(z.string(), z.looseObject({}));

const answerShape = z.strictObject({
  format: z.literal(ANSWER_FORMAT),
  engine: z.string().min(1).max(40),
  game: digest,
  seat: id,
  turn,
  orders: orderTexts,
  digest,
});

const brief = z.looseObject({
  scenario: id,
  title: z.string(),
  seat: id,
  side: id.nullable(),
  text: z.string(),
  turns: turn,
  hiddenTurns: z.number().int().min(0),
  clock: z.looseObject({ start: z.string(), turnHours: z.number().positive() }),
  parameters: z.looseObject({ kit: named, weathers: named, terrains: named, surfaces: named }),
  sides: named,
  places: z.record(id, z.looseObject({ name: z.string(), lat: z.number(), lon: z.number() })),
  links: z.record(id, z.looseObject({ a: id, b: id, km: z.number().positive() })),
  neighbours: z.record(id, z.array(z.looseObject({ to: id, link: id }))),
  formations: named,
  wings: named,
  contingents: named,
  commands: z.array(id),
  pools: named,
  objectives: named,
  tracks: named,
  aimGroups: z.record(id, z.array(id)),
});

const view = z.looseObject({
  brief,
  turn: z.number().int().min(0).max(1000),
  over: z.boolean(),
  weather: id,
  formations: z.record(id, z.looseObject({ status: z.string(), men: z.number().int().min(0) })),
  wings: named,
  contacts: z.record(id, z.looseObject({ men: z.number().min(0), turn: z.number().int() })),
  holders: z.record(id, id.nullable()),
  fronts: named,
});

const packetShape = z.strictObject({
  format: z.literal(PACKET_FORMAT),
  engine: z.string().min(1).max(40),
  game: digest,
  seat: id,
  turn,
  sealed: orderTexts.nullable(),
  // What the view holds belongs to the engine that wrote it; whoever opens it tries it out.
  view,
  events: z.array(z.looseObject({ kind: z.string() })),
  names: z.looseObject({ sides: named, seats: named, formations: named, places: named }),
  digest,
});

const SHAPES = { packet: packetShape, orders: answerShape } as const;

/** The text of a file: the data with its digest, one line, keys in code-unit order. */
export function formatSealed(data: Packet | Answer): string {
  return `${canonicalJson({ ...data, digest: digestOf(data) })}\n`;
}

/** Reads a packet, or every problem of it. */
export function parsePacket(text: string): Outcome<Packet> {
  return parseSealed(text, "packet") as Outcome<Packet>;
}

/** Reads sealed orders, or every problem of them. */
export function parseAnswer(text: string): Outcome<Answer> {
  return parseSealed(text, "orders") as Outcome<Answer>;
}

type Sealed = keyof typeof SHAPES;

function parseSealed(text: string, what: Sealed): Outcome<unknown> {
  const data = plainData(text);
  if (!data.ok) return data;
  const { format } = data.value;
  if (typeof format !== "string" || !format.startsWith(`tadmor-${what}/`))
    return refuse("kind", foundFormat(format, what), WHICH_FILE, "/format");
  const shape = SHAPES[what].safeParse(data.value);
  if (!shape.success) return { ok: false, problems: shape.error.issues.map(misshapen) };
  const { digest: said, ...sealed } = data.value;
  if (said !== digestOf(sealed)) return refuse("altered", ALTERED, "ask for it again", "/digest");
  return { ok: true, value: sealed };
}

const WHICH_FILE = "is this the right file?";
const ALTERED = "altered since it was written: its digest does not fit";

function foundFormat(format: unknown, what: Sealed): string {
  const found = typeof format === "string" ? `"${plainText(format, 40)}"` : "no format";
  return `found ${found}, expected tadmor-${what}/1`;
}

function plainData(text: string): Outcome<Record<string, unknown>> {
  if (text.length > PACKET_LIMIT) return refuse("too-large", "longer than any packet", WHICH_FILE);
  if (isTooDeep(text)) return refuse("too-deep", "nested deeper than any packet", WHICH_FILE);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse("json", "not a JSON text", "it was cut short, or is another file");
  }
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return refuse("json", "not a JSON object", WHICH_FILE);
  const flaw = flawIn(data);
  if (flaw !== null) return refuse("altered", `it holds ${flaw}`, "ask for it again");
  return { ok: true, value: data as Record<string, unknown> };
}

const LONGEST_MESSAGE = 200;

function misshapen({ path, message }: z.core.$ZodIssue): Problem {
  const at = path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`);
  // A message names what it found, however long it is and whatever stands in it.
  const said = plainText(message, LONGEST_MESSAGE);
  return { code: "packet.shape", path: at.join(""), message: said, hint: "ask for it again" };
}

function refuse(code: string, message: string, hint: string, path = ""): Outcome<never> {
  return { ok: false, problems: [{ code: `packet.${code}`, path, message, hint }] };
}

/** The published JSON Schema (2020-12) of a packet, or of sealed orders. */
export function sealedJsonSchema(what: Sealed): object {
  const { $schema, ...schema } = z.toJSONSchema(SHAPES[what], { reused: "ref" });
  return { $schema, title: `Tadmor ${what} file`, ...schema };
}
