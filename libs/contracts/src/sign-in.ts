import { z } from 'zod';
import { InstantText } from './dates.js';
import { ROLES } from './program.js';
import { Email, Id, MALFORMED, Name, ProgramIdText, UnitKeyText, isStorable } from './text.js';

/** Long enough for any password that is taken, short enough for a hash. */
const Secret = z
  .string()
  .min(1, 'It is empty.')
  .max(512, 'It is longer than 512 characters.')
  .refine(isStorable, { params: MALFORMED, error: 'It holds a NUL or half a surrogate pair.' });

const Code = z.string().max(20, 'A one-time code has six digits.');

const Token = z.string().max(200, 'This is no link of ours.');

/** Where to go after signing in: a path of our own. */
const ReturnPath = z
  .string()
  .max(2000, 'A path is at most 2,000 characters.')
  .regex(
    /^\/(?:[^/\\\u0000-\u001f\u007f][^\\\u0000-\u001f\u007f]*)?$/,
    'Not a path of ours: it begins with one "/".',
  );

export const SignInQuery = z.strictObject({ returnTo: ReturnPath.default('/') });

export const SignInPageQuery = SignInQuery.extend({
  program: ProgramIdText.default('default'),
  after: z.enum(['sign-out', 'demo', 'session']).optional().meta({
    description: 'What led here, which the page says: signed out, left the demo, a session over.',
  }),
});

export const SignInWays = z
  .object({
    localAccounts: z
      .boolean()
      .meta({ description: 'Whether POST /api/v1/session takes an address and a password.' }),
    providers: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        href: z.string().meta({ description: 'Where to send the browser; takes `?returnTo=`.' }),
      }),
    ),
  })
  .meta({ id: 'SignInWays' });

export const CreateSession = z
  .strictObject({
    email: Email,
    password: Secret,
    code: Code.optional(),
    program: ProgramIdText.default('default'),
  })
  .meta({
    id: 'CreateSession',
    description: '`code`: the one-time code, where the account asks for one.',
  });

export const SessionView = z
  .object({
    kind: z.enum(['key', 'person']),
    id: Id,
    program: ProgramIdText,
    programName: z
      .string()
      .nullable()
      .meta({ description: 'What the program is called; null for somebody without a role.' }),
    demo: z.enum(['here', 'offered']).nullable().meta({
      description: '`here`: this program is the demo; `offered`: GET /demo and visits are theirs.',
    }),
    name: z.string(),
    email: z.string().nullable().meta({ description: 'Null for keys.' }),
    grants: z.array(
      z.object({
        role: z.enum(ROLES),
        under: UnitKeyText.nullable().meta({ description: 'Null: the whole program.' }),
        permissions: z.array(z.string()).meta({ description: 'What it gives there.' }),
      }),
    ),
    permissions: z
      .array(z.string())
      .meta({ description: 'What the roles give, somewhere at least.' }),
    signedIn: z
      .object({
        method: z.string().meta({ description: '`password`, `link` or the name of a provider.' }),
        expiresAt: InstantText,
        password: z.boolean().meta({ description: 'Whether the account has a password here.' }),
        codes: z.boolean().meta({ description: 'Whether it asks for one-time codes.' }),
      })
      .nullable()
      .meta({ description: 'Null for keys.' }),
  })
  .meta({ id: 'Session' });

export const EndedSessions = z
  .object({ ended: z.number().int().min(0) })
  .meta({ id: 'EndedSessions' });

export const ChangePassword = z.strictObject({ current: Secret, password: Secret }).meta({
  id: 'ChangePassword',
  description: '`current`: the present one; `password`: the new one.',
});

export const BeginCodes = z
  .strictObject({ current: Secret })
  .meta({ id: 'BeginCodes', description: '`current`: the password.' });

export const PendingCodesView = z
  .object({
    secret: z.string().meta({ description: 'For an authenticator, in base32. Shown this once.' }),
    address: z.string().meta({ description: 'The same as `otpauth://` address.' }),
    pending: z
      .string()
      .meta({ description: 'Send it back with the first code, within 10 minutes.' }),
  })
  .meta({ id: 'PendingCodes' });

export const ConfirmCodes = z
  .strictObject({ pending: z.string().max(1000), code: Code })
  .meta({ id: 'ConfirmCodes' });

export const EndCodes = z.strictObject({ code: Code }).meta({ id: 'EndCodes' });

export const UseLink = z
  .strictObject({
    token: Token,
    password: Secret.optional(),
    code: Code.optional(),
    name: Name.optional(),
    email: Email.optional(),
  })
  .meta({
    id: 'UseLink',
    description:
      '`password` sets a new one. `code`: the one-time code, where the account asks for one. `name` and `email`: of the first person of a server.',
  });

export const CreateRecovery = z.strictObject({ withoutCode: z.boolean().default(false) }).meta({
  id: 'CreateRecovery',
  description:
    '`withoutCode`: their authenticator is lost; the link asks for no code and ends one-time codes.',
});

export const RecoveryView = z
  .object({
    url: z.string().meta({ description: 'Shown this once.' }),
    expiresAt: InstantText,
  })
  .meta({ id: 'Recovery' });
