/*
 * Lays the agenda of a curriculum version over the days of a class. Times are minutes of a Vientiane day (510 is 08:30).
 * The default clock is the delivery day of the programme: 08:30, breaks at 10:15 and 14:45, lunch 12:00–13:00, end at 16:00,
 * or by 16:15 when that finishes what was begun.
 */

export const sessionKinds = ['opening', 'module', 'test', 'break', 'lunch', 'closing'] as const;
export type SessionKind = (typeof sessionKinds)[number];

export interface DayClock {
  /** Teaching blocks of a day, in order; what lies between two is a break, or lunch when it is long. */
  readonly blocks: readonly { readonly from: number; readonly to: number }[];
  /** By how many minutes the last block may be overrun to finish a session. */
  readonly grace: number;
}

export const defaultClock: DayClock = {
  blocks: [
    { from: 510, to: 615 },
    { from: 630, to: 720 },
    { from: 780, to: 885 },
    { from: 900, to: 960 },
  ],
  grace: 15,
};

const lunchFrom = 45;

/** One item of the agenda with its minutes; `code` is that of the module or test. */
export interface AgendaEntry {
  readonly kind: Exclude<SessionKind, 'lunch'>;
  readonly code: string | null;
  readonly minutes: number;
  readonly titleEn: string;
  readonly titleLo: string | null;
}

export interface Slot {
  readonly date: string;
  readonly startsMinute: number;
  readonly minutes: number;
  readonly kind: SessionKind;
  readonly moduleCode: string | null;
  readonly testCode: string | null;
  readonly titleEn: string;
  readonly titleLo: string | null;
  /** 1, or more when a break or the night came between. */
  readonly part: number;
}

export type Timetable =
  | { readonly fits: true; readonly slots: readonly Slot[] }
  | { readonly fits: false; readonly missingMinutes: number };

/** The timetable of a class on `days` (at least one, in order), or by how many minutes the agenda is too long for them. */
export function timetable(
  agenda: readonly AgendaEntry[],
  days: readonly string[],
  clock: DayClock = defaultClock,
): Timetable {
  const pieces = agenda.map((entry) => ({ entry, minutes: entry.minutes, part: 1 }));
  const groups = evenly(pieces, days.length, clock);
  const laid =
    groups === null
      ? onward(pieces, days.length, clock)
      : {
          days: groups.map((group) => (days.length > 1 ? wholeDay(group, clock) : dayOf(group, clock).placed)),
          left: [],
        };
  if (laid.left.length > 0) return { fits: false, missingMinutes: sum(laid.left) };
  return {
    fits: true,
    slots: days.flatMap((date, index) => withPauses(laid.days[index] ?? [], clock).map((slot) => ({ date, ...slot }))),
  };
}

/** A part of the agenda that still has to be placed. */
interface Piece {
  readonly entry: AgendaEntry;
  readonly minutes: number;
  readonly part: number;
}
type DaySlot = Omit<Slot, 'date'>;

/**
 * Whole items a day, the fullest day as short as can be, and something on every day: a short agenda is spread over its days
 * instead of filling the first. Null when items must be cut by a night.
 */
function evenly(pieces: readonly Piece[], days: number, clock: DayClock): Piece[][] | null {
  const most = clock.blocks.reduce((total, { from, to }) => total + to - from, clock.grace);
  for (let limit = Math.ceil(sum(pieces) / days); limit <= most; limit += 1) {
    const groups = grouped(pieces, days, limit);
    if (groups?.every((group) => dayOf(group, clock).left.length === 0)) return groups;
  }
  return null;
}

function grouped(pieces: readonly Piece[], days: number, limit: number): Piece[][] | null {
  const groups: Piece[][] = [[]];
  for (const [index, piece] of pieces.entries()) {
    const today = groups.at(-1)!;
    const daysAfter = days - groups.length;
    const isFull = sum(today) + piece.minutes > limit || pieces.length - index <= daysAfter;
    if (today.length > 0 && isFull) groups.push([piece]);
    else today.push(piece);
  }
  return groups.length <= days ? groups : null;
}

/**
 * A day that holds what is given. What would be over by noon is taught morning and afternoon, so that people who
 * travelled for several days have whole ones.
 */
function wholeDay(group: readonly Piece[], clock: DayClock): DaySlot[] {
  const halves = halvesOf(clock);
  const cuts = group.slice(1).map((_, index) => index + 1);
  const lopsided = (cut: number) => Math.abs(sum(group.slice(0, cut)) - sum(group.slice(cut)));
  const cut = cuts.sort((a, b) => lopsided(a) - lopsided(b))[0];
  if (cut === undefined || halves === null || dayOf(group, halves.morning).left.length > 0)
    return dayOf(group, clock).placed;
  const [morning, afternoon] = [dayOf(group.slice(0, cut), halves.morning), dayOf(group.slice(cut), halves.afternoon)];
  return morning.left.length + afternoon.left.length > 0
    ? dayOf(group, clock).placed
    : [...morning.placed, ...afternoon.placed];
}

/** The clock before and after lunch, or null for a day without one. */
function halvesOf({ blocks, grace }: DayClock): { morning: DayClock; afternoon: DayClock } | null {
  const afterLunch = blocks.findIndex(({ from }, index) => index > 0 && from - blocks[index - 1]!.to >= lunchFrom);
  if (afterLunch < 0) return null;
  return {
    morning: { blocks: blocks.slice(0, afterLunch), grace: 0 },
    afternoon: { blocks: blocks.slice(afterLunch), grace },
  };
}

/** Day after day until full; what the night cuts goes on the next morning. */
function onward(
  pieces: readonly Piece[],
  days: number,
  clock: DayClock,
): { days: DaySlot[][]; left: readonly Piece[] } {
  let left: readonly Piece[] = pieces;
  const laid = Array.from({ length: days }, () => {
    const day = dayOf(left, clock);
    left = day.left;
    return day.placed;
  });
  return { days: laid, left };
}

/** One day: places what fits, in order. A module goes on after a break; a test and a ceremony are not torn apart. */
function dayOf(pieces: readonly Piece[], { blocks, grace }: DayClock): { placed: DaySlot[]; left: Piece[] } {
  const longest = Math.max(...blocks.map(({ from, to }) => to - from));
  const placed: DaySlot[] = [];
  const left = [...pieces];
  for (const [index, { from, to }] of blocks.entries()) {
    const isLast = index === blocks.length - 1;
    let at = from;
    while (left.length > 0) {
      const piece = left[0]!;
      const room = to - at;
      if (piece.minutes <= room + (isLast ? grace : 0)) {
        placed.push(slotOf(piece, at, piece.minutes));
        at += piece.minutes;
        left.shift();
        continue;
      }
      const mayPause = piece.entry.kind === 'module' || piece.minutes > longest;
      if (mayPause && room > 0) {
        placed.push(slotOf(piece, at, room));
        left[0] = { ...piece, minutes: piece.minutes - room, part: piece.part + 1 };
      }
      break;
    }
  }
  return { placed, left };
}

function slotOf({ entry, part }: Piece, startsMinute: number, minutes: number): DaySlot {
  const { kind, code, titleEn, titleLo } = entry;
  return {
    startsMinute,
    minutes,
    kind,
    moduleCode: kind === 'module' ? code : null,
    testCode: kind === 'test' ? code : null,
    titleEn,
    titleLo,
    part,
  };
}

/** The day with its breaks and lunch, where they divide something. */
function withPauses(placed: readonly DaySlot[], { blocks }: DayClock): DaySlot[] {
  const pauses = blocks.slice(1).flatMap(({ from: until }, index): DaySlot[] => {
    const { to: from } = blocks[index]!;
    const isLunch = until - from >= lunchFrom;
    const before = isLunch ? 0 : blocks[index]!.from;
    const after = isLunch ? Infinity : blocks[index + 1]!.to;
    const divides =
      placed.some((slot) => slot.startsMinute >= before && slot.startsMinute < from) &&
      placed.some((slot) => slot.startsMinute >= until && slot.startsMinute < after);
    if (!divides) return [];
    return [
      {
        startsMinute: from,
        minutes: until - from,
        kind: isLunch ? 'lunch' : 'break',
        moduleCode: null,
        testCode: null,
        titleEn: isLunch ? 'Lunch' : 'Break',
        titleLo: isLunch ? 'ພັກກິນເຂົ້າທ່ຽງ' : 'ພັກຜ່ອນ',
        part: 1,
      },
    ];
  });
  return [...placed, ...pauses].sort((a, b) => a.startsMinute - b.startsMinute);
}

function sum(pieces: readonly { readonly minutes: number }[]): number {
  return pieces.reduce((total, { minutes }) => total + minutes, 0);
}

/** Minutes that are taught: everything but breaks and lunch. */
export function taughtMinutes(slots: readonly Pick<Slot, 'kind' | 'minutes'>[]): number {
  return sum(slots.filter(({ kind }) => kind !== 'break' && kind !== 'lunch'));
}
