import { Injectable } from '@nestjs/common';
import { Queries, type Tx } from '../db/queries.js';
import type { Course } from './courses.contract.js';
import { CourseRow } from './courses.rows.js';

export type CourseFound = Omit<Course, 'allowed'>;

const courseColumns = `
  select k.id, k.code, k.title_en as "titleEn", k.title_lo as "titleLo",
    jsonb_build_object('id', j.id, 'code', j.code, 'titleEn', j.title_en, 'titleLo', j.title_lo, 'donorCode', d.code) as project,
    jsonb_build_object('id', c.id, 'code', c.code) as curriculum, coalesce(n.cohorts, 0) as cohorts, coalesce(n.seats, 0) as seats, coalesce(n.taken, 0) as "seatsTaken"
  from courses k join projects j on j.id = k.project_id join donors d on d.id = j.donor_id join curricula c on c.id = k.curriculum_id
  left join lateral (select count(*)::int as cohorts, sum(o.seats)::int as seats, sum(o.seats_taken)::int as taken
    from cohorts o where o.course_id = k.id and o.state <> 'cancelled') n on true`;

@Injectable()
export class CoursesStore {
  constructor(private readonly queries: Queries) {}

  courses(projectId: string | null, after: string, limit: number): Promise<CourseFound[]> {
    return this.queries.read(
      `${courseColumns} where k.code > $1 and ($2::uuid is null or k.project_id = $2) order by k.code limit $3`,
      [after, projectId, limit],
    );
  }

  async course(id: string): Promise<CourseFound | null> {
    const [found] = await this.queries.read<CourseFound>(`${courseColumns} where k.id = $1`, [id]);
    return found ?? null;
  }

  async addCourse(tx: Tx, row: CourseRow): Promise<void> {
    await tx.insert(CourseRow, row);
  }

  async changeCourse(tx: Tx, id: string, change: Pick<CourseRow, 'titleEn' | 'titleLo'>): Promise<boolean> {
    return (await tx.update(CourseRow, { id }, change)).affected === 1;
  }

  async removeCourse(tx: Tx, id: string): Promise<boolean> {
    return (await tx.delete(CourseRow, { id })).affected === 1;
  }
}
