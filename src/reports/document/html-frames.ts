import type { Frame, FramesBlock } from "./block.ts";
import { escaped } from "./escape.ts";
import { listHtml } from "./html-list.ts";

/**
 * Frames with a slider. Without a script the last one shows and the controls stay hidden; the words
 * of every frame stand in a list that needs none.
 */
export function framesHtml(block: FramesBlock, id: string): string {
  const { title, ground, legend, width, height, frames } = block;
  const last = frames.length - 1;
  return [
    `<figure class="frames" id="${id}" aria-labelledby="${id}-title">`,
    controlsHtml(block, id),
    `<p class="moment" aria-hidden="true">${escaped(frames[last]?.label ?? "")}</p>`,
    `<div class="wide ground" tabindex="0" role="region" aria-label="${escaped(title)}">`,
    `<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">`,
    `<title id="${id}-t">${escaped(titleOf(title, frames[last]))}</title>`,
    `<desc id="${id}-d">${escaped(frames[last]?.says ?? "")}</desc>`,
    ground,
    ...frames.map((frame, at) => frameHtml(frame, at === last)),
    "</svg>",
    legend,
    "</div>",
    `<figcaption id="${id}-title">${escaped(title)}</figcaption>`,
    ...frames.map((frame, at) => wordsHtml(frame, at === last)),
    "</figure>",
  ].join("\n");
}

function titleOf(title: string, frame: Frame | undefined): string {
  return frame === undefined ? title : `${title}, ${frame.label}`;
}

function controlsHtml({ title, frames }: FramesBlock, id: string): string {
  const last = frames.length - 1;
  const label = frames[last]?.label ?? "";
  return [
    `<div class="controls" role="group" aria-label="${escaped(`${title}: moment`)}" hidden>`,
    `<button type="button" data-do="play" aria-pressed="false">Play</button>`,
    `<button type="button" data-do="back">Back</button>`,
    `<input type="range" id="${id}-at" min="0" max="${last}" value="${last}" step="1" aria-label="Moment" aria-valuetext="${escaped(label)}">`,
    `<button type="button" data-do="on">Next</button>`,
    "</div>",
  ].join("");
}

function frameHtml({ label, says, svg }: Frame, isShown: boolean): string {
  const hidden = isShown ? "" : ' hidden=""';
  return `<g class="frame" data-label="${escaped(label)}" data-says="${escaped(says)}"${hidden}>${svg}</g>`;
}

function wordsHtml({ label, says, items, standings }: Frame, isShown: boolean): string {
  const hidden = isShown ? "" : " hidden";
  return [
    `<div class="words"${hidden}><p><b>${escaped(label)}.</b> ${escaped(says)}</p>`,
    listHtml(items),
    standings.length === 0
      ? ""
      : `<details><summary>Who stands where</summary>${listHtml(standings)}</details>`,
    "</div>",
  ].join("");
}
