import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { claimIn } from './credential.rules.ts';
import { checked } from './signature.ts';

const lines = ['1', 'k1', 'DOI-FND-2026-0147-K', 'C', 'Dokchampa Namjaingam', '1.2.0', '2026-10-12'];
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = { kid: 'k1', x: publicKey.export({ format: 'jwk' }).x ?? '' };

function fragmentOf(text: string): string {
  const payload = Buffer.from(text, 'utf8');
  return `#${payload.toString('base64url')}.${sign(null, payload, privateKey).toString('base64url')}`;
}

test('the square says whose certificate it is', () => {
  assert.deepEqual(claimIn(fragmentOf(lines.join('\n')))?.credential, {
    keyId: 'k1',
    number: 'DOI-FND-2026-0147-K',
    kind: 'completion',
    name: 'Dokchampa Namjaingam',
    versionLabel: '1.2.0',
    endsOn: '2026-10-12',
  });
});

test('a Lao name comes back as it was signed', () => {
  const lao = lines.with(4, 'ດອກຈຳປາ ນ້ຳໃຈງາມ').join('\n');
  assert.equal(claimIn(fragmentOf(lao))?.credential.name, 'ດອກຈຳປາ ນ້ຳໃຈງາມ');
});

test('what is no claim of a known edition is not read', () => {
  const wrong = ['', '#', '#abc', '#abc.def', fragmentOf(lines.with(0, '2').join('\n')), fragmentOf('1\nk1')];
  for (const fragment of [...wrong, `${fragmentOf(lines.join('\n'))}.more`, '#ບໍ່.ແມ່ນ'])
    assert.equal(claimIn(fragment), null, fragment);
});

test('a signature holds for what was signed and for nothing else', async () => {
  const claim = claimIn(fragmentOf(lines.join('\n')));
  assert.ok(claim);
  assert.equal(await checked(claim, [key]), 'genuine');
  const other = claimIn(fragmentOf(lines.with(4, 'Somebody Else').join('\n')));
  assert.ok(other);
  assert.equal(await checked({ ...claim, payload: other.payload }, [key]), 'forged');
});

test('a key that was never published signs nothing', async () => {
  const claim = claimIn(fragmentOf(lines.join('\n')));
  assert.ok(claim);
  assert.equal(await checked(claim, [{ ...key, kid: 'k2' }]), 'forged');
  assert.equal(await checked(claim, []), 'unsupported');
});
