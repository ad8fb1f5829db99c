/** Sections whose ids are told apart by nothing but their text, in orders and in chance. */
export const OWN_IDS = [
  "places",
  "links",
  "formations",
  "wings",
  "contingents",
  "pools",
  "injects",
] as const;

/** Every section that chance may be asked about; a seat may be called as its contingent is. */
export const HASHED_SECTIONS = [...OWN_IDS, "sides", "seats"] as const;
