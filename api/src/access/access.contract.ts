import { z } from 'zod';
import { roles } from './permissions.rules.js';

export const SignIn = z
  .object({ name: z.string().min(1).max(200), secret: z.string().min(1).max(1000) })
  .meta({ id: 'SignIn' });
export type SignIn = z.output<typeof SignIn>;

export const Me = z
  .object({
    accountId: z.uuid(),
    personId: z.uuid(),
    userName: z.string(),
    nameLo: z.string(),
    nameEn: z.string().nullable(),
    roles: z.array(z.enum(roles)),
    permissions: z.array(z.string()),
    language: z.enum(['lo', 'en']),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof Me>;

export const ActivationCode = z.object({ code: z.string().min(1).max(100) }).meta({ id: 'ActivationCode' });
export const Invitation = z
  .object({
    nameLo: z.string(),
    nameEn: z.string().nullable(),
    userName: z.string(),
    secretKind: z.enum(['pin', 'password']),
  })
  .meta({ id: 'Invitation' });
export const Redemption = z
  .object({ code: z.string().min(1).max(100), secret: z.string().min(1).max(1000) })
  .meta({ id: 'Redemption' });
export type Redemption = z.output<typeof Redemption>;

export const Preferences = z.object({ language: z.enum(['lo', 'en']) }).meta({ id: 'Preferences' });
