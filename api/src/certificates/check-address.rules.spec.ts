import { describe, expect, it } from '@jest/globals';
import { checkAddress } from './check-address.rules.js';

describe('the address in the code of a certificate', () => {
  it.each([
    ['https://khou.example.la', 'khou.example.la/v/', false],
    ['http://192.168.8.1:4321', '192.168.8.1:4321/v/', false],
    ['http://localhost.example.la', 'localhost.example.la/v/', false],
    ['http://localhost:4321', 'localhost:4321/v/', true],
    ['http://127.0.0.1:4321', '127.0.0.1:4321/v/', true],
    ['http://0.0.0.0:4321', '0.0.0.0:4321/v/', true],
    ['http://[::1]:4321', '[::1]:4321/v/', true],
  ])('%s leads to %s', (publicUrl, address, onlyHere) => {
    expect(checkAddress(publicUrl)).toEqual({ address, onlyHere });
  });
});
