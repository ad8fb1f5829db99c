import ms from "milsymbol";

/** A drawn unit symbol. */
export interface UnitSymbol {
  /** An SVG `symbol` with the id `sidc-…`: 200 by 200 units, the middle of the frame at 100, 100. */
  readonly svg: string;
  /** Whether the library has a frame and an icon for what the digits say. */
  readonly isValid: boolean;
}

const LOOK = { size: 100, outlineColor: "white", outlineWidth: 7, hqStaffLength: 50 };

/** The symbol of a SIDC of 20 digits (APP-6(D), MIL-STD-2525D), with a light rim so that it shows on any ground. */
export function unitSymbol(sidc: string): UnitSymbol {
  const symbol = new ms.Symbol(sidc, LOOK);
  const inner = symbol
    .asSVG()
    .replace(/^<svg[^>]*>/, "")
    .replace(/<\/svg>$/, "");
  const svg = `<symbol id="sidc-${sidc}" viewBox="0 0 200 200" overflow="visible">${compact(inner)}</symbol>`;
  return { svg, isValid: symbol.isValid() === true };
}

/** Empty groups and closing tags that need not be there. */
function compact(svg: string): string {
  return svg.replaceAll(/ ><\/path>/g, "/>").replaceAll(' transform="translate(0,0)"', "");
}
