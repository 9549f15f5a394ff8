import { describe, expect, it } from '@jest/globals';
import { svgSize } from './svg.rules.js';

const drawing = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"${more}>${inside}</svg>`;

describe('a drawing that a page may show', () => {
  it.each([
    ['shapes and paint', '<g><rect width="3" height="2" fill="red"/></g>'],
    ['a gradient that it refers to', '<defs><linearGradient id="g"/></defs><path d="M0 0" fill="url(#g)"/>'],
    ['Latin text', '<text x="1" y="2">UTO &amp; co <tspan>1990</tspan></text>'],
    ['moves and colours', '<g transform="translate(1 2) rotate(3)"><rect fill="rgb(1, 2, 3)"/></g>'],
    ['words for those who do not see it', '<rect aria-label="a & b: (c)"/>'.replace('&', '&amp;')],
    ['a remark', '<!-- seen from above --><rect/>'],
    ['a Lao title for those who do not see it', '<title>ປຶ້ມ</title><rect/>'],
  ])('holds %s', (_, inside) => {
    expect(svgSize(drawing(inside))).toEqual({ width: 40, height: 20 });
  });

  it.each([
    ['a script', '<script>1</script>'],
    ['an event', '<rect onclick="x"/>'],
    ['a style', '<rect style="fill:red"/>'],
    ['a link', '<a href="#x"><rect/></a>'],
    ['paint from elsewhere', '<rect fill="url(https://x.example/a#b)"/>'],
    ['paint from elsewhere, spelled by numbers', '<rect fill="u&#114;l(http&#x73;://x.example/a#b)"/>'],
    ['paint from elsewhere, as CSS escapes it', '<rect fill="\\75rl(//x.example/a#b)"/>'],
    ['paint from elsewhere by another function', '<rect fill="image-set(\'//x.example/a\' 1x)"/>'],
    ['paint from elsewhere with a space', '<rect fill="url (//x.example/a)"/>'],
    ['an address in a number', '<rect width="https://x.example"/>'],
    ['an event without a value', '<rect onload/>'],
    ['elements of a page', '<g xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['what animates', '<animate attributeName="x"/>'],
    ['what holds a page', '<foreignObject/>'],
    ['names that objects know', '<__proto__ constructor="x"/>'],
    ['control characters', '<text>a\u0001b</text>'],
    ['Lao letters, which the page could not set', '<text>ປຶ້ມ</text>'],
    ['Lao letters inside a line', '<text>UTO <tspan>ກ</tspan></text>'],
    ['Lao letters by their numbers', '<text>&#3713;</text>'],
    ['tags deeper than anybody draws', '<g>'.repeat(2000) + '</g>'.repeat(2000)],
    ['a remark without an end', '<!-- <rect/>'],
    ['unread characters', '<text><![CDATA[UTO]]></text>'],
    ['more than 256 kB', `<desc>${'x'.repeat(256 * 1024)}</desc>`],
  ])('holds not %s', (_, inside) => {
    expect(svgSize(drawing(inside))).toBeNull();
  });

  it.each([
    ['a document type', `<!DOCTYPE svg>${drawing('')}`],
    ['an instruction', `<?php x ?>${drawing('')}`],
    ['another encoding than it was read in', `<?xml version="1.0" encoding="Shift_JIS"?>${drawing('')}`],
    ['a style sheet', `<?xml version="1.0"?><?xml-stylesheet href="//x.example"?>${drawing('')}`],
    ['two drawings', drawing('') + drawing('')],
    ['no end', drawing('').slice(0, -3)],
    ['no box', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a box larger than 4,000', '<svg viewBox="0 0 4001 20"/>'],
  ])('is not a file with %s', (_, text) => {
    expect(svgSize(text)).toBeNull();
  });

  it('is refused when it is made to be slow', () => {
    expect(svgSize(drawing(`<text x="${'<!--'.repeat(60_000)}"/>`))).toBeNull();
  });
});
