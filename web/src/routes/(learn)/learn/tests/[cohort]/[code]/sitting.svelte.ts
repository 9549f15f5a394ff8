import { api, ask } from '#lib/api/client.js';
import { clockOffset } from '#lib/api/connection.svelte.js';
import type { Failure } from '#lib/api/failure.js';
import type { Device } from '#lib/offline/device.js';
import { keepPictures } from '#lib/offline/packs.js';
import { isRare } from '#lib/questions/asked.rules.js';
import { rareTypes } from '#lib/questions/rare-types.svelte.js';
import {
  handedIn,
  joinedAnswers,
  nextSeq,
  withWaiting,
  type Answer,
  type Answers,
  type Attempt,
} from './sitting.rules.js';

interface Kept {
  attempt: Attempt;
  answers: Answers;
  submitted: string | null;
  clockOffset: number;
}

/** Somebody sitting a test: the paper, the answers and the sending, each written on this device before it is sent. */
export class Sitting {
  attempt = $state.raw<Attempt | null>(null);
  answers = $state.raw<Answers>({});
  /** The fact by which the attempt was sent. */
  submitted = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Whether this device has been looked into; before that nothing is known. */
  ready = $state(false);
  beginning = $state(false);

  readonly #device: Device;
  readonly #cohort: string;
  readonly #code: string;
  readonly #name: string;
  #clockOffset = 0;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(device: Device, cohort: string, code: string) {
    this.#device = device;
    this.#cohort = cohort;
    this.#code = code;
    this.#name = `attempt ${cohort} ${code}`;
  }

  /** Now, on the server's clock as far as this device knows it. */
  now(): number {
    return Date.now() + (clockOffset() ?? this.#clockOffset);
  }

  /** Takes up what this device has, so that a reload or a lost network changes nothing. */
  async takeUp(): Promise<void> {
    const kept = await this.#device.kept.get<Kept>(this.#name);
    if (kept) {
      this.attempt = kept.value.attempt;
      this.answers = kept.value.answers;
      this.submitted = kept.value.submitted;
      this.#clockOffset = kept.value.clockOffset;
    }
    this.ready = true;
  }

  /** What waits in the outbox belongs to the sitting too: another tab may have written it. */
  hearOutbox(): void {
    const { waiting } = this.#device.outbox;
    if (!this.attempt || waiting.length === 0) return;
    this.answers = withWaiting(this.answers, waiting, this.attempt.id);
    this.submitted ??= handedIn(waiting, this.attempt.id);
  }

  /** Begins, or goes on with, the attempt on the server; what was answered elsewhere comes along. */
  async begin(): Promise<void> {
    this.beginning = true;
    const { data, failure } = await ask(
      api().POST('/api/v1/attempts', { body: { cohortId: this.#cohort, testCode: this.#code } }),
    );
    this.failure = failure;
    if (data) {
      const known = this.attempt?.id === data.id;
      this.attempt = data;
      this.answers = joinedAnswers(known ? this.answers : {}, data.answers);
      if (!known) this.submitted = null;
      await this.#keep();
      await this.#keepBelongings(data);
    }
    this.beginning = false;
  }

  /** One after the other, so that a later answer never gets the smaller number. */
  answer(question: string, answer: Answer): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.attempt || this.submitted) return;
      const seq = nextSeq(this.answers, Date.now());
      const payload = { attempt: this.attempt.id, question, seq, answer };
      const [fact] = await this.#device.outbox.add({ kind: 'answer.saved', cohort: this.#cohort, payload });
      this.answers = { ...this.answers, [question]: { seq, answer, fact: fact ?? null } };
      await this.#keep();
    });
  }

  submit(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.attempt || this.submitted) return;
      const payload = { attempt: this.attempt.id, seq: nextSeq(this.answers, Date.now()) };
      const [fact] = await this.#device.outbox.add({ kind: 'attempt.submitted', cohort: this.#cohort, payload });
      this.submitted = fact ?? null;
      await this.#keep();
    });
  }

  /** Leaves an attempt that is over, to begin another. */
  async leaveBehind(): Promise<void> {
    this.attempt = null;
    this.answers = {};
    this.submitted = null;
    await this.#device.kept.forget(this.#name);
  }

  /** What the paper needs to be sat without a network: the types of its questions, and their pictures. */
  async #keepBelongings({ questions }: Attempt): Promise<void> {
    const pictures = questions.flatMap((one) => ('picture' in one && one.picture ? [one.picture.hash] : []));
    await Promise.all([
      questions.some(isRare) ? rareTypes.fetch() : null,
      keepPictures(this.#device.owner.personId, pictures),
    ]);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#writing.then(work);
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  #keep(): Promise<void> {
    const { attempt, answers, submitted } = this;
    this.#clockOffset = clockOffset() ?? this.#clockOffset;
    return this.#device.kept.put(this.#name, { attempt, answers, submitted, clockOffset: this.#clockOffset });
  }
}
