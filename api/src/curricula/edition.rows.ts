import type { CurriculumVersionRow, ModulePageRow, ModuleRow, QuestionRow, TestRow } from './curricula.rows.js';
import type { Edition } from './edition.rules.js';

/** The rows of a whole version, ready to be written. */
export function toRows(made: Edition, head: Omit<CurriculumVersionRow, 'outline'>) {
  const version: CurriculumVersionRow = { ...head, outline: made.outline };
  const versionId = version.id;
  const modules: ModuleRow[] = made.modules.map(({ title, ...module }) => ({
    versionId,
    ...module,
    titleEn: title.en,
    titleLo: title.lo,
  }));
  const pages: ModulePageRow[] = made.pages.map((page) => ({ versionId, ...page }));
  const questions: QuestionRow[] = made.questions.map(({ moduleCode, position, question }) => {
    const { id, use, type, objective, points } = question;
    return { versionId, id, moduleCode, position, use, type, objective, points, content: question };
  });
  const tests: TestRow[] = made.tests.map(({ code, purpose, title, minutes, pass_percent, draw }) => ({
    versionId,
    code,
    purpose,
    titleEn: title.en,
    titleLo: title.lo,
    minutes,
    passPercent: pass_percent,
    draw,
  }));
  return { version, modules, pages, questions, tests };
}
