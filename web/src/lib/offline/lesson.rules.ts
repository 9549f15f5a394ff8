import type { components } from '#lib/api/schema.js';

export type Lesson = components['schemas']['LessonProgress'];

/** What this device knows of a lesson, sent or not. */
export interface ReadHere {
  sections: readonly string[];
  openedAt: string | null;
  finishedAt: string | null;
}

/** The server's progress and this device's, joined: whoever read a part has read it, wherever it is known. */
export function joined(lesson: Lesson, here: ReadHere | undefined): Lesson {
  if (!here) return lesson;
  const finished = lesson.sections.filter((id) => lesson.finished.includes(id) || here.sections.includes(id));
  return {
    ...lesson,
    finished,
    openedAt: lesson.openedAt ?? here.openedAt,
    finishedAt: lesson.finishedAt ?? here.finishedAt,
  };
}

/** The section to go on with: the first that was not read, or the first of all. */
export function placeIn(lesson: Pick<Lesson, 'sections' | 'finished'>): number {
  const open = lesson.sections.findIndex((id) => !lesson.finished.includes(id));
  return open < 0 ? 0 : open;
}

/** The lesson after this one that is not finished, or the first that is not; null when all are. */
export function lessonAfter(lessons: readonly Lesson[], code: string): Lesson | null {
  const at = lessons.findIndex((lesson) => lesson.code === code);
  const open = (lesson: Lesson) => lesson.code !== code && lesson.finishedAt === null;
  return lessons.slice(at + 1).find(open) ?? lessons.find(open) ?? null;
}
