import type { BoxFlow, DocumentModel, Flow, Inline, ListItem } from '../document/flow.js';
import type { Locale } from '../format/index.js';
import { type Edition, shell } from './edition.rules.js';
import {
  type Lesson,
  type LessonPiece,
  type LessonSection,
  referencesOf,
  sectionsOf,
  titleOf,
} from './lesson.rules.js';
import { signed, signedFlow } from './marks.rules.js';
import { moduleTitle, objectives } from './opener.rules.js';
import { productWords } from './product.words.js';
import { proseFlow } from './prose.rules.js';

const mostPoints = 6;
const longest = 110;

/**
 * One page a section, for the wall or a flip chart: its title, its points, its key message. Made from what participants read
 * and from nothing else. In both languages the Lao page comes first and the English page after it.
 */
export function slides(edition: Edition): DocumentModel {
  const { curriculum, locales, variant } = edition;
  const flow = curriculum.modules.flatMap((module): Flow[] => {
    const lessons = locales.map((locale): Lesson => ({ module, locale, audience: 'participant', variant }));
    const sections = lessons.map((lesson) => sectionsOf(lesson));
    return [
      ...lessons.flatMap((lesson) => titleSlide(lesson)),
      ...sections[0]!.flatMap((_, index) =>
        lessons.flatMap((lesson, place) => sectionSlide(lesson, sections[place]![index]!)),
      ),
    ];
  });
  return shell(edition, { kind: 'slides', layout: 'landscape', size: 22, flow });
}

function titleSlide(lesson: Lesson): Flow[] {
  const { module, locale } = lesson;
  return [
    ...moduleTitle(lesson, module.code),
    { kind: 'paragraph', text: [{ text: productWords[locale].objectives }], lang: locale, look: 'quiet' },
    { kind: 'list', lang: locale, items: objectives(lesson) },
  ];
}

function sectionSlide(lesson: Lesson, section: LessonSection): Flow[] {
  const { module, locale } = lesson;
  const words = productWords[locale];
  const { title, lang, mark, minutes, pieces } = section;
  const keys = pieces.filter(({ part }) => part.kind === 'key-message').slice(0, 2);
  // A key message takes the room of two points.
  const points = pieces.flatMap((piece) => pointsOf(piece, lesson)).slice(0, mostPoints - 2 * keys.length);
  return [
    {
      kind: 'heading',
      level: 1,
      above: module.code,
      text: signed([{ text: title }], mark),
      lang,
      aside: words.minutes(minutes),
      running: `${module.code} · ${titleOf(lesson).text}`,
    },
    ...(points.length === 0 ? [] : [{ kind: 'list', lang, items: points } as const]),
    ...keys.map(({ part, lang: own, mark: ofKey }): BoxFlow => ({
      kind: 'box',
      tone: 'key',
      lang: own,
      label: words.key,
      title: null,
      aside: null,
      flow: 'nodes' in part ? signedFlow(proseFlow(part.nodes, own, referencesOf(module)), ofKey) : [],
    })),
  ];
}

/** What of a piece goes on the wall: the lines of its lists, the names of activities and cases, else the first sentence. */
function pointsOf({ part, lang, english, mark }: LessonPiece, { module, locale }: Lesson): ListItem[] {
  if (part.kind === 'question' || part.kind === 'key-message' || part.kind === 'trainer') return [];
  const words = productWords[locale];
  if (part.kind === 'activity' || part.kind === 'case') {
    const title = part.title ?? ('title' in english ? english.title : null) ?? '';
    const minutes = 'minutes' in english ? english.minutes : null;
    const aside = minutes === null ? '' : ` · ${words.minutes(minutes)}`;
    const label = part.kind === 'activity' ? `${words.activity}: ` : '';
    return [
      {
        marker: 'disc',
        flow: [
          {
            kind: 'paragraph',
            lang,
            text: signed([{ text: label, strong: true }, { text: title }, { text: aside, quiet: true }], mark),
          },
        ],
      },
    ];
  }
  const flow = proseFlow(part.nodes, lang, referencesOf(module));
  const lines = flow.flatMap((each): Inline[] => {
    if (each.kind === 'list')
      return each.items.flatMap(({ flow: [first] }) => (first?.kind === 'paragraph' ? [first.text] : []));
    return each.kind === 'heading' ? [each.text] : [];
  });
  const first = flow.find((each) => each.kind === 'paragraph');
  const chosen = lines.length > 0 ? lines : first?.kind === 'paragraph' ? [first.text] : [];
  return chosen.map((text) => ({
    marker: 'disc',
    flow: [{ kind: 'paragraph', lang, text: signed(short(text, lang), mark) }],
  }));
}

/** The words that were set strong at its beginning, else its first sentence. */
function short(text: Inline, lang: Locale): Inline {
  const spans = text.filter(({ quiet }) => quiet !== true);
  if (spans[0]?.strong === true && spans[0].text.length > 8) return [{ text: spans[0].text.replace(/[.:]$/, '') }];
  const whole = spans.map((span) => span.text).join('');
  const [sentence] = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(whole);
  const trimmed = (sentence?.segment ?? whole).trim().replace(/\.$/, '');
  if (trimmed.length <= longest) return [{ text: trimmed }];
  const words = Array.from(
    new Intl.Segmenter(lang, { granularity: 'word' }).segment(trimmed),
    ({ segment }) => segment,
  );
  let cut = '';
  for (const word of words) {
    if (cut.length + word.length > longest) break;
    cut += word;
  }
  return [{ text: `${cut.trimEnd()}…` }];
}
