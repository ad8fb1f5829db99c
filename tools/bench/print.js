// Numbers and lines of the tables.
import { cpus, loadavg } from "node:os";

/** Absolute numbers hold here and nowhere else. */
export function machine() {
  const { model } = cpus()[0] ?? { model: "unknown processor" };
  const busy = `load ${number(loadavg()[0])} on ${cpus().length} cores`;
  return `on this machine (${model.trim()}, ${busy}, Node ${process.versions.node})`;
}

/** The middle one, or halfway between the middle two. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** The number below which such a part of all lies. */
export function quantile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** With as many decimals as leave something to read: 0.62, 3.1, 47, 3,062. */
export function number(value) {
  const decimals = value < 1 ? 2 : value < 10 ? 1 : 0;
  return value.toLocaleString("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** A title in its column, and what stands beside it. */
export function padded(title, rest) {
  return `  ${title.padEnd(56)} ${rest}`;
}
