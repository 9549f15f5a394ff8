import { toString } from 'mdast-util-to-string';
import type { Heading, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { blockForms, isBlockKind, minutesOf, slugForm } from './block-kinds.rules.js';
import type { Locale, Part, Prose, Section } from './curriculum.js';
import { fault, type Fault } from './fault.rules.js';
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
  if (sections.length === 0) reading.faults.push(fault('module.empty', { file, line: 1, column: 1 }));
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
  const [, title = '', braces = null] = /^([\s\S]*?)(?:\s*\{([^{}]*)\})?$/.exec(toString(heading)) ?? [];
  const attributes = braces === null ? null : headingAttributes(braces);
  if (attributes === null || title.trim() === '' || (locale === 'en' && attributes.minutes === undefined))
    faults.push(fault('section.attributes', place, { title: title.trim() || 'Title' }));
  const id = attributes?.id ?? '';
  if (attributes !== null) claim(id, 'section', heading, reading);
  const minutes = attributes?.minutes === undefined ? null : minutesOf(attributes.minutes);
  if (attributes?.minutes !== undefined && minutes === null)
    faults.push(fault('block.minutes', place, { value: attributes.minutes }));
  const parts = toParts(nodes, reading);
  if (parts.length === 0) faults.push(fault('section.empty', place));
  const sum = parts.reduce((total, part) => total + ('minutes' in part ? (part.minutes ?? 0) : 0), 0);
  if (minutes !== null && sum > minutes) faults.push(fault('section.minutes', place, { sum, minutes }));
  return { id, title: title.trim(), minutes, parts, line: place.line };
}

/** `#why minutes=10` → id and minutes; null when anything else stands there. */
function headingAttributes(text: string): { id: string; minutes: string | undefined } | null {
  const found = /^\s*#(\S+)(?:\s+minutes=(?:"([^"]*)"|([^\s"]+)))?\s*$/.exec(text);
  return found === null ? null : { id: found[1]!, minutes: found[2] ?? found[3] };
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
    faults.push(fault('block.colons', place, { name, right: 'two colons: ::question{id=M02-p1}' }));
    return null;
  }
  if (!isBlockKind(name)) {
    faults.push(fault('block.unknown', place, { name, known: [...Object.keys(blockForms), 'question'].join(', ') }));
    return null;
  }
  const given = attributesOf(node);
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

  const children = node.children.filter((child) => !(child.type === 'paragraph' && child.data?.directiveLabel));
  if (children.length < node.children.length) faults.push(fault('block.label', place, { name }));
  if (node.data?.position?.closing === undefined) faults.push(fault('block.unclosed', place, { name }));
  if (children.length === 0 && reading.locale === 'en') faults.push(fault('block.empty', place, { name }));
  const id = given['id'] ?? '';
  claim(id, `block “${name}”`, node, reading);
  return { kind: name, id, title: given['title']?.trim() || null, minutes, nodes: children, line: place.line };
}

function toQuestionPlace(node: LeafDirective, reading: Reading): Part | null {
  const { file, faults } = reading;
  const place = placeOf(file, node);
  const { name } = node;
  if (name !== 'question') {
    faults.push(
      isBlockKind(name)
        ? fault('block.colons', place, { name, right: `three colons: :::${name}{#id} … :::` })
        : fault('block.unknown', place, { name, known: [...Object.keys(blockForms), 'question'].join(', ') }),
    );
    return null;
  }
  const { id, ...others } = attributesOf(node);
  for (const attribute of Object.keys(others))
    faults.push(fault('block.attribute', place, { name, attribute, known: 'id' }));
  if (node.children.length > 0) faults.push(fault('block.label', place, { name }));
  if (!id) {
    faults.push(fault('block.attribute-missing', place, { name, attribute: 'id' }));
    return null;
  }
  const before = reading.questions.get(id);
  if (before !== undefined) faults.push(fault('question.placed-twice', place, { id, line: before }));
  reading.questions.set(id, before ?? place.line);
  return { kind: 'question', id, line: place.line };
}

function attributesOf(node: ContainerDirective | LeafDirective): Record<string, string> {
  return Object.fromEntries(Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? '']));
}

function claim(id: string, what: string, node: Heading | ContainerDirective, { file, faults, ids }: Reading): void {
  const place = placeOf(file, node);
  if (id === '') faults.push(fault('id.missing', place, { what }));
  else if (!slugForm.test(id)) faults.push(fault('id.wrong', place, { id }));
  else if (ids.has(id)) faults.push(fault('id.twice', place, { id, line: ids.get(id)! }));
  else ids.set(id, place.line);
}
