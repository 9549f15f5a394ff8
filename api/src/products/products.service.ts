import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import {
  CohortRecordService,
  CohortVersionsService,
  defaultClock,
  MembershipService,
  shownVersions,
  timetable,
  TimetableService,
} from '../courses/index.js';
import { CurriculaService } from '../curricula/index.js';
import { addDays, dayRange } from '../kernel/dates.js';
import type { Occasion } from './agenda.rules.js';
import { audiences, orderKey, productKinds, type ProductOrder } from './catalog.rules.js';
import type { ProductKind, ProductLocale } from './edition.rules.js';
import { mayHave, type Reader } from './readers.rules.js';
import type { ProductQuery, ProductsQuery } from './products.contract.js';
import { refuseProduct } from './products.failures.js';
import { type ProductFile, ProductsMaker } from './products.maker.js';
import { ProductsStore, type VersionTies } from './products.store.js';
import { agendaPieces, clockTime } from './schedule.rules.js';

/** The printed products of a version, for whoever may have them; for anybody else they do not exist. */
@Injectable()
export class ProductsService {
  constructor(
    private readonly store: ProductsStore,
    private readonly maker: ProductsMaker,
    private readonly curricula: CurriculaService,
    private readonly members: MembershipService,
    private readonly records: CohortRecordService,
    private readonly timetables: TimetableService,
    private readonly versions: CohortVersionsService,
  ) {}

  async list(actor: Actor, versionId: string, { cohort }: ProductsQuery) {
    const { reader, variants } = await this.admitted(actor, versionId);
    const kinds = productKinds.filter((kind) => mayHave(reader, kind));
    if (kinds.length === 0) throw refuseProduct('product.missing');
    const variant = cohort === undefined ? null : await this.variantOf(actor, versionId, cohort, variants);
    const [outline, made] = await Promise.all([this.curricula.outline(versionId), this.store.madeOf(versionId)]);
    const files = new Map(made.map((file) => [`${file.product}/${file.locale}`, file]));
    const locales: readonly ProductLocale[] = outline.languages.lo === null ? ['en'] : ['lo', 'en', 'both'];
    const items = kinds.flatMap((kind) =>
      variantsOf(kind, outline.tests).flatMap(({ test, form }) =>
        locales.map((locale) => {
          const order: ProductOrder = {
            kind,
            locale,
            variant: test === null ? variant : null,
            test: test?.code ?? null,
            form,
          };
          const file = files.get(`${orderKey(order)}/${locale}`);
          return {
            product: kind,
            test: order.test,
            testTitle: test?.title ?? null,
            form,
            locale,
            audience: audiences[kind],
            needsDates: needsDates(kind),
            file: file === undefined ? null : { bytes: file.bytes, pages: file.pages },
          };
        }),
      ),
    );
    return { items, days: outline.days, variant, variants };
  }

  async file(actor: Actor, versionId: string, kind: ProductKind, query: ProductQuery) {
    const { reader, variants } = await this.admitted(actor, versionId);
    if (!mayHave(reader, kind)) throw refuseProduct('product.missing');
    const outline = await this.curricula.outline(versionId);
    const isOfTest = kind === 'paper' || kind === 'key';
    const test = isOfTest
      ? outline.tests.find(({ code }) => query.test === undefined || code === query.test)
      : undefined;
    if (isOfTest && test === undefined) throw refuseProduct('product.test_missing');
    const variant =
      query.cohort === undefined
        ? (query.variant ?? null)
        : await this.variantOf(actor, versionId, query.cohort, variants);
    if (variant !== null && !variants.some(({ id }) => id === variant)) throw refuseProduct('product.variant_missing');
    const order: ProductOrder = {
      kind,
      locale: outline.languages.lo === null ? 'en' : query.locale,
      /* The papers of a test are the same for every kind of class. */
      variant: isOfTest ? null : variant,
      test: test?.code ?? null,
      form: isOfTest ? (query.form ?? 'A') : null,
    };
    const name = `${outline.code}-${outline.version}-${orderKey(order)}-${order.locale}.pdf`;
    const file: ProductFile = needsDates(kind)
      ? await this.maker.forDays(versionId, order, await this.occasion(versionId, variant, query))
      : await this.maker.file(versionId, order);
    return { ...file, name };
  }

  /** The days of a class: its own timetable, or the agenda laid over dates. */
  private async occasion(versionId: string, variant: string | null, query: ProductQuery): Promise<Occasion> {
    if (query.cohort !== undefined) return this.occasionOf(query.cohort);
    const { start, time } = query;
    if (start === undefined) throw refuseProduct('product.dates_missing');
    const curriculum = await this.maker.curriculum(versionId);
    const dates = dayRange(start, addDays(start, (query.days ?? curriculum.days) - 1));
    const first = defaultClock.blocks[0]!.from;
    const [hours = 0, minutes = 0] = (time ?? clockTime(first)).split(':').map(Number);
    const shift = hours * 60 + minutes - first;
    const clock = {
      ...defaultClock,
      blocks: defaultClock.blocks.map(({ from, to }) => ({ from: from + shift, to: to + shift })),
    };
    const laid = timetable(agendaPieces(curriculum, variant), dates, clock);
    if (!laid.fits) throw refuseProduct('product.too_few_days', { minutes: laid.missingMinutes });
    return { slots: laid.slots, name: null, place: null };
  }

  private async occasionOf(cohortId: string): Promise<Occasion> {
    const [cohort, sessions] = await Promise.all([this.records.facts(cohortId), this.timetables.sessions(cohortId)]);
    return { slots: sessions, name: cohort.code, place: cohort.venueLo };
  }

  /** The kind of class that a cohort is, for somebody of it; null also where this version does not know the kind. */
  private async variantOf(
    actor: Actor,
    versionId: string,
    cohortId: string,
    variants: VersionTies['variants'],
  ): Promise<string | null> {
    const isSeated = await this.members.isEnrolledIn(actor.personId, cohortId);
    if (!isSeated) await this.members.readable(actor, 'cohort.read', cohortId);
    const versions = await this.versions.ofCohort(cohortId);
    if (!shownVersions(versions).includes(versionId)) throw refuseProduct('product.missing');
    return variants.some(({ id }) => id === versions.variant) ? versions.variant : null;
  }

  private async admitted(
    actor: Actor,
    versionId: string,
  ): Promise<{ reader: Reader; variants: VersionTies['variants'] }> {
    const ties = await this.store.ties(versionId, actor.personId);
    if (ties === null) throw refuseProduct('product.missing');
    const reader = {
      all: scope(actor, 'product.read') === 'all',
      trainer: actor.roles.includes('trainer'),
      teaches: actor.roles.includes('trainer') && ties.teaches,
      learns: actor.roles.includes('trainee') && ties.learns,
    };
    return { reader, variants: ties.variants };
  }
}

function needsDates(kind: ProductKind): boolean {
  return kind === 'agenda' || kind === 'plan';
}

/** Papers and keys are there once for each test and form; everything else once. */
function variantsOf<Test>(kind: ProductKind, tests: readonly Test[]) {
  if (kind !== 'paper' && kind !== 'key') return [{ test: null, form: null }];
  return tests.flatMap((test) => (['A', 'B'] as const).map((form) => ({ test, form })));
}
