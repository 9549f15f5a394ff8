import { Injectable } from '@nestjs/common';
import { Queries } from '../db/queries.js';

/** Where a class will be held, as far as it is known. */
export interface Venue {
  readonly provinceId?: string | null | undefined;
  readonly venueLo?: string | null | undefined;
  readonly venueEn?: string | null | undefined;
}

const classOn = (unit: string, day: string) => `join lateral (
    select k.class from unit_classes k where k.unit_id = ${unit} and k.valid_from <= ${day} order by k.valid_from desc limit 1
  ) held on true`;

/** At which posts people serve, and which post a venue is named after. */
@Injectable()
export class VariantsStore {
  constructor(private readonly queries: Queries) {}

  /** Of the people named, and of those with or waiting for a seat in the cohort, how many serve at posts of each class that day. */
  posts(
    personIds: readonly string[],
    cohortId: string | null,
    day: string,
  ): Promise<{ class: string; people: number }[]> {
    return this.queries.read(
      `select held.class, count(*)::int as people
       from (select unnest($1::uuid[]) as id
             union select e.person_id from enrolments e where e.cohort_id = $2::uuid and e.state <> 'withdrawn') come
       join postings o on o.person_id = come.id and o.valid_from <= $3::date and coalesce(o.valid_to, $3::date) >= $3::date
       ${classOn('o.unit_id', '$3::date')} group by held.class`,
      [personIds, cohortId, day],
    );
  }

  /** The checkpoint whose name stands in that of the venue; of several the one with the longest name. */
  async venue({ provinceId, venueLo, venueEn }: Venue, day: string): Promise<{ class: string } | null> {
    const [found] = await this.queries.read<{ class: string }>(
      `select held.class from units u ${classOn('u.id', '$4::date')}
       where u.kind = 'checkpoint' and (u.closed_on is null or u.closed_on > $4::date)
         and ($1::text is null or u.province_id is null or u.province_id = $1)
         and (position(u.name_lo in $2::text) > 0 or position(lower(u.name_en) in lower($3::text)) > 0)
       order by length(u.name_lo) desc, u.id limit 1`,
      [provinceId ?? null, venueLo ?? '', venueEn ?? '', day],
    );
    return found ?? null;
  }
}
