import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderDocument } from '../document/render.js';
import { defaultClock, timetable } from '../courses/index.js';
import type { Curriculum } from '../format/index.js';
import { dayRange, addDays } from '../kernel/dates.js';
import { orderKey, productModel, type ProductOrder, standingOrders } from './catalog.rules.js';
import { agendaPieces } from './schedule.rules.js';

export interface ProductsWish {
  /** Null: both, each in a document of its own. */
  readonly locale: 'lo' | 'en' | 'both' | null;
  readonly variant: string | null;
  /** With a start date, agenda and session plan are made too. */
  readonly start: string | null;
}

/** What a folder has no date of its own for; the same folder is to give the same bytes. */
const undated = new Date('2026-01-01T00:00:00Z');

/** Prints everything that can be printed of a curriculum into a folder, without a database. Returns what was made. */
export async function printProducts(
  curriculum: Curriculum,
  folder: string,
  { locale, variant, start }: ProductsWish,
  said: (line: string) => void,
): Promise<{ files: number; pages: number }> {
  await mkdir(folder, { recursive: true });
  const occasion = start === null ? null : occasionFrom(curriculum, variant, start);
  let [files, pages] = [0, 0];
  for (const order of ordersFor(curriculum, locale, variant, occasion !== null)) {
    const model = productModel(curriculum, order, undated, occasion);
    if (model === null) continue;
    const made = await renderDocument(model);
    const name = `${curriculum.code}-${orderKey(order)}-${order.locale}.pdf`;
    await writeFile(join(folder, name), made.bytes);
    said(`${join(folder, name)}  ${made.pages} pages, ${Math.ceil(made.bytes.length / 1024)} kB`);
    files += 1;
    pages += made.pages;
  }
  return { files, pages };
}

function ordersFor(
  curriculum: Curriculum,
  locale: ProductsWish['locale'],
  variant: string | null,
  dated: boolean,
): ProductOrder[] {
  const standing = standingOrders(curriculum);
  const wanted =
    locale === 'both'
      ? standing.filter((order) => order.locale === 'en').map((order) => ({ ...order, locale }))
      : standing.filter((order) => locale === null || order.locale === locale);
  const locales = [...new Set(wanted.map((order) => order.locale))];
  const ofDays = (['agenda', 'plan'] as const).flatMap((kind) =>
    locales.map((each): ProductOrder => ({ kind, locale: each, variant: null, test: null, form: null })),
  );
  return [...wanted, ...(dated ? ofDays : [])].map((order) => ({ ...order, variant }));
}

function occasionFrom(curriculum: Curriculum, variant: string | null, start: string) {
  const dates = dayRange(start, addDays(start, curriculum.days - 1));
  const laid = timetable(agendaPieces(curriculum, variant), dates, defaultClock);
  return laid.fits ? { slots: laid.slots, name: null, place: null } : null;
}
