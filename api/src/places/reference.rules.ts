import { createHash } from 'node:crypto';
import {
  beforeRecords,
  checkpointClasses,
  confidences,
  provinceKinds,
  regions,
  travelModes,
  unitKinds,
  unitSearchKey,
} from './places.rules.js';

/** One line of geography.csv: every column as text, empty where it is not known. */
export type GeographyLine = Readonly<Record<string, string>>;

export interface Reference {
  readonly provinces: readonly ReturnType<typeof toProvince>[];
  /** Parents before their children. */
  readonly units: readonly ReturnType<typeof toUnit>[];
  readonly classes: readonly ReturnType<typeof toClasses>[number][];
}

/** The id of a reference record: the same in every installation, so that a hub and its headquarters speak of one post. */
export function referenceId(code: string): string {
  const hex = createHash('sha256').update(`khou unit ${code}`).digest('hex');
  // RFC 9562, 5.8: version 8 is for ids that are made in a way of one's own.
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** Reads the lines of geography.csv; throws with the code of the first line that cannot be. */
export function referenceOf(lines: readonly GeographyLine[]): Reference {
  const isProvince = (line: GeographyLine) => (provinceKinds as readonly string[]).includes(line['kind'] ?? '');
  const units = lines.filter((line) => !isProvince(line));
  return {
    provinces: lines.filter(isProvince).map(toProvince),
    units: units.map(toUnit),
    classes: units.flatMap(toClasses),
  };
}

function toProvince(line: GeographyLine) {
  return {
    id: needed(line, 'code'),
    kind: oneOf(line, 'kind', provinceKinds),
    nationalCode: needed(line, 'national_code'),
    region: oneOf(line, 'region', regions),
    regionAlt: line['region_alt'] ? oneOf(line, 'region_alt', regions) : null,
    ...named(line),
    ...marked(line),
  };
}

function toUnit(line: GeographyLine) {
  const unit = {
    id: referenceId(needed(line, 'code')),
    code: needed(line, 'code'),
    kind: oneOf(line, 'kind', unitKinds),
    parentId: line['parent'] ? referenceId(line['parent']) : null,
    provinceId: line['province'] || null,
    mode: line['mode'] ? oneOf(line, 'mode', travelModes) : null,
    neighbour: line['neighbour'] || null,
    counterpart: line['counterpart'] || null,
    closedOn: null,
    ...named(line),
    ...marked(line),
  };
  return { ...unit, searchKey: unitSearchKey(unit) };
}

/** `local@1993-01-01|international@2024-10-15`; without a date: as far back as records reach. */
function toClasses(line: GeographyLine) {
  return listed(line, 'classes').map((text) => {
    const [name, since] = text.split('@');
    const found = checkpointClasses.find((one) => one === name);
    if (!found) throw new Error(`geography.csv, ${line['code']}: there is no class "${name}"`);
    return {
      unitId: referenceId(needed(line, 'code')),
      class: found,
      validFrom: since || beforeRecords,
      source: line['source'] ?? '',
    };
  });
}

function named(line: GeographyLine) {
  return { nameEn: needed(line, 'name_en'), nameLo: needed(line, 'name_lo'), aliases: listed(line, 'aliases') };
}

function marked(line: GeographyLine) {
  return {
    lat: line['lat'] ? Number(line['lat']) : null,
    lon: line['lon'] ? Number(line['lon']) : null,
    coordConfidence: oneOf(line, 'coord_confidence', confidences),
    recordConfidence: oneOf(line, 'record_confidence', confidences),
    source: line['source'] ?? '',
    note: line['note'] ?? '',
  };
}

function needed(line: GeographyLine, column: string): string {
  const text = line[column];
  if (!text) throw new Error(`geography.csv, ${line['code']}: ${column} is missing`);
  return text;
}

function oneOf<const Words extends readonly string[]>(
  line: GeographyLine,
  column: string,
  words: Words,
): Words[number] {
  const text = needed(line, column);
  if (!words.includes(text)) throw new Error(`geography.csv, ${line['code']}: ${column} cannot be "${text}"`);
  return text;
}

function listed(line: GeographyLine, column: string): string[] {
  return (line[column] ?? '').split('|').filter((part) => part !== '');
}
