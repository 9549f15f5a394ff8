import { plural } from '../format.rules.js';

export const en = {
  yourAnswer: 'Your answer',
  noAnswer: 'No answer',
  rightAnswer: 'Right answer',
  withTolerance: (value: string, tolerance: string) => `${value} (give or take ${tolerance})`,

  match: 'Choose for each line what belongs to it. A choice may fit several lines, or none.',
  chooseMatch: 'Choose',
  or: 'or',

  order: 'Put the steps in order, the first on top.',
  up: (step: string) => `Move up: ${step}`,
  down: (step: string) => `Move down: ${step}`,
  movedTo: (step: string, n: number, all: number) => `${step}: now ${n} of ${all}`,
  asItStands: 'This is the order I mean',
  rightOrder: 'The right order',

  write: (n: number) =>
    plural(n, { one: 'Write your answer in a few words.', other: `Write ${n} answers and divide them by commas.` }),
  accepted: (n: number) => plural(n, { one: 'One of these is asked for', other: `${n} of these are asked for` }),
  found: 'named',

  partOf: (n: number, all: number) => `Question ${n} of ${all}`,

  zone: 'From the machine-readable zone',
  digit: 'Write the check digit, one figure from 0 to 9.',
  notADigit: 'Please write one figure from 0 to 9.',
  fault: 'Which check digit is wrong?',
  faults: {
    number: 'Document number',
    birth: 'Date of birth',
    expiry: 'Date of expiry',
    composite: 'Composite digit',
    none: 'None: every digit is right',
  },

  tapOne: 'Tap the place in the picture, or choose it from the list.',
  tapSeveral: 'Tap every right place in the picture, or choose from the list. A second tap takes it back.',
  places: 'Places in the picture',
  nothingHere: 'There is nothing to choose at this place.',
  placeChosen: (label: string) => `Chosen: ${label}`,
  placeLeft: (label: string) => `Taken back: ${label}`,
  larger: 'Larger picture',
  whole: 'Whole picture',
  pictureMissing: 'The picture is not on this phone. You can answer from the list.',
};
