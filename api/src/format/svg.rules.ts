import { readSvg, type SvgElement } from '../document/svg.rules.js';

/*
 * Drawings that authors put beside a module. Only shapes and paint: nothing that runs, loads, links or styles. A file with
 * anything else is refused whole, so what is shown is what was checked, byte for byte.
 */

const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan defs linearGradient radialGradient stop title desc'.split(
    ' ',
  ),
);
const attributes = new Set(
  `xmlns viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points dx dy transform id offset
   fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray
   stroke-dashoffset stroke-miterlimit opacity stop-color stop-opacity gradientUnits gradientTransform spreadMethod
   font-family font-size font-weight font-style text-anchor letter-spacing preserveAspectRatio role aria-label`
    .trim()
    .split(/\s+/),
);
/** What may stand before a bracket in a value. */
const functions = new Set('matrix translate scale rotate skewx skewy rgb rgba hsl hsla'.split(' '));
/* A drawing cannot bring the typeface of the page: Lao in it would be set in whatever the device has, its marks out of place. */
const isDrawn = new Set(['text', 'tspan']);
const lao = /\p{Script=Lao}/u;

/** Width and height of the viewBox; null when the drawing is not one that a page may show. */
export function svgSize(text: string): { width: number; height: number } | null {
  const root = readSvg(text);
  if (root === null || !isAllowed(root)) return null;
  const [, , width = 0, height = 0] = (root.attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 && width <= 4000 && height <= 4000 ? { width, height } : null;
}

function isAllowed({ name, attributes: given, children, text }: SvgElement): boolean {
  return (
    elements.has(name) &&
    Object.entries(given).every(([attribute, value]) => isHarmless(attribute, value)) &&
    !(isDrawn.has(name) && lao.test(text)) &&
    children.every(isAllowed)
  );
}

/**
 * `url(#here)` is the one way to refer to something, and only to paint with it. A browser reads these values as CSS, where
 * `\75rl(` is `url(` too, so there are no backslashes and no functions but those that move and colour.
 */
function isHarmless(attribute: string, value: string): boolean {
  if (attribute === 'xmlns') return value === 'http://www.w3.org/2000/svg';
  if (!attributes.has(attribute)) return false;
  if (attribute === 'aria-label' || /^url\(#[A-Za-z][\w-]*\)$/.test(value)) return true;
  const calls = value.split('(').slice(0, -1);
  return !/[\\&:]/.test(value) && calls.every((before) => functions.has(lastWord(before)));
}

function lastWord(text: string): string {
  return /[\w-]*$/.exec(text.trimEnd().slice(-16))![0].toLowerCase();
}
