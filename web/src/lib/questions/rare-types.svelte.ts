import { keepLoaded } from '#lib/session/service-worker.js';

const load = () => import('./rare.js');
type Rare = Awaited<ReturnType<typeof load>>;

/** The types of questions that come when a page has one: one file for all, since most lessons have several. */
class RareTypes {
  loaded = $state.raw<Rare | null>(null);
  /** Not on this device, and no network to fetch them. */
  failed = $state(false);

  async fetch(): Promise<Rare | null> {
    if (this.loaded) return this.loaded;
    try {
      this.loaded = await load();
      this.failed = false;
      void keepLoaded();
    } catch {
      this.failed = true;
    }
    return this.loaded;
  }
}

export const rareTypes = new RareTypes();
