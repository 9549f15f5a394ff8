import { describe, expect, it } from '@jest/globals';
import { rasterFacts } from './raster.rules.js';
import { drawingOf } from './svg.rules.js';

describe('a drawing', () => {
  it('has its box, its shapes with what they state, and its gradients', () => {
    const drawing = drawingOf(
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><defs><linearGradient id="g"/></defs><g fill="red"><text x="3">UTO &amp; co</text></g></svg>',
    )!;
    expect(drawing.box).toEqual([0, 0, 40, 20]);
    expect([...drawing.paints.keys()]).toEqual(['g']);
    const group = drawing.root.children[1]!;
    expect([group.attributes['fill'], group.children[0]!.text]).toEqual(['red', 'UTO & co']);
  });

  it.each(['', 'hello', '<svg></svg>', '<svg viewBox="0 0 0 10"/>', '<html viewBox="0 0 1 1"/>'])(
    'is not made of %s',
    (source) => {
      expect(drawingOf(source)).toBeNull();
    },
  );
});

describe('a raster picture', () => {
  it('says its size and whether it must be flattened', () => {
    const png = Buffer.alloc(40);
    png.writeUInt32BE(0x89504e47, 0);
    png.writeUInt32BE(7, 16);
    png.writeUInt32BE(5, 20);
    png[25] = 2;
    expect(rasterFacts(png)).toEqual({ width: 7, height: 5, flatten: false });
    png[25] = 6;
    expect(rasterFacts(png)).toEqual({ width: 7, height: 5, flatten: true });
    expect(rasterFacts(Buffer.from('ffd8ffe000040000ffc00011080010002003', 'hex'))).toEqual({
      width: 32,
      height: 16,
      flatten: false,
    });
    expect(rasterFacts(Buffer.from('GIF89a'))).toBeNull();
  });
});
