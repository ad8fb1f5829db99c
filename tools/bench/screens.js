// The screens of the built game: the first frame, key to painted frame, a forecast, and what idling
// costs. Prints one JSON document; times in milliseconds, of the processor and on the wall's clock.
import { open, wait } from "./terminal.js";

const seconds = Number(process.argv[2] ?? 60);
const CODES = { down: "\u001b[B", up: "\u001b[A", tab: "\t" };
const KEYS = ["down", "down", "z", "z", "Z", "Z", "tab", "tab", "i", "?", "?"];
const ROUNDS = 6;
const FORECASTS = 30;
const STARTS = 10;

const starts = [];
for (let at = 0; at <= STARTS; at++) starts.push(await firstFrame());
const game = await atTheMap();
const keys = await keyTimes(game);
await game.typed("0");
const forecasts = await forecastTimes(game);
const idle = seconds > 0 ? await idleCost(game) : 0;
await game.end();
console.log(
  JSON.stringify({
    // The first start fills the caches: only the warm ones count.
    starts: columns(starts.slice(1)),
    keys: columns(keys),
    forecasts: columns(forecasts),
    idle,
    seconds,
  }),
);

/** Times by clock; a key that painted nothing is left out. */
function columns(times) {
  const painted = times.filter(({ wall }) => wall !== null);
  return {
    wall: painted.map(({ wall }) => wall),
    processor: painted.map(({ processor }) => processor),
  };
}

/** From the start of the program to its first frame. */
async function firstFrame() {
  const began = performance.now();
  const game = open();
  await game.until("TADMOR");
  const times = { wall: performance.now() - began, processor: game.processorMs() };
  await game.end();
  return times;
}

async function atTheMap() {
  const game = open();
  await game.until("TADMOR");
  for (const key of ["n", "\r", "\r"]) await game.typed(key, 400);
  return game;
}

/** From a key to the end of what it made the program write. */
async function keyTime(game, code) {
  const before = game.processorMs();
  const wall = await game.typed(code);
  return { wall, processor: game.processorMs() - before };
}

async function keyTimes(game) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const name of KEYS) times.push(await keyTime(game, CODES[name] ?? name));
  return times;
}

/** The same where every key shows the forecast of another target. */
async function forecastTimes(game) {
  const times = [];
  await game.typed("\r");
  await game.typed("a");
  for (let at = 0; at < FORECASTS; at++)
    times.push(await keyTime(game, at % 12 < 8 ? CODES.down : CODES.up));
  await game.typed("\u001b", 200);
  await game.typed("\u001b", 200);
  return times;
}

/** Seconds of processor time while nobody presses a key. */
async function idleCost(game) {
  await wait(500);
  const before = game.processorMs();
  await wait(seconds * 1000);
  return (game.processorMs() - before) / 1000;
}
