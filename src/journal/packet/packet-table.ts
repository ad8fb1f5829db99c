import type { Outcome } from "../archive.ts";
import { PERSON, type Table } from "../table.ts";
import { type Answer, answerTo } from "./answer.ts";
import type { Packet } from "./packet.ts";

/** Where the sealed orders of a packet are written. */
export interface AnswerBox {
  /** File they go to, as a person would name it. */
  readonly file: string;
  write(answer: Answer): Outcome<null>;
}

/** A seat's table away from the journal: it can look and seal; what is White's is refused. */
export function packetTable(packet: Packet, box: AnswerBox): Table {
  const { seat, turn, view, events, names } = packet;
  let sealed = packet.sealed;
  return {
    file: box.file,
    isAway: true,
    names,
    turn: () => turn,
    over: () => false,
    people: () => [seat],
    white: () => null,
    players: () => ({ [seat]: PERSON }),
    view: () => view,
    sealed: () => sealed,
    seal: (_, orders) => {
      const written = box.write(answerTo(packet, orders));
      if (written.ok) sealed = orders;
      return written;
    },
    draft: whites,
    rule: whites,
    inject: whites,
    hand: () => [],
    withdraw: whites,
    listed: () => [],
    notes: () => [],
    note: whites,
    title: null,
    asked: () => [],
    branch: () => "",
    resolve: whites,
    eventsOf: (of) => (of === view.turn ? events : []),
    truth: () => NOTHING,
    allEvents: () => [],
    standing: () => null,
    scores: () => null,
    close: () => undefined,
  };
}

const NOTHING = { holders: {}, assaulted: {}, formations: {} };

function whites(): Outcome<never> {
  const message = "a packet holds no game: only White can adjudicate";
  const hint = "send the sealed orders to White";
  return { ok: false, problems: [{ code: "packet.white", path: "", message, hint }] };
}
