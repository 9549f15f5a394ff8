// The baseline of a check: the same files, read one after the other with the parsers that the program uses, and nothing looked at.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import { parse } from 'yaml';

const extensions = [directive(), gfmTable()];
const mdastExtensions = [directiveFromMarkdown(), gfmTableFromMarkdown()];

for (const folder of process.argv.slice(2))
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    if (entry.name.endsWith('.yaml')) parse(text);
    else if (entry.name.endsWith('.md')) fromMarkdown(text, { extensions, mdastExtensions });
  }
