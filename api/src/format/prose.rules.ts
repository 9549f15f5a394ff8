import { toString } from 'mdast-util-to-string';
import type { Heading, Root, RootContent } from 'mdast';
import { blockForms, isBlockKind, minutesOf, slugForm } from './block-kinds.rules.js';
import type { ForVariant, Locale, Part, Prose, Section } from './curriculum.js';
import { fault, type Fault, type Place } from './fault.rules.js';
import type { ContainerDirective, LeafDirective } from './directives.nodes.js';
import { parseMarkdown, placeOf } from './markdown.rules.js';
import { strayFences } from './fences.rules.js';

interface Reading {
  readonly file: string;
  readonly locale: Locale;
  readonly faults: Fault[];
  /** Every id of the file → its line; sections and blocks share one space. */
  readonly ids: Map<string, number>;
  readonly questions: Map<string, number>;
}

/** Reads the body of a module file into sections and parts. Nothing that is malformed is ever taken for common text. */
export function readProse(file: string, body: string, locale: Locale): { prose: Prose; faults: Fault[] } {
  const root = parseMarkdown(body);
  const reading: Reading = {
    file,
    locale,
    faults: strayFences(file, body, root),
    ids: new Map(),
    questions: new Map(),
  };
  const sections: Section[] = [];
  for (const { heading, nodes } of slices(root, reading)) sections.push(toSection(heading, nodes, reading));
  /* A translation grows: its file may hold a title and nothing else yet. */
  if (sections.length === 0 && locale === 'en')
    reading.faults.push(fault('module.empty', { file, line: 1, column: 1 }));
  return { prose: { file, root, sections }, faults: reading.faults };
}

function slices(root: Root, { file, faults }: Reading): { heading: Heading; nodes: RootContent[] }[] {
  const found: { heading: Heading; nodes: RootContent[] }[] = [];
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 1) faults.push(fault('heading.title', placeOf(file, node)));
    else if (node.type === 'heading' && node.depth === 2) found.push({ heading: node, nodes: [] });
    else if (found.length > 0) found.at(-1)!.nodes.push(node);
    else faults.push(fault('section.text-before', placeOf(file, node)));
  }
  return found;
}

function toSection(heading: Heading, nodes: RootContent[], reading: Reading): Section {
  const { file, faults, locale } = reading;
  const place = placeOf(file, heading);
  const [title, braces] = inTwo(toString(heading));
  const attributes = braces === null ? null : headingAttributes(braces);
  if (attributes === null || title.trim() === '' || (locale === 'en' && attributes.minutes === undefined))
    faults.push(fault('section.attributes', place, { title: title.trim() || { en: 'Title', lo: 'ຫົວຂໍ້' } }));
  const id = attributes?.id ?? '';
  if (attributes !== null) claim(id, heading, reading);
  const minutes = attributes?.minutes === undefined ? null : minutesOf(attributes.minutes);
  if (attributes?.minutes !== undefined && minutes === null)
    faults.push(fault('block.minutes', place, { value: attributes.minutes }));
  const parts = toParts(nodes, reading);
  if (parts.length === 0 && locale === 'en') faults.push(fault('section.empty', place));
  const sum = parts.reduce((total, part) => total + ('minutes' in part ? (part.minutes ?? 0) : 0), 0);
  if (minutes !== null && sum > minutes) faults.push(fault('section.minutes', place, { sum, minutes }));
  return { id, title: title.trim(), minutes, ...variantOf(attributes, place, reading), parts, line: place.line };
}

/** `Why {#why minutes=10}` → the title, and what stands in the braces at its end. */
function inTwo(text: string): [title: string, braces: string | null] {
  const open = text.lastIndexOf('{');
  const inside = text.slice(open + 1, -1);
  return open < 0 || !text.endsWith('}') || inside.includes('}') ? [text, null] : [text.slice(0, open), inside];
}

interface HeadingAttributes {
  readonly id: string;
  readonly minutes?: string;
  readonly only?: string;
  readonly skip?: string;
}

/** `#why minutes=10 only=traditional` → its parts; null when anything else stands there, or the same thing twice. */
function headingAttributes(text: string): HeadingAttributes | null {
  const [, id, rest = ''] = /^\s*#(\S+)((?:\s+\S+)*)\s*$/.exec(text) ?? [];
  if (id === undefined) return null;
  const found: Record<string, string> = {};
  for (const piece of rest.split(/\s+/).filter(Boolean)) {
    const [, name, quoted, bare] = /^(minutes|only|skip)=(?:"([^"]*)"|([^\s"]+))$/.exec(piece) ?? [];
    if (name === undefined || Object.hasOwn(found, name)) return null;
    found[name] = quoted ?? bare!;
  }
  return { id, ...found };
}

function variantOf(
  given: { readonly only?: string; readonly skip?: string } | null,
  place: Place,
  { faults }: Reading,
): ForVariant {
  const only = given?.only ?? null;
  const skip = given?.skip ?? null;
  for (const id of [only, skip]) if (id !== null && !slugForm.test(id)) faults.push(fault('id.wrong', place, { id }));
  if (only !== null && skip !== null) faults.push(fault('variant.both', place));
  return { only, skip };
}

function toParts(nodes: readonly RootContent[], reading: Reading): Part[] {
  const parts: Part[] = [];
  let run: RootContent[] = [];
  const endRun = () => {
    if (run.length > 0) parts.push({ kind: 'text', id: null, nodes: run, line: placeOf('', run[0]!).line });
    run = [];
  };
  for (const node of nodes) {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') {
      run.push(node);
      continue;
    }
    endRun();
    const part = node.type === 'containerDirective' ? toBlock(node, reading) : toQuestionPlace(node, reading);
    if (part !== null) parts.push(part);
  }
  endRun();
  return parts;
}

function toBlock(node: ContainerDirective, reading: Reading): Part | null {
  const { file, faults } = reading;
  const place = placeOf(file, node);
  const { name } = node;
  if (name === 'question') {
    faults.push(fault('block.question-colons', place));
    return null;
  }
  if (!isBlockKind(name)) {
    faults.push(fault('block.unknown', place, { name, known: [...Object.keys(blockForms), 'question'].join(', ') }));
    return null;
  }
  const given: Readonly<Record<string, string>> = node.attributes;
  const form = blockForms[name].attributes;
  for (const attribute of Object.keys(given))
    if (!Object.hasOwn(form, attribute))
      faults.push(fault('block.attribute', place, { name, attribute, known: Object.keys(form).join(', ') }));
  for (const [attribute, needed] of Object.entries(form))
    if (needed && attribute !== 'id' && !given[attribute]?.trim())
      faults.push(fault('block.attribute-missing', place, { name, attribute }));
  const minutes = given['minutes'] === undefined ? null : minutesOf(given['minutes']);
  if (given['minutes'] !== undefined && minutes === null)
    faults.push(fault('block.minutes', place, { value: given['minutes'] }));

  const { children } = node;
  if (node.labelled) faults.push(fault('block.label', place, { name }));
  if (node.closedAt === null) faults.push(fault('block.unclosed', place, { name }));
  if (children.length === 0 && reading.locale === 'en') faults.push(fault('block.empty', place, { name }));
  const id = given['id'] ?? '';
  if (id === '') faults.push(fault('id.missing', place, { name }));
  else claim(id, node, reading);
  const variant = variantOf(given, place, reading);
  return {
    kind: name,
    id,
    title: given['title']?.trim() || null,
    minutes,
    ...variant,
    nodes: children,
    line: place.line,
  };
}

function toQuestionPlace(node: LeafDirective, reading: Reading): Part | null {
  const { file, faults } = reading;
  const place = placeOf(file, node);
  const { name } = node;
  if (name !== 'question') {
    faults.push(
      isBlockKind(name)
        ? fault('block.colons', place, { name })
        : fault('block.unknown', place, { name, known: [...Object.keys(blockForms), 'question'].join(', ') }),
    );
    return null;
  }
  const { id, ...others } = node.attributes;
  for (const attribute of Object.keys(others))
    faults.push(fault('block.attribute', place, { name, attribute, known: 'id' }));
  if (node.labelled) faults.push(fault('block.label', place, { name }));
  if (!id) {
    faults.push(fault('block.attribute-missing', place, { name, attribute: 'id' }));
    return null;
  }
  const before = reading.questions.get(id);
  if (before !== undefined) faults.push(fault('question.placed-twice', place, { id, line: before }));
  reading.questions.set(id, before ?? place.line);
  return { kind: 'question', id, line: place.line };
}

function claim(id: string, node: Heading | ContainerDirective, { file, faults, ids }: Reading): void {
  const place = placeOf(file, node);
  if (!slugForm.test(id)) faults.push(fault('id.wrong', place, { id }));
  else if (ids.has(id)) faults.push(fault('id.twice', place, { id, line: ids.get(id)! }));
  else ids.set(id, place.line);
}
