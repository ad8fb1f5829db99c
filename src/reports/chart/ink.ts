import { escaped } from "../document/escape.ts";

/** A coordinate to hundredths, without idle zeros. */
export function at(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** How a text is set; "start" and in plain type where nothing is said. */
export interface Setting {
  readonly anchor?: "start" | "middle" | "end";
  readonly isBold?: boolean;
  /** A colour of CSS; the reader's own ink when left out. */
  readonly colour?: string | undefined;
  /** Whether a rim of the page's colour parts it from what it crosses. */
  readonly hasHalo?: boolean;
}

const HALO = ' paint-order="stroke" stroke="var(--paper, #fff)" stroke-width="4"';

/** A text in a drawing, escaped. */
export function textSvg(
  x: number,
  y: number,
  text: string,
  { anchor = "start", isBold = false, colour, hasHalo = false }: Setting = {},
): string {
  const weight = isBold ? ' font-weight="600"' : "";
  const fill = colour === undefined ? "" : ` fill="${colour}"`;
  const side = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  const halo = hasHalo ? HALO : "";
  return `<text x="${at(x)}" y="${at(y)}"${side}${weight}${fill}${halo}>${escaped(text)}</text>`;
}

/** A straight line; faint ones stand behind what is told. */
export function lineSvg(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  opacity = 1,
  dash = "",
): string {
  const faint = opacity === 1 ? "" : ` stroke-opacity="${opacity}"`;
  const broken = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
  return `<path d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}" stroke="currentColor"${faint}${broken}/>`;
}

/** A whole drawing in the reader's own ink, so that it is as light or as dark as the page around it. */
export function drawingSvg(width: number, height: number, parts: readonly string[]): string {
  const size = `viewBox="0 0 ${width} ${at(height)}" width="${width}" height="${at(height)}"`;
  const type = 'font-family="Helvetica Neue,Liberation Sans,Arial,sans-serif" font-size="11.5"';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${type} fill="currentColor">${parts.join("")}</svg>`;
}
