import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { vientianeDay } from '../../kernel/dates.js';
import { Queries } from '../../db/queries.js';
import { PlacesService } from '../../places/index.js';
import { RosterStore } from '../roster.store.js';
import { csvList, xlsxList } from './template.js';

const sexWords = { female: 'ຍິງ', male: 'ຊາຍ', not_stated: '' } as const;

/** Lists of people as files: the empty template, and everybody on record in the same columns, so that it can be read back. */
@Injectable()
export class ExportService {
  constructor(
    private readonly queries: Queries,
    private readonly roster: RosterStore,
    private readonly places: PlacesService,
    private readonly clock: Clock,
  ) {}

  async template(format: 'csv' | 'xlsx'): Promise<Buffer> {
    return format === 'csv' ? csvList([]) : xlsxList([]);
  }

  async everybody(): Promise<Buffer> {
    const today = vientianeDay(this.clock.now());
    const people = await this.queries.transaction((tx) => this.roster.everybody(tx, today));
    const codes = new Map((await this.places.unitNames()).map((unit) => [unit.id, unit.code]));
    const order = new Intl.Collator('lo');
    return csvList(
      people
        .sort((a, b) => order.compare(a.givenNameLo, b.givenNameLo))
        .map((person) => ({ ...person, sex: sexWords[person.sex], unit: codes.get(person.unitId ?? '') ?? null })),
    );
  }
}
