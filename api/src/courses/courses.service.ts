import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { Queries, type Tx } from '../db/queries.js';
import { fromCursor, pageOf } from '../http/contract.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import type { Course, CourseChange, CourseInput, CourseQuery } from './courses.contract.js';
import { refuseCourse } from './courses.failures.js';
import { type CourseFound, CoursesStore } from './courses.store.js';

/** Courses: what is delivered under which project. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly queries: Queries,
    private readonly store: CoursesStore,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { limit, after, projectId }: CourseQuery) {
    const [from = ''] = fromCursor(after, 1) ?? [];
    const { items, next } = pageOf(
      await this.store.courses(projectId ?? null, String(from), limit + 1),
      limit,
      ({ code }) => [code],
    );
    return { items: items.map((course) => seenBy(actor, course)), next };
  }

  async course(actor: Actor, id: string): Promise<Course> {
    const found = await this.store.course(id);
    if (found === null) throw refuseCourse('course.missing');
    return seenBy(actor, found);
  }

  async add(actor: Actor, input: CourseInput): Promise<Course> {
    const id = newId();
    await this.write(
      (tx) => this.store.addCourse(tx, { id, ...input, createdAt: this.clock.now(), createdBy: actor.personId }),
      input.code,
    );
    return this.course(actor, id);
  }

  async change(actor: Actor, id: string, { titleEn, titleLo }: CourseChange): Promise<Course> {
    await this.write((tx) => this.existing(this.store.changeCourse(tx, id, { titleEn, titleLo })));
    return this.course(actor, id);
  }

  async remove(id: string): Promise<void> {
    await this.write((tx) => this.existing(this.store.removeCourse(tx, id)));
  }

  /** One write, with what the constraints of the table mean in words. */
  private async write(work: (tx: Tx) => Promise<unknown>, code = ''): Promise<void> {
    await this.queries.transaction(work).catch((fault: { constraint?: string }) => {
      if (fault.constraint === 'courses_code_once') throw refuseCourse('course.code_taken', { code });
      if (fault.constraint === 'courses_project_fk') throw refuseCourse('course.project_missing');
      if (fault.constraint === 'courses_curriculum_fk') throw refuseCourse('course.curriculum_missing');
      if (fault.constraint === 'cohorts_course_fk') throw refuseCourse('course.in_use');
      throw fault;
    });
  }

  private async existing(found: Promise<boolean>): Promise<void> {
    if (!(await found)) throw refuseCourse('course.missing');
  }
}

function seenBy(actor: Actor, course: CourseFound): Course {
  const edits: Course['allowed'] =
    scope(actor, 'course.edit') === null ? [] : course.cohorts === 0 ? ['edit', 'remove'] : ['edit'];
  return { ...course, allowed: scope(actor, 'cohort.plan') === null ? edits : [...edits, 'plan'] };
}
