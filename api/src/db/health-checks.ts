import { Injectable } from '@nestjs/common';

/** One thing that must hold. Answers the sentences about what does not; none when all is well. */
export interface HealthCheck {
  /** What is checked, as a person reads it: `Certificate numbers have no gap`. */
  readonly name: string;
  run(): Promise<readonly string[]>;
}

/** What `doctor` examines: each feature adds the checks of its own tables when it starts. */
@Injectable()
export class HealthChecks {
  private readonly checks: HealthCheck[] = [];

  add(...checks: readonly HealthCheck[]): void {
    this.checks.push(...checks);
  }

  all(): readonly HealthCheck[] {
    return this.checks;
  }
}
