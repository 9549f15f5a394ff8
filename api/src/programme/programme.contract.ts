import { z } from 'zod';
import { Day, Line, OptionalLine, PageOf, PageQuery, Uuid } from '../http/contract.js';

export const ProgrammeQuery = PageQuery;

/** Short names as people write them in budgets and letters: `CHARJ+`, `J/TIP`, `CANADA-INDUCTION-P3`. */
const Code = Line(40)
  .toUpperCase()
  .refine((code) => /^[A-Z0-9][A-Z0-9+/._-]*$/.test(code), 'A code has capitals, digits and + / . _ -');

/** What a donor or an agency is entered as. */
export const PartyInput = z
  .object({ code: Code, nameEn: Line(200), nameLo: OptionalLine(200) })
  .meta({ id: 'PartyInput' });
export type PartyInput = z.output<typeof PartyInput>;

/** A donor or an agency, with how many projects name it. */
export const Party = z
  .object({ id: Uuid, code: z.string(), nameEn: z.string(), nameLo: z.string().nullable(), projects: z.int() })
  .meta({ id: 'Party' });
export const PartyPage = PageOf(Party).meta({ id: 'PartyPage' });

export const ProjectInput = z
  .object({
    code: Code,
    titleEn: Line(300),
    titleLo: OptionalLine(300),
    phase: z.int().min(1).max(99).nullable().default(null),
    donorId: Uuid,
    implementerId: Uuid.nullable().default(null),
    partnerId: Uuid.nullable().default(null),
    startsOn: Day.nullable().default(null),
    endsOn: Day.nullable().default(null),
    note: z.string().trim().max(2000).default(''),
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'A project does not end before it starts',
  })
  .meta({ id: 'ProjectInput' });
export type ProjectInput = z.output<typeof ProjectInput>;

const Named = z.object({ id: Uuid, code: z.string(), nameEn: z.string(), nameLo: z.string().nullable() });

export const Project = z
  .object({
    id: Uuid,
    code: z.string(),
    titleEn: z.string(),
    titleLo: z.string().nullable(),
    phase: z.int().nullable(),
    donor: Named,
    implementer: Named.nullable(),
    partner: Named.nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    note: z.string(),
    courses: z.int(),
  })
  .meta({ id: 'Project' });
export const ProjectPage = PageOf(Project).meta({ id: 'ProjectPage' });
