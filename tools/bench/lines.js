// What `npm run bench` measures: each line's key, its title, and the child process that measures it.

/** Groups of lines in the order they are measured and printed; numbers of a group have one unit. `part`: which clock. */
export const GROUPS = [
  {
    title: "Campaigns, with fogged views, policies and adjudication",
    unit: "/s",
    lines: [
      ["plain", "plain hand, measures folded", "campaigns.js", "plain folded"],
      ["plainKept", "plain hand, events kept", "campaigns.js", "plain kept"],
      ["immer", "Immer hand, measures folded", "campaigns.js", "immer folded"],
      ["immerKept", "Immer hand, events and worlds kept", "campaigns.js", "immer kept"],
    ],
  },
  {
    title: "Their edits alone: what happened, written again",
    unit: "/s",
    lines: [
      ["editsPlain", "plain hand", "edits.js", "plain"],
      ["editsImmer", "Immer hand, one produce a turn", "edits.js", "immer"],
      ["editsBoardgame", "boardgame.io 0.50, one move a turn", "edits.js", "boardgame"],
    ],
  },
  {
    title: "From a campaign's middle",
    unit: "/s",
    lines: [
      ["fork", "fork: world and dice of a run that goes on", "forks.js", "world"],
      ["branch", "branch: a saved game's, its text with digests", "forks.js", "branch"],
      ["replay", "replay: a whole saved game, all digests compared", "replays.js", "digests"],
      ["legal", "legal orders: all formations of a seat", "questions.js", "legal"],
      ["forecast", "forecast of an attack", "questions.js", "forecasts"],
    ],
  },
  {
    title: "A thousand worlds kept, one a turn",
    unit: " MB",
    lines: [
      ["memoryImmer", "Immer hand", "memory.js", "immer"],
      ["memoryPlain", "plain hand, a copy of each", "memory.js", "plain"],
      ["memoryBoardgame", "boardgame.io 0.50, a state of each", "memory.js", "boardgame"],
    ],
  },
  {
    title: "The built program, of the processor's time",
    unit: " ms",
    part: "processor",
    lines: [
      ["node", "Node alone, start to end", "starts.js", "node"],
      ["version", "tadmor --version, start to end", "starts.js", "version"],
      ["record", "tadmor history --record, start to end", "starts.js", "record"],
      ["firstFrame", "first frame of the game", "screens.js", "starts"],
      ["key", "key to painted frame", "screens.js", "keys"],
      ["forecastKey", "key to another forecast", "screens.js", "forecasts"],
    ],
  },
  {
    title: "The same by the clock on the wall, beside whatever else the machine did",
    unit: " ms",
    part: "wall",
    lines: [
      ["nodeWall", "Node alone, start to end", "starts.js", "node"],
      ["versionWall", "tadmor --version, start to end", "starts.js", "version"],
      ["recordWall", "tadmor history --record, start to end", "starts.js", "record"],
      ["firstFrameWall", "first frame of the game", "screens.js", "starts"],
      ["keyWall", "key to painted frame", "screens.js", "keys"],
      ["forecastKeyWall", "key to another forecast", "screens.js", "forecasts"],
    ],
  },
];

/** Ratios of lines, in one run: title, and the keys of what is over what. */
export const RATIOS = [
  ["campaign, plain over Immer, measures folded", "plain", "immer"],
  ["campaign, plain: measures folded over events kept", "plain", "plainKept"],
  ["campaign, plain, over boardgame.io's edits alone", "plain", "editsBoardgame"],
  ["campaign, Immer, kept, over boardgame.io's edits alone", "immerKept", "editsBoardgame"],
  ["edits alone, plain over boardgame.io", "editsPlain", "editsBoardgame"],
  ["edits alone, Immer over boardgame.io", "editsImmer", "editsBoardgame"],
  ["worlds kept, boardgame.io over Immer", "memoryBoardgame", "memoryImmer"],
  ["worlds kept, copies over Immer", "memoryPlain", "memoryImmer"],
  ["tadmor --version over Node alone", "version", "node"],
];

/** Line → rate that is asked of it: campaigns a second on one core, the least and the goal. */
export const ASKED = [
  ["floor", "plain", 1000],
  ["goal", "plain", 5000],
];
