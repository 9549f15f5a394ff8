/** The only source of the present. Rules never read it: they take `now`. */
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved; for tests and for replaying the past through the services. */
export class FixedClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.at);
  }

  moveTo(at: Date | string): void {
    this.at = new Date(at);
  }

  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}
