// How many worlds a second get their digests: one for each entity, and one of all, as a saved game's
// turn has them.
import { report } from "./clock.js";
import { game, middleOf } from "./history.js";

const { digestOf, worldDigests } = game;
const world = middleOf(0);

report(() => digestOf(worldDigests(world)));
