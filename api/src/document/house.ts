import type { TypefaceName } from '../typeset/families.js';
import type { Lang, Tone } from './flow.js';

/** The colours of everything that is printed; paper stays white, because it is printed at posts. */
export const colours = {
  ink: '#1b2140',
  quiet: '#5a6079',
  indigo: '#1d2b53',
  gold: '#8a5a12',
  line: '#cfc9bb',
  shade: '#f5f2ea',
  thread: '#d9a441',
  light: '#f6e3b4',
  tbc: '#fbeecb',
  danger: '#b3261e',
  right: '#1f6b3a',
  white: '#ffffff',
} as const;

export interface ToneLook {
  readonly fill: string;
  readonly bar: string;
  readonly label: string;
  readonly edge: string | null;
}

/** How each kind of box is told from the others, in grey print too: by its bar, its edge and its label. */
export const tones: Readonly<Record<Tone, ToneLook>> = {
  activity: { fill: '#eef1f8', bar: '#1d2b53', label: '#1d2b53', edge: null },
  case: { fill: '#ffffff', bar: '#8d93a8', label: '#4a5068', edge: '#c9ccd8' },
  key: { fill: '#1d2b53', bar: '#d9a441', label: '#f6e3b4', edge: null },
  trainer: { fill: '#fbf3df', bar: '#b7791f', label: '#7a4c0c', edge: null },
  note: { fill: '#f5f2ea', bar: '#cfc9bb', label: '#4a5068', edge: null },
  question: { fill: '#ffffff', bar: '#1d2b53', label: '#1d2b53', edge: '#1d2b53' },
  goal: { fill: '#f5f2ea', bar: '#b7791f', label: '#7a4c0c', edge: null },
};

/** How text of one kind is set. Lao stacks marks above and below, so its lines stand further apart. */
export interface Hand {
  readonly face: TypefaceName;
  readonly strong: TypefaceName;
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
  readonly lang: Lang;
}

const leadings = { lo: 1.62, en: 1.46 } as const;

export function hand(size: number, lang: Lang, change: Partial<Hand> = {}): Hand {
  const made = { face: 'sans-regular', strong: 'sans-semibold', colour: colours.ink, size, lang, ...change } as const;
  return { ...made, leading: change.leading ?? made.size * leadings[lang] };
}
