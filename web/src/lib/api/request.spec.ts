import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requests } from './request.ts';

type Call = (path: string, options?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

function client(answer: () => Response) {
  const sent: Request[] = [];
  const fetched = async (request: RequestInfo | URL) => {
    sent.push(request as Request);
    return answer();
  };
  return {
    sent,
    api: requests('http://khou.test', fetched as typeof fetch) as unknown as Record<'GET' | 'POST' | 'DELETE', Call>,
  };
}

test('path and query are filled in, what is not given is left out', async () => {
  const { sent, api } = client(() => Response.json({ ok: true }));
  const query = { q: 'ນ້ຳ & co', limit: 50, after: undefined, state: ['a', 'b'], none: null };
  const { data } = await api.GET('/api/v1/cohorts/{id}/tests/{code}', {
    params: { path: { id: 'x/y', code: 'post-test' }, query },
  });
  assert.deepEqual(data, { ok: true });
  const url = new URL(sent[0]!.url);
  assert.equal(url.pathname, '/api/v1/cohorts/x%2Fy/tests/post-test');
  assert.deepEqual(
    [...url.searchParams],
    [
      ['q', 'ນ້ຳ & co'],
      ['limit', '50'],
      ['state', 'a'],
      ['state', 'b'],
    ],
  );
});

test('a body goes as JSON, a form as it is', async () => {
  const { sent, api } = client(() => Response.json({}, { status: 201 }));
  await api.POST('/a', { body: { name: 'ພອນ' } });
  assert.equal(sent[0]!.headers.get('content-type'), 'application/json');
  assert.deepEqual(await sent[0]!.json(), { name: 'ພອນ' });
  const form = new FormData();
  form.set('file', new Blob(['x']), 'x.csv');
  await api.POST('/a', { body: form });
  assert.match(sent[1]!.headers.get('content-type') ?? '', /^multipart\/form-data; boundary=/);
});

test('no content is no data, a refusal is an error with what the server said', async () => {
  assert.equal((await client(() => new Response(null, { status: 204 })).api.DELETE('/a')).data, undefined);
  const refusal = await client(() => Response.json({ code: 'cohort.full' }, { status: 409 })).api.POST('/a', {
    body: {},
  });
  assert.deepEqual([refusal.error, refusal.response.status], [{ code: 'cohort.full' }, 409]);
  assert.equal((await client(() => new Response('<html>', { status: 502 })).api.GET('/a')).error, '<html>');
});

test('a file comes as bytes', async () => {
  const { data } = await client(() => new Response('%PDF')).api.GET('/a', { parseAs: 'blob' });
  assert.equal(await (data as Blob).text(), '%PDF');
});
