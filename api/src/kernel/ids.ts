import { randomBytes, randomUUIDv7 } from 'node:crypto';

/** An id that cannot be confused with another kind of id: `Id<'cohort'>`. At run time a UUIDv7 string. */
export type Id<Kind extends string> = string & { readonly __id?: Kind };

const base32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A UUID of version 7 (RFC 9562, 5.7): sorts by time of making. */
export function newId<Kind extends string>(): Id<Kind> {
  return randomUUIDv7();
}

/** `bits` random bits as Crockford base 32, upper case, without letters that are mistaken for digits. */
export function randomCode(bits: number): string {
  const length = Math.ceil(bits / 5);
  return Array.from(randomBytes(length), (byte) => base32[byte & 31]).join('');
}

/** What a person typed for a Crockford code, made comparable: separators dropped, O read as 0, I and L as 1. */
export function canonicalCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** 128 random bits for cookies, base64url. */
export function randomToken(): string {
  return randomBytes(16).toString('base64url');
}
