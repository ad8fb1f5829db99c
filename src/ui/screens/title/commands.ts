import { byKey, type Command } from "../../commands/command.ts";
import { noticed, type State, stay, type Step } from "../../state.ts";
import { chooseScenario, coversToPlay, TITLE_CHOICES } from "./keys.ts";

const NAMES: Readonly<Record<string, string>> = {
  n: "new",
  t: "tutorial",
  s: "saved",
  h: "history",
  r: "record",
  x: "exercise",
};

/** Every choice of the title by a word. */
export function titleCommands(): readonly Command[] {
  const choices = TITLE_CHOICES.flatMap(({ key, says }) => {
    const name = NAMES[key];
    return name === undefined ? [] : [byKey(name, key, says.toLowerCase())];
  });
  return [
    ...choices,
    {
      name: "scenario",
      key: "right",
      says: "take another scenario, by its name",
      takes: "NAME",
      run: scenarioNamed,
      complete: (state, begun) =>
        coversToPlay(state)
          .map(({ id }) => id)
          .filter((id) => id.startsWith(begun)),
    },
  ];
}

function scenarioNamed(state: State, words: readonly string[]): Step {
  const asked = words.join(" ").toLowerCase();
  const covers = coversToPlay(state);
  const found =
    covers.find(({ id, key }) => id === asked || key === asked) ??
    covers.find(({ title }) => title.toLowerCase().includes(asked));
  if (found === undefined || asked === "") {
    const names = covers.map(({ id }) => id).join(", ");
    return stay(noticed(state, "warn", `scenarios are ${names}`));
  }
  return chooseScenario(state, found.key);
}
