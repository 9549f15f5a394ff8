import { Injectable } from '@nestjs/common';
import { Queries, type Tx } from '../db/queries.js';
import { fromCursor, pageOf } from '../http/contract.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import type { PartyInput, ProjectInput } from './programme.contract.js';
import { refuseProgramme } from './programme.failures.js';
import { type PartyKind, ProgrammeStore } from './programme.store.js';

interface PageWish {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Who pays, who runs and who is partner. */
@Injectable()
export class ProgrammeService {
  constructor(
    private readonly queries: Queries,
    private readonly store: ProgrammeStore,
    private readonly clock: Clock,
  ) {}

  async parties(kind: PartyKind, { limit, after }: PageWish) {
    return pageOf(await this.store.parties(kind, lastCode(after), limit + 1), limit, ({ code }) => [code]);
  }

  async addParty(kind: PartyKind, input: PartyInput) {
    const id = newId();
    await this.write((tx) => this.store.addParty(tx, kind, { id, ...input, createdAt: this.clock.now() }), input.code);
    return (await this.store.party(kind, id))!;
  }

  async changeParty(kind: PartyKind, id: string, input: PartyInput) {
    const { code, nameEn, nameLo } = input;
    await this.write((tx) => this.existing(this.store.setParty(tx, kind, id, { code, nameEn, nameLo })), code);
    return (await this.store.party(kind, id))!;
  }

  async removeParty(kind: PartyKind, id: string): Promise<void> {
    await this.write((tx) => this.existing(this.store.removeParty(tx, kind, id)));
  }

  async projects({ limit, after }: PageWish) {
    return pageOf(await this.store.projects(lastCode(after), limit + 1), limit, ({ code }) => [code]);
  }

  async project(id: string) {
    const found = await this.store.project(id);
    if (found === null) throw refuseProgramme('programme.missing');
    return found;
  }

  async addProject(input: ProjectInput) {
    const id = newId();
    await this.write((tx) => this.store.addProject(tx, { id, ...input, createdAt: this.clock.now() }), input.code);
    return this.project(id);
  }

  async changeProject(id: string, input: ProjectInput) {
    await this.write((tx) => this.existing(this.store.setProject(tx, id, { ...input })), input.code);
    return this.project(id);
  }

  async removeProject(id: string): Promise<void> {
    await this.write((tx) => this.existing(this.store.removeProject(tx, id)));
  }

  /** One write, with what the constraints of the tables mean in words. */
  private async write(work: (tx: Tx) => Promise<unknown>, code = ''): Promise<void> {
    await this.queries.transaction(work).catch((fault: { constraint?: string }) => {
      const { constraint = '' } = fault;
      if (constraint.endsWith('_code_once')) throw refuseProgramme('programme.code_taken', { code });
      if (constraint === 'courses_project_fk') throw refuseProgramme('programme.in_use');
      if (constraint.startsWith('projects_') && constraint.endsWith('_fk'))
        throw refuseProgramme(code === '' ? 'programme.in_use' : 'programme.reference_missing');
      throw fault;
    });
  }

  private async existing(found: Promise<boolean>): Promise<void> {
    if (!(await found)) throw refuseProgramme('programme.missing');
  }
}

function lastCode(after: string | undefined): string {
  const [code = ''] = fromCursor(after, 1) ?? [];
  return String(code);
}
