/** A kind of job: its name in the table and the shape of its payload. Declared beside its handler, in `*.jobs.ts`. */
export interface JobKind<Payload extends object> {
  readonly name: string;
  readonly payload?: Payload;
}

export type JobWork<Payload extends object> = (
  payload: Payload,
  run: JobRun,
) => Promise<Record<string, unknown> | void>;

/** What a handler may know of its own run. */
export interface JobRun {
  readonly jobId: string;
  readonly attempt: number;
}

const declared = new Set<string>();

export function declareJob<Payload extends object>(name: string): JobKind<Payload> {
  if (declared.has(name)) throw new Error(`The job ${name} is declared twice`);
  declared.add(name);
  return { name };
}

/** The handlers of this program: each declared job has exactly one, or the program does not start. */
export class JobHandlers {
  private readonly works = new Map<string, JobWork<object>>();

  handle<Payload extends object>(kind: JobKind<Payload>, work: JobWork<Payload>): void {
    if (this.works.has(kind.name)) throw new Error(`The job ${kind.name} has two handlers`);
    this.works.set(kind.name, work as unknown as JobWork<object>);
  }

  of(name: string): JobWork<object> | undefined {
    return this.works.get(name);
  }

  refuseGaps(): void {
    const without = [...declared].filter((name) => !this.works.has(name));
    if (without.length > 0) throw new Error(`These jobs have no handler: ${without.join(', ')}`);
  }
}
