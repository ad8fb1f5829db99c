// Plays a saved game until it is killed: a program of its own, so that nothing can tidy up after it.
import { createArchive } from "../../src/edge/archive.ts";

const [directory = "", file = ""] = process.argv.slice(2);
const opened = await createArchive(directory).open(file);
if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
opened.value.append({ kind: "orders", turn: 1, seat: "red", orders: ["first defend"] });
process.kill(process.pid, "SIGKILL");
