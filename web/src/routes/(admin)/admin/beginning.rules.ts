/** What there is so far, on the way to a first class. */
interface Found {
  people: number;
  trainers: number;
  donors: number;
  projects: number;
  courses: number;
}
export type StepKey = 'people' | 'trainer' | 'donor' | 'project' | 'course' | 'cohort';

/** The steps in their order: each needs what those before it made. The first that is not done is the next. */
export function stepsOf(found: Found): { key: StepKey; href: string; state: 'done' | 'next' | 'later' }[] {
  const steps: { key: StepKey; href: string; done: boolean }[] = [
    // The administrator is on record already.
    { key: 'people', href: '/admin/people/import', done: found.people > 1 },
    { key: 'trainer', href: '/admin/people', done: found.trainers > 0 },
    { key: 'donor', href: '/admin/programme/donors', done: found.donors > 0 },
    { key: 'project', href: '/admin/programme', done: found.projects > 0 },
    { key: 'course', href: '/admin/courses/list', done: found.courses > 0 },
    { key: 'cohort', href: '/admin/courses/plan', done: false },
  ];
  const next = steps.find(({ done }) => !done);
  return steps.map(({ key, href, done }) => ({
    key,
    href,
    state: done ? 'done' : key === next?.key ? 'next' : 'later',
  }));
}
