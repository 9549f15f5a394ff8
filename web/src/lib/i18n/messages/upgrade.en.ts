import { plural } from '../format.rules.js';

export const en = {
  bannerTitle: (version: string) => `There is a newer version of the curriculum: ${version}`,
  bannerText: (current: string) => `This class stays on version ${current} until you decide.`,
  see: 'See what changes',

  title: 'Newer version',
  heading: (from: string, to: string) => `From version ${from} to ${to}`,
  published: (day: string) => `Published on ${day}`,
  classes: {
    none: 'No change of content',
    wording: 'Other words, same teaching',
    teaching: 'The teaching changes',
    assessment: 'Questions or marks change',
    structure: 'Modules, minutes or objectives change',
  },
  classUnknown: 'The files of one version were not kept, so the change cannot be shown',
  none: 'The class has the newest version',
  noneText: (version: string) => `It is on version ${version}. When a newer one is published, you will be asked here.`,
  overText: (version: string) => `The class is over. It was taught with version ${version}.`,

  ahead: 'What changes in what is not yet taught',
  aheadNone: 'Nothing that this class has still before it changes.',
  whole: 'The curriculum as a whole',
  taught: (codes: string) => `Taught already: ${codes}.`,
  taughtChanged: (codes: string) => `The newer version changes ${codes} too.`,
  opened: (codes: string) => `Tests that were opened: ${codes}.`,
  pinned: (codes: string, version: string) => `${codes} stay on version ${version}.`,
  marks: (n: number) =>
    plural(n, {
      one: 'To one question the same answer may earn other points.',
      other: `To ${n} questions the same answer may earn other points.`,
    }),
  reprint: 'Printed documents that are no longer true',
  timetable: 'The timetable stays as it is',
  timetableText:
    'The newer version has other minutes or modules. No session is moved by itself: change the timetable by hand.',
  toTimetable: 'To the timetable',

  decide: 'Decide for this class',
  choices: {
    all: 'Take all of it',
    unopened: 'Take it for what is not yet taught',
    stay: 'Stay on the present version',
  },
  hints: {
    all: 'Every module and test is the new one from now on, those that were taught too. Progress is kept.',
    unopened:
      'Modules whose session has begun and tests that were opened stay as the class has seen them. All others are the new ones.',
    stay: 'Nothing changes for anybody. You are asked again only when a still newer version is published.',
  },
  results: 'Marks do not change in any case: tests that were taken keep their questions and keys.',
  reason: 'Reason',
  reasonHint: 'It is kept with the decision, for your colleagues and for later.',
  chooseFirst: 'Choose one of the three first',
  reasonFirst: 'Say why first',
  confirm: { all: 'Take all of it', unopened: 'Take it for the rest', stay: 'Stay', '': 'Decide' },
  done: {
    all: 'The class has the new version',
    unopened: 'The rest of the class has the new version',
    stay: 'The class stays on its version',
  },
  onlyTeam: 'The trainers of the class decide on it.',

  history: 'Decisions',
  decided: {
    all: (from: string, to: string) => `All of it taken: from ${from} to ${to}`,
    unopened: (from: string, to: string) => `Taken for what was not yet taught: from ${from} to ${to}`,
    stay: (from: string, to: string) => `Stayed on ${from} instead of ${to}`,
  },

  changes: (n: number) => plural(n, { one: 'one change', other: `${n} changes` }),
};
