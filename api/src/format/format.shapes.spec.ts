import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { editorSchemas } from './format.shapes.js';

const folder = fileURLToPath(new URL('../../../curricula/schema/', import.meta.url));

test.each(Object.entries(editorSchemas()))(
  '%s is what the shapes say: if not, npm run khou -- curricula schema curricula/schema',
  async (name, schema) => {
    expect(JSON.parse(await readFile(folder + name, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  },
);

test('the schema of questions knows each type and what it needs', () => {
  const text = JSON.stringify(editorSchemas()['questions.schema.json']);
  for (const word of ['single', 'multiple', 'true-false', 'number', 'tolerance', 'rationale', 'scoring'])
    expect(text).toContain(`"${word}"`);
});
