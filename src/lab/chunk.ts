import { digestOf, type Id, invariant } from "../engine/index.ts";
import type { Stretch } from "./experiment.ts";
import type { Recipe } from "./recipe.ts";

/**
 * A stretch of runs as plain data that travels: all that its rows hang on, and nothing else. Texts
 * stand in it by their digests.
 */
export interface Chunk extends ToldRecipe {
  readonly format: typeof CHUNK_FORMAT;
  /** Version of the rules, for people; `engine` is what is compared. */
  readonly version: string;
  /** Digest of the rules that play it. */
  readonly engine: string;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

/** The form of a chunk; another form has another name. */
export const CHUNK_FORMAT = "tadmor-chunk/1";

/** By whose rules chunks are played. */
export interface Rules {
  readonly version: string;
  readonly engine: string;
}

/** A chunk with its id, and the texts that it stands for by digest. */
export interface CutChunk {
  readonly id: string;
  readonly chunk: Chunk;
  readonly texts: ReadonlyMap<string, string>;
}

/** The chunk of a stretch. The same stretch by the same rules is the same chunk, anywhere. */
export function chunkOf({ game, seed, from, to }: Stretch, rules: Rules): CutChunk {
  const { recipe } = game;
  invariant(recipe !== undefined, "only a game with a recipe can travel");
  const { told, texts } = toldOf(recipe);
  const { version, engine } = rules;
  const chunk = { format: CHUNK_FORMAT, version, engine, ...told, seed, from, to } as const;
  return { id: chunkId(chunk), chunk, texts };
}

/** The id of a chunk: the digest of all that is in it. */
export function chunkId(chunk: Chunk): string {
  return digestOf(chunk);
}

/** The digest by which a text is called. */
export function textId(text: string): string {
  return digestOf(text);
}

/** The digests of the texts that a chunk stands for, each once. */
export function textsOf({ scenario, parameters, courses }: Chunk): readonly string[] {
  return [...new Set([scenario, parameters, ...Object.values(courses)])];
}

/** The recipe of a chunk's game, made of the texts that it stands for. */
export function recipeOf(chunk: Chunk, texts: ReadonlyMap<string, string>): Recipe {
  const textOf = (id: string): string => {
    const text = texts.get(id);
    invariant(text !== undefined, `a chunk's text ${id} was not given`);
    return text;
  };
  const { scenario, parameters, length, variant, patch, courses, aims } = chunk;
  const courseTexts = Object.entries(courses).map(([seat, id]) => [seat, textOf(id)]);
  return {
    scenario: textOf(scenario),
    parameters: textOf(parameters),
    length,
    variant,
    patch,
    courses: Object.fromEntries(courseTexts) as Record<Id, string>,
    aims,
  };
}

/** What of a chunk tells its game: the same for the same recipe. */
export function gameKeyOf(chunk: Chunk): string {
  return digestOf({ ...chunk, seed: "", from: 0, to: 0 });
}

/** A recipe with digests in place of its texts; its patch is the design point. */
type ToldRecipe = Pick<
  Recipe,
  "scenario" | "parameters" | "length" | "variant" | "patch" | "courses" | "aims"
>;

interface Told {
  readonly told: ToldRecipe;
  readonly texts: ReadonlyMap<string, string>;
}

/** A recipe is told once for all its stretches: its texts are long. */
const known = new WeakMap<Recipe, Told>();

function toldOf(recipe: Recipe): Told {
  const told = known.get(recipe) ?? tell(recipe);
  known.set(recipe, told);
  return told;
}

function tell(recipe: Recipe): Told {
  const { scenario, parameters, length, variant, patch, courses, aims, ...rest } = recipe;
  const isWhole = Object.values(rest).every((part) => part === undefined);
  invariant(isWhole, "a game that goes on from the middle of another does not travel");
  const texts = new Map<string, string>();
  const idOf = (text: string): string => {
    const id = textId(text);
    texts.set(id, text);
    return id;
  };
  const courseIds = Object.entries(courses).map(([seat, text]) => [seat, idOf(text)]);
  const told = {
    scenario: idOf(scenario),
    parameters: idOf(parameters),
    length,
    variant,
    patch,
    courses: Object.fromEntries(courseIds) as Record<Id, string>,
    aims,
  };
  return { told, texts };
}
