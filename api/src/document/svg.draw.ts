import type { Sheet } from '../typeset/sheet.js';
import { atomsOf } from './atoms.js';
import { colours, hand } from './house.js';
import { writeAtoms } from './line-writer.js';
import { solidWidth } from './lines.rules.js';
import { type Drawing, numbersOf, type SvgElement } from './svg.rules.js';

/** What an element inherits from those around it (SVG 2, painting and text properties). */
interface Look {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dash: string;
  readonly cap: string;
  readonly join: string;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly rule: string;
  readonly size: number;
  readonly bold: boolean;
  readonly mono: boolean;
  readonly anchor: string;
}

const plainLook: Look = {
  fill: 'black',
  stroke: 'none',
  strokeWidth: 1,
  dash: 'none',
  cap: 'butt',
  join: 'miter',
  fillOpacity: 1,
  strokeOpacity: 1,
  rule: 'nonzero',
  size: 16,
  bold: false,
  mono: false,
  anchor: 'start',
};

/** Draws the drawing into a rectangle of its own proportions; lines and letters stay lines and letters. */
export function drawSvg(sheet: Sheet, drawing: Drawing, x: number, y: number, width: number): void {
  const [left, top, across, down] = drawing.box;
  sheet
    .save()
    .translate(x, y)
    .scale(width / across)
    .translate(-left, -top);
  sheet.rect(left, top, across, down).clip();
  for (const child of drawing.root.children) draw(sheet, child, inherited(drawing.root, plainLook), drawing);
  sheet.restore();
}

function draw(sheet: Sheet, element: SvgElement, above: Look, drawing: Drawing): void {
  const { name, attributes, children } = element;
  if (['defs', 'title', 'desc'].includes(name) || name.endsWith('Gradient')) return;
  const look = inherited(element, above);
  sheet.save();
  transform(sheet, attributes['transform'] ?? '');
  if (name === 'g' || name === 'svg') for (const child of children) draw(sheet, child, look, drawing);
  else if (name === 'text') write(sheet, element, look);
  else if (outline(sheet, element)) paint(sheet, element, look, drawing);
  sheet.restore();
}

/** Lays the path of a shape; false when there is nothing to see. */
function outline(sheet: Sheet, { name, attributes }: SvgElement): boolean {
  const value = (key: string) => Number.parseFloat(attributes[key] ?? '0') || 0;
  if (name === 'path' && attributes['d']) sheet.path(attributes['d']);
  else if (name === 'rect') {
    const radius = Math.min(value('rx') || value('ry'), value('width') / 2, value('height') / 2);
    if (value('width') <= 0 || value('height') <= 0) return false;
    if (radius > 0) sheet.roundedRect(value('x'), value('y'), value('width'), value('height'), radius);
    else sheet.rect(value('x'), value('y'), value('width'), value('height'));
  } else if (name === 'circle') sheet.circle(value('cx'), value('cy'), value('r'));
  else if (name === 'ellipse') sheet.ellipse(value('cx'), value('cy'), value('rx'), value('ry'));
  else if (name === 'line') sheet.moveTo(value('x1'), value('y1')).lineTo(value('x2'), value('y2'));
  else if (name === 'polyline' || name === 'polygon') {
    const places = numbersOf(attributes['points'] ?? '');
    if (places.length < 4) return false;
    for (let at = 0; at + 1 < places.length; at += 2)
      if (at === 0) sheet.moveTo(places[0]!, places[1]!);
      else sheet.lineTo(places[at]!, places[at + 1]!);
    if (name === 'polygon') sheet.closePath();
  } else return false;
  return true;
}

function paint(sheet: Sheet, element: SvgElement, look: Look, drawing: Drawing): void {
  const inside = element.name === 'line' ? null : paintOf(sheet, look.fill, element, drawing);
  const edge = look.strokeWidth > 0 ? paintOf(sheet, look.stroke, element, drawing) : null;
  const rule = look.rule === 'evenodd' ? 'even-odd' : 'non-zero';
  if (inside === null && edge === null) {
    sheet.addContent('n');
    return;
  }
  if (inside !== null) sheet.fillColor(inside, look.fillOpacity);
  if (edge !== null) {
    sheet
      .lineWidth(look.strokeWidth)
      .lineCap(look.cap as 'butt')
      .lineJoin(look.join as 'miter');
    const dash = numbersOf(look.dash);
    if (dash.length > 0 && dash.every((each) => each >= 0) && dash.some((each) => each > 0))
      sheet.addContent(`[${dash.join(' ')}] 0 d`);
    sheet.strokeColor(edge, look.strokeOpacity);
  }
  if (inside !== null && edge !== null) (sheet.fillAndStroke as (rule: string) => void)(rule);
  else if (inside !== null) (sheet.fill as (rule: string) => void)(rule);
  else sheet.stroke();
}

type Ink = Parameters<Sheet['fillColor']>[0];

function paintOf(sheet: Sheet, value: string, element: SvgElement, { paints }: Drawing): Ink | null {
  if (value === 'none' || value === 'transparent') return null;
  const id = /^url\(['"]?#([^'")]+)['"]?\)/.exec(value)?.[1];
  if (id === undefined) return value as Ink;
  const gradient = paints.get(id);
  return gradient === undefined ? null : gradientOf(sheet, gradient, boundsOf(element));
}

/** A gradient in the units of the shape's bounds, which is their default. */
function gradientOf(sheet: Sheet, { name, attributes, children }: SvgElement, bounds: Bounds): Ink {
  const own = attributes['gradientUnits'] === 'userSpaceOnUse';
  const along = (key: string, fallback: number, from: number, length: number) => {
    const text = attributes[key];
    const value = text === undefined ? fallback : Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1);
    return own ? value : from + value * length;
  };
  const { x, y, width, height } = bounds;
  const made =
    name === 'linearGradient'
      ? sheet.linearGradient(
          along('x1', 0, x, width),
          along('y1', 0, y, height),
          along('x2', 1, x, width),
          along('y2', 0, y, height),
        )
      : sheet.radialGradient(
          along('cx', 0.5, x, width),
          along('cy', 0.5, y, height),
          0,
          along('cx', 0.5, x, width),
          along('cy', 0.5, y, height),
          along('r', 0.5, 0, Math.max(width, height)),
        );
  for (const { attributes: stop } of children) {
    const at = stop['offset'] ?? '0';
    const offset = Number.parseFloat(at) / (at.endsWith('%') ? 100 : 1) || 0;
    made.stop(Math.min(1, Math.max(0, offset)), stop['stop-color'] ?? 'black');
  }
  return made as unknown as Ink;
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boundsOf({ name, attributes }: SvgElement): Bounds {
  const value = (key: string) => Number.parseFloat(attributes[key] ?? '0') || 0;
  if (name === 'rect') return { x: value('x'), y: value('y'), width: value('width'), height: value('height') };
  if (name === 'circle' || name === 'ellipse') {
    const [rx, ry] = name === 'circle' ? [value('r'), value('r')] : [value('rx'), value('ry')];
    return { x: value('cx') - rx, y: value('cy') - ry, width: 2 * rx, height: 2 * ry };
  }
  const places = numbersOf(attributes['points'] ?? attributes['d'] ?? '');
  const xs = places.filter((_, index) => index % 2 === 0);
  const ys = places.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function write(sheet: Sheet, element: SvgElement, look: Look): void {
  const value = (key: string, from: SvgElement, fallback: number) =>
    numbersOf(from.attributes[key] ?? '')[0] ?? fallback;
  const [x, y] = [value('x', element, 0), value('y', element, 0)];
  if (element.text.trim() !== '') writeLine(sheet, element.text, look, x, y);
  let at = y;
  for (const line of element.children) {
    at = value('y', line, at) + value('dy', line, 0);
    if (line.name === 'tspan') writeLine(sheet, line.text, inherited(line, look), value('x', line, x), at);
  }
}

function writeLine(sheet: Sheet, text: string, look: Look, x: number, y: number): void {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '' || look.fill === 'none') return;
  const face = look.bold ? 'sans-semibold' : 'sans-regular';
  const colour = /^#[0-9a-f]{6}$/i.test(look.fill) ? look.fill : colours.ink;
  const atoms = atomsOf([{ text: words, code: look.mono }], hand(look.size, 'en', { face, colour }));
  const width = solidWidth(atoms, 0, atoms.length);
  const room = look.anchor === 'middle' ? width / 2 : look.anchor === 'end' ? width : 0;
  writeAtoms(sheet, atoms, x - room, y);
}

function transform(sheet: Sheet, text: string): void {
  for (const [, name, inside] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const [a = 0, b, c = 0, d = 0, e = 0, f = 0] = numbersOf(inside!);
    if (name === 'translate') sheet.translate(a, b ?? 0);
    else if (name === 'scale') sheet.transform(a, 0, 0, b ?? a, 0, 0);
    else if (name === 'rotate') sheet.rotate(a, { origin: [b ?? 0, c] });
    else if (name === 'matrix') sheet.transform(a, b ?? 0, c, d, e, f);
    else if (name === 'skewX') sheet.transform(1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0);
    else if (name === 'skewY') sheet.transform(1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0);
  }
}

function inherited({ attributes }: SvgElement, above: Look): Look {
  const opacity = Number(attributes['opacity'] ?? 1);
  const number = (key: string, fallback: number) => numbersOf(attributes[key] ?? '')[0] ?? fallback;
  return {
    fill: longColour(attributes['fill'] ?? above.fill),
    stroke: longColour(attributes['stroke'] ?? above.stroke),
    strokeWidth: number('stroke-width', above.strokeWidth),
    dash: attributes['stroke-dasharray'] ?? above.dash,
    cap: attributes['stroke-linecap'] ?? above.cap,
    join: attributes['stroke-linejoin'] ?? above.join,
    fillOpacity: number('fill-opacity', above.fillOpacity) * opacity,
    strokeOpacity: number('stroke-opacity', above.strokeOpacity) * opacity,
    rule: attributes['fill-rule'] ?? above.rule,
    size: number('font-size', above.size),
    bold: attributes['font-weight'] === undefined ? above.bold : /bold|[6-9]00/.test(attributes['font-weight']),
    mono: attributes['font-family'] === undefined ? above.mono : /mono/i.test(attributes['font-family']),
    anchor: attributes['text-anchor'] ?? above.anchor,
  };
}

const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  gray: '#808080',
  grey: '#808080',
};

function longColour(text: string): string {
  if (/^#[0-9a-f]{3}$/i.test(text)) return `#${Array.from(text.slice(1), (digit) => digit + digit).join('')}`;
  return named[text] ?? text;
}
