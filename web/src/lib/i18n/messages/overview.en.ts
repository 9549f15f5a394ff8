import { plural } from '../format.rules.js';

const count = (n: number, one: string, other: string) => `${n} ${plural(n, { one, other })}`;

export const en = {
  title: 'Overview',
  asOf: (time: string) => `As of ${time}. Each figure leads to what is behind it.`,
  decisions: 'Needs a decision',
  nothingWaits: 'Nothing waits for a decision',
  certificatesWait: (n: number) =>
    count(n, 'person meets the rules and has no certificate yet', 'people meet the rules and have no certificate yet'),
  review: 'Review',
  nominationsWait: (n: number) =>
    count(n, 'nomination is neither confirmed nor refused', 'nominations are neither confirmed nor refused'),
  decide: 'Decide',
  lateAttempts: (n: number) =>
    count(
      n,
      'test came in after the time and is not accepted yet',
      'tests came in after the time and are not accepted yet',
    ),
  unclosed: (day: string) => `The last day was ${day}, and the class is still open`,
  closeClass: 'Close',
  open: 'Open',
  unprinted: (n: number) =>
    count(n, 'certificate has a number and is not printed yet', 'certificates have a number and are not printed yet'),
  unprintedText: 'Printing goes on by itself; what failed can be tried again in its cohort.',
  withoutPosting: (n: number) => count(n, 'person is posted nowhere today', 'people are posted nowhere today'),
  withoutPostingText: 'They count in no province and at no checkpoint.',
  failedJobs: (n: number) =>
    count(n, 'piece of work in the background failed', 'pieces of work in the background failed'),
  failedJobsText: 'Tell the operator: the command “doctor” names them.',

  begin: 'To the first class',
  beginText: 'Six steps, in this order. Curricula and border checkpoints are here already.',
  beginDone: 'done',
  beginSteps: {
    people: { title: 'Put people on record', text: 'Import a list from Excel, or add them one by one.' },
    trainer: { title: 'Say who is a trainer', text: 'Open a person and give the role of trainer.' },
    donor: { title: 'Enter the donor', text: 'Who pays for the training.' },
    project: { title: 'Open a project', text: 'It belongs to a donor; agencies may be partners in it.' },
    course: { title: 'Open a course', text: 'A curriculum that is taught under the project.' },
    cohort: { title: 'Plan the first class', text: 'Days, place, trainers and seats.' },
  },

  figures: 'Figures',
  moreFigures: 'More figures',
  certified: 'Officers with a certificate',
  ofPeople: (n: number, shown: string) =>
    plural(n, { one: 'of one person on record', other: `of ${shown} people on record` }),
  sexes: (female: string, male: string) => `${female} women · ${male} men`,
  notStated: (n: string) => `sex of ${n} not stated`,
  certificates: 'Valid certificates',
  certificatesOf: (attendance: string, closed: string) =>
    `and ${attendance} statements of attendance · ${closed} revoked or replaced`,
  classes: 'Classes',
  classesOf: (running: string, planned: string, closed: string) =>
    `${running} running · ${planned} planned · ${closed} closed`,
  seats: 'Seats in classes to come',
  seatsOf: (offered: string) => `of ${offered} taken`,
  trainers: 'Trainers',
  curricula: 'Published versions',
  curriculaOf: (n: number) => `of ${count(n, 'curriculum', 'curricula')}`,
  checkpoints: 'Checkpoints covered',
  checkpointsOf: (n: string) => `of ${n}, by at least one officer with a certificate`,

  coverage: 'Coverage by province',
  coverageText: 'Share of the officers posted there today who hold a valid certificate of completion.',
  legend: { none: 'nobody posted', zero: '0%', low: 'up to 25%', mid: 'up to 50%', high: 'more than 50%' },
  map: 'Provinces, placed roughly as on the map',
  tile: (name: string, certified: number, posted: number) =>
    posted === 0 ? `${name}: nobody posted` : `${name}: ${certified} of ${posted} officers`,
  asTable: 'Show as a table',
  province: 'Province',
  posted: 'Posted',
  withCertificate: 'Certificate',
  share: 'Share',

  next: 'Running and coming',
  allCourses: 'All courses',
  noneComing: 'No class is running or planned',
  noneComingText: 'Classes are planned under Courses.',
  seatsTaken: (taken: number, all: number) => `${taken} of ${all} seats`,
};
