/** Version of the rules: journals of another version open read-only. */
export const ENGINE_VERSION = "0.1.0";
