/** Whoever may post: the caller of a test. */
interface Poster {
  // The shape is the contract's; each test names what it looks at.
  // eslint-disable-next-line typescript/no-explicit-any
  post(url: string, body?: unknown): Promise<{ readonly status: number; readonly body: any }>;
}

let count = 0;

/** Somebody on record, with a name and a service number that nobody else has. */
export async function addedBy(admin: Poster, fields: object = {}) {
  const serviceNumber = `S-${++count}`;
  const givenNameLo = `ບຸນ${'ກຂຄງຈສຊຍດຕ'[count % 10]}${count}`;
  const { status, body } = await admin.post('/api/v1/people', {
    givenNameLo,
    serviceNumber,
    isAnother: true,
    ...fields,
  });
  if (status !== 201) throw new Error(`The person was refused: ${body.code}`);
  return body;
}
