import type { Outcome, Packet, Table } from "../journal/index.ts";
import type { Ports } from "../ui/ports.ts";
import { laboratoryOf } from "./laboratory.ts";

/** What the screens are given on a packet: its table, and nothing else to begin or to open. */
export function packetPorts({ view }: Packet, table: Table): Ports {
  const { brief } = view;
  const { scenario, title, clock, sides, seat, side, role } = brief;
  return {
    scenario: {
      key: scenario,
      id: scenario,
      variants: [],
      variant: null,
      tutorial: null,
      title,
      summary: "",
      start: clock.start,
      lengths: [],
      defaultLength: "",
      sides,
      seats: [
        { id: seat, name: table.names.seats[seat]?.name ?? seat, side, role, brief: brief.text },
      ],
      coas: [],
      aimGroups: [],
      exercise: null,
      historical: {},
      record: [],
      history: {
        record: { events: [], control: [], figures: {}, conflicts: {} },
        conflicts: [],
        sources: {},
      },
    },
    covers: [],
    card: nothingHere,
    savesDirectory: "",
    savedGames: () => [],
    begin: async () => nothingHere(),
    resume: async () => ({ ok: true, value: table }),
    plan: () => ({ cells: [], curtain: false }),
    opens: async () => false,
    freshDraw: () => 0.5,
    history: nothingHere,
    branch: nothingHere,
    laboratory: laboratoryOf(),
    look: nothingHere,
  };
}

function nothingHere(): Outcome<never> {
  const message = "a packet holds one turn of one seat";
  const hint = "tadmor play begins a game";
  return { ok: false, problems: [{ code: "packet.alone", path: "", message, hint }] };
}
