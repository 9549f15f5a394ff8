import { Injectable } from '@nestjs/common';
import { Queries, type Tx } from '../db/queries.js';
import { AgencyRow, DonorRow, ProjectRow } from './programme.rows.js';

/** Donors and agencies are entered and shown alike; they are two tables because a project needs the one and may name the others. */
export type PartyKind = 'donors' | 'agencies';

const partyRows = { donors: DonorRow, agencies: AgencyRow } as const;
const projectsOf = {
  donors: `(select count(*)::int from projects j where j.donor_id = p.id)`,
  agencies: `(select count(*)::int from projects j where j.implementer_id = p.id or j.partner_id = p.id)`,
} as const;

interface Named {
  id: string;
  code: string;
  nameEn: string;
  nameLo: string | null;
}

export interface Party extends Named {
  projects: number;
}

export interface Project extends Omit<ProjectRow, 'donorId' | 'implementerId' | 'partnerId' | 'createdAt'> {
  donor: Named;
  implementer: Named | null;
  partner: Named | null;
  courses: number;
}

const named = (alias: string) =>
  `case when ${alias}.id is null then null else jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'nameEn', ${alias}.name_en, 'nameLo', ${alias}.name_lo) end`;

const projectColumns = `
  select j.id, j.code, j.title_en as "titleEn", j.title_lo as "titleLo", j.phase, j.starts_on as "startsOn", j.ends_on as "endsOn", j.note,
    ${named('d')} as donor, ${named('i')} as implementer, ${named('p')} as partner,
    (select count(*)::int from courses c where c.project_id = j.id) as courses
  from projects j join donors d on d.id = j.donor_id
    left join agencies i on i.id = j.implementer_id left join agencies p on p.id = j.partner_id`;

@Injectable()
export class ProgrammeStore {
  constructor(private readonly queries: Queries) {}

  parties(kind: PartyKind, after: string, limit: number): Promise<Party[]> {
    return this.queries.read(`${this.partyColumns(kind)} where p.code > $1 order by p.code limit $2`, [after, limit]);
  }

  async party(kind: PartyKind, id: string): Promise<Party | null> {
    const [found] = await this.queries.read<Party>(`${this.partyColumns(kind)} where p.id = $1`, [id]);
    return found ?? null;
  }

  async addParty(tx: Tx, kind: PartyKind, row: DonorRow | AgencyRow): Promise<void> {
    await tx.insert(partyRows[kind], row);
  }

  /** True when there was such a record. */
  async setParty(
    tx: Tx,
    kind: PartyKind,
    id: string,
    change: { code: string; nameEn: string; nameLo: string | null },
  ): Promise<boolean> {
    return (await tx.update(partyRows[kind], { id }, change)).affected === 1;
  }

  async removeParty(tx: Tx, kind: PartyKind, id: string): Promise<boolean> {
    return (await tx.delete(partyRows[kind], { id })).affected === 1;
  }

  projects(after: string, limit: number): Promise<Project[]> {
    return this.queries.read(`${projectColumns} where j.code > $1 order by j.code limit $2`, [after, limit]);
  }

  async project(id: string): Promise<Project | null> {
    const [found] = await this.queries.read<Project>(`${projectColumns} where j.id = $1`, [id]);
    return found ?? null;
  }

  async addProject(tx: Tx, row: ProjectRow): Promise<void> {
    await tx.insert(ProjectRow, row);
  }

  async setProject(tx: Tx, id: string, change: Omit<ProjectRow, 'id' | 'createdAt'>): Promise<boolean> {
    return (await tx.update(ProjectRow, { id }, change)).affected === 1;
  }

  async removeProject(tx: Tx, id: string): Promise<boolean> {
    return (await tx.delete(ProjectRow, { id })).affected === 1;
  }

  private partyColumns(kind: PartyKind): string {
    return `select p.id, p.code, p.name_en as "nameEn", p.name_lo as "nameLo", ${projectsOf[kind]} as projects from ${kind} p`;
  }
}
