import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../access/index.js';
import { Queries } from '../db/queries.js';
import { Clock } from '../kernel/clock.js';
import { IssuerSettings } from './certificates.contract.js';

const key = 'certificates.issuer';

/** Until an administrator says otherwise. The Lao form of the department is a draft; the motto is off. */
const untouched: IssuerSettings = {
  prefix: 'DOI',
  titleLo: 'ຫົວໜ້າກົມ',
  titleEn: 'Director General',
  departmentLo: 'ກົມກວດຄົນເຂົ້າ-ອອກເມືອງ',
  departmentEn: 'Department of Immigration',
  motto: false,
};

/** Who issues certificates here and what stands at their head. Certificates issued before keep what they were issued with. */
@Injectable()
export class IssuerService {
  constructor(
    private readonly queries: Queries,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<IssuerSettings> {
    const [row] = await this.queries.read<{ value: unknown }>(`select value from settings where key = $1`, [key]);
    return row === undefined ? untouched : IssuerSettings.parse({ ...untouched, ...(row.value as object) });
  }

  async change(actor: Pick<Actor, 'personId'>, settings: IssuerSettings): Promise<IssuerSettings> {
    await this.queries.transaction(async (tx) => {
      await tx.query(
        `insert into settings (key, value, changed_at, changed_by) values ($1, $2, $3, $4)
         on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
        [key, JSON.stringify(settings), this.clock.now(), actor.personId],
      );
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'certificate.settings_changed',
        subjectKind: 'setting',
        subjectId: key,
        details: { ...settings },
      });
    });
    return settings;
  }
}
