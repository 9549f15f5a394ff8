import { XMLParser, XMLValidator } from 'fast-xml-parser';
import {
  commonFields,
  factsFrom,
  idMaker,
  type Imported,
  type ImportDefaults,
  type ImportedQuestion,
  type ImportNote,
  type Left,
  type LeftReason,
} from './exchange.rules.js';
import { questionOf, type GivenAnswer } from './exchange-question.rules.js';

type Node = Readonly<Record<string, unknown>>;

const lists = new Set(['question', 'answer', 'subquestion', 'tag', 'file']);

/** Reads a Moodle XML file; null when it is no XML, or another kind of it. Documents with a DOCTYPE are not taken. */
export function readMoodle(text: string, defaults: ImportDefaults, taken: ReadonlySet<string>): Imported | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(text) || XMLValidator.validate(text) !== true) return null;
  const quiz = quizIn(text);
  if (quiz === null) return null;
  const nextId = idMaker(defaults.module, taken);
  const questions: ImportedQuestion[] = [];
  const left: Left[] = [];
  const entries = typeof quiz === 'string' ? [] : ((quiz['question'] ?? []) as Node[]);
  entries.forEach((entry, index) => {
    if (entry['@_type'] === 'category') return;
    const made = toQuestion(entry, defaults, nextId);
    const name = textIn(entry['name']) || `#${index + 1}`;
    if (typeof made === 'string') left.push({ name: textIn(entry['idnumber']) || name, reason: made });
    else questions.push(made);
  });
  return { questions, left };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  cdataPropName: '#cdata',
  isArray: (name) => lists.has(name),
});

/** The parser gives up at names such as `__proto__` and at elements a hundred deep. */
function quizIn(text: string): Node | string | null {
  try {
    return (parser.parse(text) as { quiz?: Node | string }).quiz ?? null;
  } catch {
    return null;
  }
}

function toQuestion(entry: Node, defaults: ImportDefaults, nextId: () => string): ImportedQuestion | LeftReason {
  const notes = new Set<ImportNote>();
  const answer = answerOf(entry, notes);
  if (typeof answer === 'string') return answer;
  const feedback = [...((entry['answer'] as Node[] | undefined) ?? [])].flatMap((one) => {
    const said = plain(one['feedback'], notes);
    return said === '' ? [] : [`${plain(one, notes)}: ${said}`];
  });
  if (feedback.length > 0) notes.add('feedback-joined');
  const rationale = [plain(entry['generalfeedback'], notes), ...feedback].filter((part) => part !== '').join(' ');
  const tags = ((entry['tags'] as Node | undefined)?.['tag'] ?? []) as Node[];
  const facts = factsFrom(tags.map(textIn));
  const grade = Number(textIn(entry['defaultgrade']) || 1);
  const common = commonFields(
    {
      id: textIn(entry['idnumber']) || textIn(entry['name']) || null,
      prompt: plain(entry['questiontext'], notes),
      rationale,
      facts: { points: String(Math.round(grade)), ...facts },
    },
    defaults,
    nextId,
  );
  const question = questionOf(common.fields, answer, defaults.locale, facts);
  return typeof question === 'string' ? question : { question, notes: [...notes, ...common.notes] };
}

function answerOf(entry: Node, notes: Set<ImportNote>): GivenAnswer | LeftReason {
  const answers = ((entry['answer'] ?? []) as Node[]).map((one) => ({
    text: plain(one, notes),
    fraction: Number(one['@_fraction'] ?? 0),
    tolerance: Number(textIn(one['tolerance']) || 0),
  }));
  switch (entry['@_type']) {
    case 'multichoice': {
      const single = /^(true|1)$/.test(textIn(entry['single']));
      return { kind: 'choices', options: answers, single };
    }
    case 'truefalse': {
      const right = answers.find(({ fraction }) => fraction > 0);
      return right === undefined ? 'no-answer' : { kind: 'true-false', answer: /^true$/i.test(right.text) };
    }
    case 'numerical': {
      const right = answers.find(({ fraction }) => fraction >= 100);
      if (right === undefined || !Number.isFinite(Number(right.text))) return 'no-answer';
      return { kind: 'number', value: Number(right.text), tolerance: right.tolerance };
    }
    case 'shortanswer':
      return {
        kind: 'short-answer',
        spellings: answers.filter(({ fraction }) => fraction >= 100).map(({ text }) => text),
      };
    case 'matching':
      return {
        kind: 'matching',
        pairs: ((entry['subquestion'] ?? []) as Node[]).map((pair) => ({
          row: plain(pair, notes),
          choice: plain(((pair['answer'] ?? []) as Node[])[0], notes),
        })),
      };
    case 'ordering':
      return { kind: 'ordering', steps: answers.toSorted((a, b) => a.fraction - b.fraction).map(({ text }) => text) };
    case 'essay':
      return 'free-text';
    case 'description':
      return 'description';
    case 'cloze':
    case 'multianswer':
      return 'several-questions';
    case 'ddmarker':
    case 'ddimageortext':
      return 'drawn-picture';
    case 'calculated':
    case 'calculatedmulti':
    case 'calculatedsimple':
    case 'random':
      return 'generated';
    default:
      return 'unknown-type';
  }
}

/** The `text` of a node, or the node itself where it is only text. */
function textIn(node: unknown): string {
  if (node === undefined || node === null) return '';
  if (typeof node !== 'object') return String(node).trim();
  const { text, '#text': own, '#cdata': data } = node as Node;
  return textIn(text ?? data ?? own);
}

/** The text without markup; what is lost is noted. */
function plain(node: unknown, notes: Set<ImportNote>): string {
  const written = textIn(node);
  if (typeof node === 'object' && node !== null && 'file' in node) notes.add('picture-lost');
  if (!/<\/?[a-z][^<>]*>/i.test(written)) return written;
  if (/<img\b/i.test(written)) notes.add('picture-lost');
  const bare = written
    .replace(/<(?:br|\/p|\/li|\/div)[^<>]*>/gi, '\n')
    .replace(/<[^<>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  if (/<(?!\/?p\b|br\b)[a-z]/i.test(written)) notes.add('markup-removed');
  return bare;
}
