import type { KeptAnswers } from './kept.svelte.js';
import { joined, type Lesson, type ReadHere } from './lesson.rules.js';
import type { Outbox } from './outbox.svelte.js';

const NAME = 'read-here';
const nothing: ReadHere = { sections: [], openedAt: null, finishedAt: null };

/** Reading, as facts for the server and as marks that show at once on this device. */
export class Progress {
  #here = $state.raw<Readonly<Record<string, ReadHere>>>({});
  readonly #kept: KeptAnswers;
  readonly #outbox: Outbox;
  readonly #ready: Promise<void>;

  constructor(kept: KeptAnswers, outbox: Outbox) {
    this.#kept = kept;
    this.#outbox = outbox;
    this.#ready = kept.get<Record<string, ReadHere>>(NAME).then((known) => void (this.#here = known?.value ?? {}));
  }

  of(cohort: string, lesson: Lesson): Lesson {
    return joined(lesson, this.#here[`${cohort} ${lesson.code}`]);
  }

  async opened(cohort: string, lesson: Lesson): Promise<void> {
    if (this.of(cohort, lesson).openedAt) return;
    await this.#note(cohort, lesson.code, (here, now) => ({ ...here, openedAt: now }));
    await this.#outbox.add({ kind: 'module.opened', cohort, payload: { module: lesson.code } });
  }

  /** A part was read; with the last one the lesson is finished too. */
  async finished(cohort: string, lesson: Lesson, section: string): Promise<void> {
    const before = this.of(cohort, lesson);
    const isNew = !before.finished.includes(section);
    const isLast =
      before.finishedAt === null && before.sections.every((id) => id === section || before.finished.includes(id));
    if (!isNew && !isLast) return;
    await this.#note(cohort, lesson.code, (here, now) => ({
      openedAt: here.openedAt ?? now,
      sections: [...new Set([...here.sections, section])],
      finishedAt: here.finishedAt ?? (isLast ? now : null),
    }));
    const module = lesson.code;
    await this.#outbox.add(
      ...(isNew ? [{ kind: 'section.finished', cohort, payload: { module, section } }] : []),
      ...(isLast ? [{ kind: 'module.finished', cohort, payload: { module } }] : []),
    );
  }

  async #note(cohort: string, code: string, change: (here: ReadHere, now: string) => ReadHere): Promise<void> {
    await this.#ready;
    const key = `${cohort} ${code}`;
    this.#here = { ...this.#here, [key]: change(this.#here[key] ?? nothing, new Date().toISOString()) };
    await this.#kept.put(NAME, this.#here);
  }
}
