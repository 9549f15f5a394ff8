import { z } from 'zod';
import { Author } from '../curricula/index.js';
import { Instant, Uuid } from '../http/contract.js';
import { Fault, Revision } from '../authoring/index.js';
import { textStates } from './module-facts.rules.js';

/** The front matter of both files of a module, as long as given. A text that is not there is empty. */
const factsShape = (letters: number, entries: number) => {
  const text = z.string().max(letters);
  const both = z.object({ en: text, lo: text });
  return z.object({
    title: both,
    minutes: z.number().nullable(),
    objectives: z.array(z.object({ id: text, text: both })).max(entries),
    methods: z.array(both).max(entries),
    materials: z.array(both).max(entries),
    sources: z.array(z.object({ id: text, text })).max(entries),
    /** Of the Lao text. */
    state: z.enum(textStates),
  });
};

/* Wider than the format: what is too long or too much is said at its field and not refused as a whole. */
const TypedFacts = factsShape(4000, 200).meta({ id: 'ModuleFacts' });

export const FactsParam = z.object({ id: Uuid, folder: z.string().min(1).max(60) });

export const FactsInput = z.object({
  facts: TypedFacts,
  /** Of module.md and module.lo.md, as they were edited; null for a Lao file that is new. */
  revisions: z.object({ en: Revision, lo: Revision.nullable() }),
});
export type FactsInput = z.output<typeof FactsInput>;

export const WrittenFacts = z
  .object({
    folder: z.string(),
    code: z.string(),
    revisions: z.object({ en: z.int(), lo: z.int().nullable() }),
    /** Whatever the files hold. */
    facts: factsShape(512 * 1024, 100_000),
    /** What the sections take together, in the standard class. */
    sectionMinutes: z.int(),
    /** The texts whose English changed after their Lao was written: `title`, `objective:M02.1`, `methods`, `materials`. */
    stale: z.array(z.string()),
    /** What names an objective, so that it cannot simply go. */
    uses: z.array(z.object({ objective: z.string(), questions: z.array(z.string()), blueprints: z.array(z.string()) })),
    /** How often a source is named in the texts. */
    cited: z.array(z.object({ source: z.string(), times: z.int() })),
    /** What the check says of the front matter of both files. */
    faults: z.array(Fault),
    changedBy: Author.nullable(),
    changedAt: Instant,
  })
  .meta({ id: 'WrittenFacts' });
