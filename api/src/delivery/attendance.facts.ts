import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, scope } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import type { Tx } from '../db/queries.js';
import { isPlainDate, vientianeDay } from '../kernel/dates.js';
import { type Half, type AttendanceMark, attendanceMarks, halfDays, halves, markFault } from './attendance.rules.js';
import { AttendanceStore } from './attendance.store.js';
import { ClassStore } from './class.store.js';
import { refuseDelivery } from './delivery.failures.js';
import { FactKinds, type Outcome, type SentFact, acceptedWith, declareFact, refused } from './fact-kinds.js';
import { byTime, effectiveInstant } from './facts.rules.js';

export const attendanceMarked = declareFact(
  'attendance.marked',
  z.object({
    person: z.uuid(),
    date: z.string().refine(isPlainDate),
    half: z.enum(halves),
    mark: z.enum(attendanceMarks),
    /** Why a mark was changed later. */
    reason: z.string().trim().max(200).optional(),
  }),
);

type Marked = SentFact<{ person: string; date: string; half: Half; mark: AttendanceMark; reason?: string | undefined }>;

/** Attendance marks: the later one counts, whatever the order in which two devices send them. */
@Injectable()
export class AttendanceFacts implements OnModuleInit {
  constructor(
    private readonly kinds: FactKinds,
    private readonly classes: ClassStore,
    private readonly store: AttendanceStore,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.kinds.handle(attendanceMarked, (tx, facts, actor) => this.mark(tx, facts, actor));
  }

  private async mark(tx: Tx, facts: readonly Marked[], actor: Actor): Promise<Map<string, Outcome>> {
    const outcomes = await this.refusals(tx, facts, actor);
    const standing = facts.filter((fact) => !outcomes.has(fact.id));
    const placed = standing.map((fact) => ({ fact, at: effectiveInstant(fact), factId: fact.id }));
    const groups = [
      ...Map.groupBy(
        placed,
        ({ fact: { cohortId, payload } }) => `${cohortId} ${payload.person} ${payload.date} ${payload.half}`,
      ).values(),
    ];
    const latest = groups.map((group) => group.sort(byTime).at(-1)!);
    if (latest.length === 0) return outcomes;
    const put = await this.store.put(
      tx,
      latest.map(({ fact, at }) => ({
        cohort_id: fact.cohortId!,
        person_id: fact.payload.person,
        date: fact.payload.date,
        half: fact.payload.half,
        mark: fact.payload.mark,
        marked_at: at,
        marked_by: actor.personId,
        fact_id: fact.id,
      })),
    );
    const counted = new Set(put.map((row) => row.fact_id));
    for (const { fact } of latest)
      if (!counted.has(fact.id)) outcomes.set(fact.id, acceptedWith(refuseDelivery('attendance.superseded')));
    const reasons = new Map(standing.map((fact) => [fact.id, fact.payload.reason ?? null]));
    const changes = put.filter((row) => row.old_mark !== null && row.old_mark !== row.mark);
    for (const [cohortId, rows] of Map.groupBy(changes, (row) => row.cohort_id))
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'attendance.changed',
        subjectKind: 'cohort',
        subjectId: cohortId,
        details: {
          changes: rows.map((row) => ({
            person: row.person_id,
            date: row.date,
            half: row.half,
            from: row.old_mark,
            fromBy: row.old_by,
            fromAt: row.old_at!.toISOString(),
            to: row.mark,
            reason: reasons.get(row.fact_id) ?? null,
          })),
        },
      });
    return outcomes;
  }

  private async refusals(tx: Tx, facts: readonly Marked[], actor: Actor): Promise<Map<string, Outcome>> {
    const cohortIds = [...new Set(facts.flatMap((fact) => fact.cohortId ?? []))];
    const classes = new Map((await this.classes.classesFor(actor.personId, cohortIds, tx)).map((one) => [one.id, one]));
    const sessions = Map.groupBy(await this.classes.sessions(cohortIds, tx), (session) => session.cohortId);
    const seated = await this.classes.seatedAmong(tx, cohortIds, [
      ...new Set(facts.map((fact) => fact.payload.person)),
    ]);
    const onList = new Set(seated.map((row) => `${row.cohortId} ${row.personId}`));
    const meets = new Map([...classes.values()].map((one) => [one.id, halfDays(one, sessions.get(one.id) ?? [])]));
    const marksAll = scope(actor, 'attendance.mark') === 'all';
    const faults = facts.map(({ id, cohortId, recordedAt, payload }) => {
      const cohort = classes.get(cohortId ?? '');
      if (cohort === undefined) return [id, 'fact.cohort_unknown'] as const;
      const { person, date, half } = payload;
      const mayMark = marksAll || (cohort.teaches && scope(actor, 'attendance.mark') === 'own');
      return [
        id,
        markFault({
          mayMark,
          onList: onList.has(`${cohort.id} ${person}`),
          meets: meets.get(cohort.id)!,
          date,
          half,
          today: vientianeDay(recordedAt),
        }),
      ] as const;
    });
    return new Map(faults.flatMap(([id, fault]) => (fault === null ? [] : [[id, refused(refuseDelivery(fault))]])));
  }
}
