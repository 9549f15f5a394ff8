export type Remedy = 'offline' | 'signIn' | 'notAllowed' | 'notFound' | 'conflict' | 'correct' | 'wait' | 'unexpected';

const BY_STATUS: Readonly<Record<number, Remedy>> = {
  0: 'offline',
  400: 'correct',
  401: 'signIn',
  403: 'notAllowed',
  404: 'notFound',
  409: 'conflict',
  410: 'notFound',
  412: 'conflict',
  413: 'correct',
  415: 'correct',
  422: 'correct',
  429: 'wait',
  503: 'wait',
};

// A 401 usually means that the session ended; while signing in it means a slip of the finger.
const BY_CODE: Readonly<Record<string, Remedy>> = {
  'access.sign_in_refused': 'correct',
  'access.code_refused': 'correct',
  'http.offline': 'offline',
};

/** What a person can do about a failure, by its code or else its HTTP status (0: no answer came). */
export function remedyFor(status: number, code = ''): Remedy {
  /* Another name is needed; loading the page again would only lose what was typed. */
  if (/_(exists|taken)$/.test(code)) return 'correct';
  return BY_CODE[code] ?? BY_STATUS[status] ?? 'unexpected';
}
