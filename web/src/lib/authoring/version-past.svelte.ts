import { api, ask } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import type { components } from '#lib/api/schema.js';
import type { Comparison } from './comparison.rules.js';
import type { Author } from './drafts.js';

type Version = components['schemas']['Curriculum']['versions'][number];

/** One version as its history tells of it; what came from files on the server has no author and no reason here. */
export interface PastVersion extends Version {
  why: string | null;
  by: Author | null;
  /** What it changed in the version before; undefined while that is asked for, null for the first. */
  change: Comparison['class'] | null | undefined;
}

/** How many changes are classified: each is a comparison that the server makes. */
const MOST_COMPARED = 5;

/** The versions of one curriculum with who, when, why and what kind of change. */
export class VersionPast {
  versions = $state<PastVersion[] | null>(null);
  failure = $state.raw<Failure | null>(null);

  async load(code: string): Promise<void> {
    const [curricula, publications, drafts] = await Promise.all([
      ask(api().GET('/api/v1/curricula', { params: { query: { limit: 200 } } })),
      ask(api().GET('/api/v1/curricula/{code}/publications', { params: { path: { code } } })),
      ask(api().GET('/api/v1/drafts', { params: { query: { state: 'published', curriculum: code, limit: 200 } } })),
    ]);
    this.failure = curricula.failure;
    const versions = curricula.data?.items.find((one) => one.code === code)?.versions ?? [];
    this.versions = versions.map((version, at) => ({
      ...version,
      why: publications.data?.items.find((one) => one.versionId === version.id)?.why ?? null,
      by: drafts.data?.items.find((one) => one.publishedVersionId === version.id)?.closedBy ?? null,
      change: at === versions.length - 1 ? null : undefined,
    }));
    await this.#classify();
  }

  async #classify(): Promise<void> {
    for (const [at, version] of (this.versions ?? []).slice(0, MOST_COMPARED).entries()) {
      const before = this.versions?.[at + 1];
      if (!before) return;
      const params = { path: { id: version.id }, query: { with: before.id } };
      const { data } = await ask(api().GET('/api/v1/versions/{id}/comparison', { params }));
      if (data && this.versions?.[at]) this.versions[at].change = data.class;
    }
  }
}
