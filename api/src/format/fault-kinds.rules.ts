interface FaultKind {
  readonly severity: 'error' | 'warning' | 'note';
  readonly sentence: string;
  readonly hint: string | null;
}

const error = (sentence: string, hint: string | null = null): FaultKind => ({ severity: 'error', sentence, hint });
const warning = (sentence: string, hint: string | null = null): FaultKind => ({ severity: 'warning', sentence, hint });
const note = (sentence: string, hint: string | null = null): FaultKind => ({ severity: 'note', sentence, hint });

/** Everything that `curricula check` can say. Codes are stable; words in braces are filled in by the check. */
export const faultKinds = {
  'folder.missing': error('There is no folder {path}.'),
  'folder.too-large': error(
    'The folder holds more than {most}.',
    'A curriculum is text and small pictures; keep films and slides elsewhere.',
  ),
  'archive.broken': error('This is not a ZIP archive that can be read, or it was damaged on the way.'),
  'archive.path': error(
    '“{path}” is not a path that a curriculum can have.',
    'Pack the folder of the curriculum itself.',
  ),
  'archive.twice': error('The archive holds this file twice.'),
  'file.missing': error('The file is missing.', 'See curricula/README.md for the files of a curriculum.'),
  'file.link': error('This is a symbolic link. Links are not followed.', 'Put the file itself into the folder.'),
  'file.too-large': error('The file is larger than {most}.'),
  'file.not-text': error('The file is not UTF-8 text.', 'Save it as UTF-8.'),
  'file.unknown': warning(
    'Nothing in the format uses this file.',
    'See curricula/README.md for the files of a curriculum.',
  ),
  'text.nested': error(
    'From this line on the file is longer than can be read, or nests lists, blocks or brackets deeper.',
    'Write it more simply, or as two modules.',
  ),
  'text.control': error(
    'The line holds the invisible character {character}, which can hide what a text says.',
    'Delete it and type the word again.',
  ),
  'text.lao-spelling': warning(
    '“{word}” is typed with its marks in an unusual order; searching may miss it.',
    'Type it as “{better}” ({points}).',
  ),
  'text.not-lao': warning(
    'The Lao text here has no Lao letters.',
    'Leave it out until it is translated: the English is shown with a mark.',
  ),
  'text.not-english': warning('The English text here is mostly in Lao letters.'),

  'yaml.broken': error(
    'This is not valid YAML: {reason}.',
    'Put quotes around a text that contains a colon, a comma, a bracket or a #.',
  ),
  'field.missing': error('“{field}” is missing.'),
  'field.unknown': error('“{field}” is not a field that belongs here.', '{hint}'),
  'field.wrong': error('“{field}” {expected}.'),

  'module.front-matter': error('The file does not begin with front matter between two lines of ---.'),
  'module.unlisted': warning('This module is not in the list of curriculum.yaml, so nobody will see it.'),
  'module.listed-twice': error('The module folder “{folder}” is listed twice.'),
  'module.code-twice': error('The module code {code} is already used by {other}.'),
  'module.minutes': error(
    'The sections add up to {sum} minutes, the module says {minutes}.',
    'Change the minutes of a section or of the module.',
  ),
  'module.empty': error(
    'The module has no section.',
    'A section is a heading such as: ## Why this matters {#why minutes=10}',
  ),

  'section.text-before': error(
    'There is text before the first section.',
    'Begin with a heading such as: ## Why this matters {#why minutes=10}',
  ),
  'section.attributes': error(
    'The heading does not end with its id and minutes.',
    'Write it like this: ## {title} {#an-id minutes=10}',
  ),
  'section.minutes': error('The blocks of this section take {sum} minutes, the section has {minutes}.'),
  'section.empty': error('The section has a heading and nothing else.'),
  'heading.title': error(
    'A level-1 heading does not belong here: the title of the module is in the front matter.',
    'Use ## for a section and ### for a heading in its text.',
  ),
  'heading.in-block': error('A section cannot begin inside a block.', 'Use ### for a heading in a block.'),
  'id.missing': error(
    'The {what} has no id.',
    'Write one in the braces, such as {#case-wall}. It stays the same for ever.',
  ),
  'id.wrong': error('“{id}” cannot be an id.', 'Use lower-case letters, digits and hyphens, beginning with a letter.'),
  'id.twice': error('The id “{id}” is already used on line {line}.'),

  'block.unknown': error('There is no block called “{name}”.', 'Blocks are {known}.'),
  'block.colons': error('The block “{name}” is written with {right}.'),
  'block.attribute': error('The block “{name}” has no attribute “{attribute}”.', 'It takes {known}.'),
  'block.attribute-missing': error('The block “{name}” needs {attribute}.'),
  'block.minutes': error('“{value}” is not a number of minutes from 1 to 480.'),
  'block.label': error(
    'Words in square brackets do not belong behind “{name}”.',
    'Write the title like this: title="Case wall"',
  ),
  'block.unclosed': error(
    'The block “{name}” is never closed, so everything after it belongs to it.',
    'End it with a line of :::',
  ),
  'block.nested': error(
    'The block “{name}” stands inside another block or list.',
    'Close the block before it, and begin this one at the left margin.',
  ),
  'block.malformed': error(
    'This line looks like a block but is not one, so everyone would read it.',
    'Write :::name{#id} with no space after the colons, and ::: alone to close.',
  ),
  'block.empty': error('The block “{name}” is empty.'),

  'prose.html': error('Raw HTML is not allowed.', 'Use Markdown; write &lt; for a less-than sign.'),
  'prose.link': error('A link may lead to http, https, mailto or # only, not to “{url}”.'),
  'prose.anchor': warning('No section or block of this module has the id “{id}”.'),
  'prose.definition': error('Link definitions are not supported.', 'Write the address at the word: [word](https://…)'),
  'prose.image-address': error(
    'A picture cannot be fetched from an address.',
    'Put the file into the folder images of the module and write ![what it shows](images/name.png)',
  ),
  'prose.image-text': error(
    'The picture has no text that says what it shows.',
    'Write ![what it shows](images/name.png)',
  ),
  'prose.image-missing': error('There is no picture {path}.'),
  'prose.image-kind': error(
    '{path} is not a PNG, JPEG, WebP or SVG picture that a page may show.',
    'An SVG may hold shapes, paint and text without Lao letters, and needs a viewBox; see curricula/README.md.',
  ),
  'prose.tbc': error('The mark is written :tbc[what has to be confirmed], without attributes.'),
  'source.unknown': error(
    '[{id}] names no source of this module.',
    'Add it to sources in the front matter of module.md.',
  ),
  'source.maybe': warning(
    '[{id}] looks like a source but none of this module has that id.',
    'Add it to sources, or use round brackets.',
  ),
  'source.unused': warning('The source “{id}” is listed but never referred to.', 'Refer to it in the text as [{id}].'),
  'source.twice': error('The source “{id}” is listed twice.'),

  'objective.foreign': error('The objective id {id} does not begin with the module code {code}.'),
  'objective.twice': error('The objective {id} is listed twice.'),
  'objective.untested': error(
    'No question serves the objective {id}.',
    'Add a practice and a graded question with objective: {id}',
  ),
  'objective.no-practice': warning('No practice question serves the objective {id}.'),
  'objective.no-graded': warning('No graded question serves the objective {id}.'),

  'question.twice': error('The question id {id} is already used in {other}.'),
  'question.foreign': error('The question id {id} does not begin with {code}- as every question of this module does.'),
  'question.objective': error('The question serves the objective {id}, which this module does not have.'),
  'question.no-key': error('No option of the question is correct.', 'Write correct: true at the right one.'),
  'question.keys': error('A question of type single has {count} correct options.', 'Mark one, or make it multiple.'),
  'question.all-keys': error('Every option is correct, so there is nothing to choose.'),
  'question.option-twice': error('The option id “{id}” is used twice in this question.'),
  'question.option-same': error('Two options of this question read the same.'),
  'question.form': error('A practice question belongs to no form.', 'Forms A and B are for graded questions.'),
  'question.match': error('A row is matched with “{id}”, which is no choice of this question.'),
  'question.accept-empty': error('This answer has no spelling in any language.', 'Write en: [ … ] or lo: [ … ].'),
  'question.need': error('The question asks for {need} answers and accepts only {held} different ones.'),
  'question.spot-outside': error('The place lies outside the picture, which is {width} by {height}.'),
  'question.scoring': error('Only questions of type multiple have a scoring.'),
  'question.unknown': error('There is no question {id} in questions.yaml of this module.'),
  'question.graded-in-page': error(
    'The question {id} is graded, so no page may show it.',
    'Make it practice or remove it from the page.',
  ),
  'question.placed-twice': error('The question {id} already stands on line {line}.'),
  'question.unplaced': warning(
    'The practice question {id} stands on no page.',
    'Write ::question{id={id}} where it belongs.',
  ),

  'blueprint.missing': error('There is no blueprint “{code}” in blueprints of curriculum.yaml.'),
  'blueprint.objective': error('The blueprint names the objective {id}, which no module has.'),
  'blueprint.objective-twice': error('The blueprint names the objective {id} twice.'),
  'blueprint.too-few': error(
    'The blueprint takes {count} questions for {id}; form {form} has {held}.',
    'Write form: {form} at graded questions of this objective, as many in A as in B.',
  ),
  'blueprint.unused': warning('No test uses this blueprint.'),
  'rubric.scale': error('The scale goes from {from} to {to}.', 'The first number is the lower one.'),
  'rubric.least': error('The least mark {least} lies outside the scale from {from} to {to}.'),
  'file.unlisted': warning('This file is not in the list “{list}” of curriculum.yaml, so nobody will see it.'),
  'file.listed-twice': error('“{code}” is in the list “{list}” twice.'),
  'file.name': error('The code in the file is {code}, so it must be called {code}.yaml.'),
  'variant.both': error('A section or block is either only for a variant or left out in one, not both.'),
  'variant.unknown': error('“{id}” is not among the variants of curriculum.yaml.'),
  'variant.twice': error('The variant “{id}” is listed twice.'),
  'translation.list-length': error('“{field}” has {held} entries in Lao and {count} in English.'),

  'test.module': error('The test draws from {code}, which is not a module of this curriculum.'),
  'test.module-twice': error('The test draws from {code} twice.'),
  'test.too-few': error('The test draws {count} questions from {code}, whose bank has {held} graded ones.'),
  'test.no-spare': note('The test draws every graded question of {code}, so all papers are alike there.'),
  'agenda.module': error('The agenda names {code}, which is not a module of this curriculum.'),
  'agenda.module-twice': error('The agenda has the module {code} twice.'),
  'agenda.module-missing': warning('The module {code} is not on the agenda, so no class is timetabled for it.'),
  'agenda.test': error('The agenda names {code}, which is not a test of this curriculum.'),
  'agenda.test-short': error('The agenda gives {code} {given} minutes, the test takes {needed}.'),
  'agenda.test-missing': warning('The test {code} is not on the agenda.'),
  'agenda.too-long': warning('The agenda takes {minutes} minutes, more than eight hours on each of {days} days.'),

  'translation.undeclared': warning('There is Lao text, but languages in curriculum.yaml does not name lo.'),
  'translation.module-missing': warning('The module has no module.lo.md; Lao readers see it in English.'),
  'translation.section-missing': warning('The section “{id}” is not translated; Lao readers see it in English.'),
  'translation.block-missing': warning('The block “{id}” is not translated; Lao readers see it in English.'),
  'translation.text-missing': warning('The text after “{id}” is not translated; Lao readers see it in English.'),
  'translation.trainer-missing': note('The trainer block “{id}” is not translated; Lao trainers see it in English.'),
  'translation.question-place-missing': warning('The Lao file lacks ::question{id={id}}, so text around it may move.'),
  'translation.field-missing': warning('“{field}” has no Lao text.'),
  'translation.question-missing': warning('The question {id} is not complete in Lao; Lao readers see it in English.'),
  'translation.unknown': error('“{id}” is not in the English file.', 'Ids are the same in both languages.'),
  'translation.kind': error('“{id}” is {kind} here and {english} in the English file.'),
  'translation.moved': error('“{id}” stands in another section in the English file.'),
  'translation.order': warning(
    '“{id}” stands in another order than in the English file; readers see the English order.',
  ),
  'translation.minutes': error(
    '“{id}” has {minutes} minutes here and {english} in the English file.',
    'Leave the minutes out of the Lao file.',
  ),
  'translation.stale': warning(
    'The English of “{id}” changed after it was translated; readers see a note.',
    'Bring the Lao up to date, then record it: curricula translated DIR --module M02 --unit {id}',
  ),
  'translation.unrecorded': note(
    'It is not recorded which English {count} texts of this module were translated from.',
    'When they are up to date, record it: curricula translated DIR --module M02',
  ),
  'translation.incomplete': error(
    '{count} texts of this file have no Lao, and curriculum.yaml requires it.',
    'Translate them, or write require: none at languages.lo.',
  ),
  'translation.outdated': error(
    '{count} texts of this file may be older than their English, and curriculum.yaml requires them to be current.',
    'Bring them up to date, or write require: complete at languages.lo.',
  ),
  'translation.text-extra': error('The English file has no text here, so no page would show this one.'),
} as const satisfies Record<string, FaultKind>;

export type FaultCode = keyof typeof faultKinds;
