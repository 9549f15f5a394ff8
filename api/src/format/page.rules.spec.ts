import { describe, expect, test } from '@jest/globals';
import { checkCurriculum } from './check.rules.js';
import type { Audience, Locale } from './curriculum.js';
import { modulePage, type ModulePage, type PageBlock } from './page.rules.js';
import { sealed } from './question-paper.rules.js';
import { aCurriculum, canaries, type Change } from '../../test/sample-curriculum.js';

const english = 'modules/02-persons/module.md';
const lao = 'modules/02-persons/module.lo.md';

function aPage(locale: Locale, audience: Audience, changes: Record<string, Change> = {}): ModulePage {
  const { curriculum, faults } = checkCurriculum(aCurriculum(changes));
  if (curriculum === null) throw new Error(JSON.stringify(faults, null, 1));
  const module = curriculum.modules[0]!;
  const questions = module.questions.map((question) => sealed(question, 'salt'));
  return modulePage(module, questions, locale, audience, curriculum.languages.en.state);
}

const blocks = (page: ModulePage) => page.sections.flatMap((section) => section.blocks);
const html = (page: ModulePage) =>
  blocks(page)
    .map((block) => ('html' in block ? block.html : ''))
    .join('\n');
const isOf = (kind: PageBlock['kind']) => (block: PageBlock) => block.kind === kind;

describe('who sees what', () => {
  test.each(['en', 'lo'] as const)(
    'nothing of a trainer block is on the %s page of a participant, not even its id',
    (locale) => {
      const page = JSON.stringify(aPage(locale, 'participant'));
      for (const word of [canaries.trainer, canaries.trainerLao, canaries.trainerId]) expect(page).not.toContain(word);
    },
  );

  test('the trainer has the notes, in the language of the page', () => {
    expect(html(aPage('en', 'trainer'))).toContain(canaries.trainer);
    expect(html(aPage('lo', 'trainer'))).toContain(canaries.trainerLao);
  });

  test.each([
    ['en', 'participant'],
    ['lo', 'participant'],
    ['en', 'trainer'],
    ['lo', 'trainer'],
  ] as const)('no graded question is on the %s page of a %s', (locale, audience) => {
    const page = JSON.stringify(aPage(locale, audience));
    expect(page).not.toContain(canaries.gradedKey);
    expect(page).not.toMatch(/M02-g/);
  });

  test('a practice question travels with its key and rationale, under option ids that say nothing', () => {
    const block = blocks(aPage('en', 'participant')).find(isOf('question'));
    if (block?.kind !== 'question' || block.question.type !== 'single') throw new Error('no question');
    expect(block.question.options.map(({ text, correct }) => [text, correct])).toEqual([
      ['Deceit', true],
      ['Transport', false],
    ]);
    expect(block.question.rationale).toContain(canaries.practiceKey);
    expect(JSON.stringify(block)).not.toMatch(/right-one|wrong-one/);
  });

  test('text has the same id for both audiences, so that progress and packs agree', () => {
    const ids = (audience: Audience) =>
      blocks(aPage('en', audience))
        .filter(isOf('text'))
        .map(({ id }) => id);
    expect(ids('participant')).toEqual(['why.text', 'why.text-2']);
    expect(ids('trainer')).toEqual(ids('participant'));
  });
});

describe('languages', () => {
  test('a block without Lao appears in English with a mark', () => {
    const marks = blocks(aPage('lo', 'participant')).map(
      ({ id, lang, fallback }) => `${id} ${lang}${fallback ? ' fallback' : ''}`,
    );
    expect(marks).toEqual([
      'why.text lo',
      'why.text-2 lo',
      'case-wall lo',
      'case-waiters en fallback',
      'M02-p1 lo',
      'k-consent lo',
    ]);
  });

  test('a module without a Lao file is English throughout, and says so', () => {
    const page = aPage('lo', 'participant', { [lao]: null });
    expect(page.state).toBeNull();
    expect(
      blocks(page)
        .filter((block) => block.kind !== 'question')
        .every(({ fallback }) => fallback),
    ).toBe(true);
  });

  test('a trainer block that nobody translated does not turn the text behind it English', () => {
    const page = aPage('lo', 'trainer', { [lao]: [':::trainer{#kingfisher-notes}\nເວົ້າ ນົກກະຍາງ ຊ້າໆ.\n:::\n\n', ''] });
    const shown = page.sections[0]!.blocks.map(({ kind, lang }) => `${kind} ${lang}`);
    expect(shown).toEqual(['text lo', 'trainer en']);
    expect(html(page)).toContain('ແລ້ວກຸ່ມສືບຕໍ່');
  });

  test('each element says its language, and a phrase in the other one says that', () => {
    expect(html(aPage('en', 'participant'))).toContain(
      '<p lang="en">Then the group of <span lang="lo">ຄູ</span> goes on.</p>',
    );
    expect(html(aPage('lo', 'participant'))).toMatch(
      /^<p lang="lo">ເວລາ 10:30 .*<span lang="en">the bus arrives<\/span>\.<\/p>/,
    );
  });
});

describe('the text', () => {
  test('a time and a word with a colon stay words, a source becomes a reference, tbc a mark', () => {
    expect(html(aPage('en', 'participant'))).toContain(
      '<p lang="en">At 10:30 the bus arrives: an act:means pair <a href="#source-tip-protocol" class="cite">[1]</a>, ' +
        '<mark class="tbc">to be confirmed by DoI</mark>.</p>',
    );
  });

  test('tables and lists come out as such', () => {
    expect(html(aPage('en', 'participant'))).toMatch(/<ol lang="en">[\s\S]*<table lang="en">[\s\S]*<th>act<\/th>/);
  });

  test('links outward carry no referrer', () => {
    const page = aPage('en', 'participant', {
      [english]: ['An invented case.', 'See [this](https://example.org/a?b=1&c=2).'],
    });
    expect(html(page)).toContain('<a href="https://example.org/a?b=1&#x26;c=2" rel="noopener noreferrer">this</a>');
  });
});
