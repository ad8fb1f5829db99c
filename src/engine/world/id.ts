/** A key of a record in the scenario: lower-case, starts with a letter. */
export type Id = string;
