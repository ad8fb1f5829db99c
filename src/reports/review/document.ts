import type { Document } from "../document/block.ts";
import { nameOf } from "../names.ts";
import type { Reviewed } from "./reviewed.ts";
import { sectionsOf } from "./sections.ts";

/** The after-action review of a game: for White with everything, for a seat with what it may know. */
export function reviewDocument(reviewed: Reviewed): Document {
  const { scenario, header } = reviewed;
  return {
    title: header?.title ?? scenario.setup.title,
    subtitle: subtitleOf(reviewed),
    lead: [
      "What follows is what happened in this model, on these dice. It is a property of the model and predicts nothing.",
      ...identityOf(reviewed),
    ],
    sections: sectionsOf(reviewed),
  };
}

function subtitleOf({ scenario, reader, header }: Reviewed): string {
  const { setup } = scenario;
  const whose = reader === null ? "White's document" : `for ${nameOf(setup, "seats", reader)}`;
  const of = header === null || header.title === null ? [] : [setup.title];
  return ["After-action review", ...of, whose].join(" · ");
}

/** What the game can be found again by; a seat is not told, for the seed is a secret. */
function identityOf({ header }: Reviewed): string[] {
  if (header === null) return [];
  const { scenario, seed, engine, parameters } = header;
  const variant = scenario.variant === null ? "" : `, variant ${scenario.variant}`;
  return [
    `Scenario ${scenario.id} (${scenario.length}${variant}), ${scenario.hash.slice(0, 12)}; parameters ${parameters.id}, ${parameters.hash.slice(0, 12)}; engine ${engine}; seed ${seed}.`,
  ];
}
