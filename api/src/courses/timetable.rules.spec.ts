import { describe, expect, it } from '@jest/globals';
import { type AgendaEntry, type Slot, taughtMinutes, timetable } from './timetable.rules.js';

const days = ['2026-10-12', '2026-10-13', '2026-10-14'];

function item(kind: AgendaEntry['kind'], minutes: number, code: string | null = null): AgendaEntry {
  return { kind, minutes, code, titleEn: code ?? kind, titleLo: null };
}
const module = (code: string, minutes: number) => item('module', minutes, code);

/** Four of fifteen modules, as the first published version of the foundation course has them: 420 minutes. */
const thin = [
  item('opening', 45),
  module('M02', 90),
  module('M03', 75),
  module('M04', 60),
  module('M07', 75),
  item('test', 40, 'post-test'),
  item('closing', 35),
];

/** The whole foundation course of the curriculum outline: 360 minutes a day. */
const whole = [
  item('opening', 75),
  ...[60, 90, 75, 60].map((minutes, index) => module(`M0${index + 1}`, minutes)),
  ...[75, 75, 75, 75, 60].map((minutes, index) => module(`M${index + 5}`, minutes)),
  ...[60, 75, 45, 45, 60].map((minutes, index) => module(`M${index + 10}`, minutes)),
  item('test', 40, 'post-test'),
  item('closing', 35),
];

function laid(agenda: readonly AgendaEntry[], on: readonly string[]): readonly Slot[] {
  const made = timetable(agenda, on);
  if (!made.fits) throw new Error(`does not fit: ${made.missingMinutes} minutes too long`);
  return made.slots;
}

/** A day as a trainer would write it on a board. */
function board(slots: readonly Slot[], date: string): string[] {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return slots
    .filter((slot) => slot.date === date)
    .map(
      (slot) =>
        `${clock(slot.startsMinute)}–${clock(slot.startsMinute + slot.minutes)} ${slot.titleEn}${slot.part > 1 ? ` (${slot.part})` : ''}`,
    );
}

describe('a timetable', () => {
  it('begins at 08:30 and goes on after a break with what the break cut', () => {
    const slots = laid([item('opening', 45), module('M02', 90), module('M03', 75)], days.slice(0, 1));
    expect(board(slots, days[0]!)).toEqual([
      '08:30–09:15 opening',
      '09:15–10:15 M02',
      '10:15–10:30 Break',
      '10:30–11:00 M02 (2)',
      '11:00–12:00 M03',
      '12:00–13:00 Lunch',
      '13:00–13:15 M03 (2)',
    ]);
  });

  it('spreads a short agenda over the mornings and afternoons of its days, whole modules, opening on the first and closing on the last', () => {
    const slots = laid(thin, days);
    expect(days.map((date) => taughtMinutes(slots.filter((slot) => slot.date === date)))).toEqual([135, 135, 150]);
    expect(board(slots, days[0]!).at(0)).toBe('08:30–09:15 opening');
    expect(board(slots, days[1]!)).toEqual(['08:30–09:45 M03', '12:00–13:00 Lunch', '13:00–14:00 M04']);
    expect(board(slots, days[2]!).at(-1)).toContain('closing');
  });

  it('fills three full days with the whole foundation course and no night inside a module', () => {
    const slots = laid(whole, days);
    expect(days.map((date) => taughtMinutes(slots.filter((slot) => slot.date === date)))).toEqual([360, 360, 360]);
    for (const code of whole.flatMap((entry) => (entry.kind === 'module' ? [entry.code] : [])))
      expect(new Set(slots.filter((slot) => slot.moduleCode === code).map((slot) => slot.date)).size).toBe(1);
  });

  it('never tears a test apart: one that does not fit before a break begins after it', () => {
    const slots = laid([module('M01', 90), item('test', 40, 'pre-test'), item('closing', 20)], days.slice(0, 1));
    expect(board(slots, days[0]!)).toEqual([
      '08:30–10:00 M01',
      '10:15–10:30 Break',
      '10:30–11:10 pre-test',
      '11:10–11:30 closing',
    ]);
  });

  it('lets the day run to 16:15 when that finishes a session', () => {
    const slots = laid([module('M01', 300), module('M02', 70)], days.slice(0, 1));
    expect(board(slots, days[0]!).at(-1)).toBe('15:00–16:10 M02');
  });

  it('cuts a module by the night only when there is no other way', () => {
    const slots = laid([module('M01', 300), module('M02', 200), module('M03', 200)], days.slice(0, 2));
    expect(
      slots.filter((slot) => slot.moduleCode === 'M02').map((slot) => [slot.date, slot.part, slot.minutes]),
    ).toEqual([
      ['2026-10-12', 1, 60],
      ['2026-10-13', 2, 105],
      ['2026-10-13', 3, 35],
    ]);
  });

  it.each([
    ['three full days', whole, days, null],
    ['three full days and a minute after the closing', [...whole, module('M99', 1)], days, 1],
    ['an hour more than three full days', [...whole, module('M99', 60)], days, 60],
    ['a course of three days in one', whole, days.slice(0, 1), 720],
  ])('says by how many minutes the agenda is too long: %s', (_name, agenda, on, missing) => {
    const made = timetable(agenda, on);
    expect(made.fits ? null : made.missingMinutes).toBe(missing);
  });

  it('keeps every minute of the agenda and lets no two sessions overlap, whatever the agenda', () => {
    for (let round = 1; round <= 200; round += 1) {
      const agenda = Array.from({ length: 1 + (round % 13) }, (_, index) =>
        index % 5 === 4
          ? item('test', 20 + ((round * 7 + index) % 60), `t${index}`)
          : module(`M${index}`, 10 + ((round * 37 + index * 53) % 170)),
      );
      const on = Array.from({ length: 5 }, (_, index) => `2026-11-0${index + 1}`);
      const made = timetable(agenda, on);
      if (!made.fits) continue;
      expect(taughtMinutes(made.slots)).toBe(agenda.reduce((total, { minutes }) => total + minutes, 0));
      for (const [index, slot] of made.slots.entries()) {
        const next = made.slots[index + 1];
        if (next?.date === slot.date) expect(slot.startsMinute + slot.minutes).toBeLessThanOrEqual(next.startsMinute);
      }
    }
  });
});
