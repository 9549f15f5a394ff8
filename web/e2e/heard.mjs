// What a device is told by the server, whoever asks for it: a page, a script or the service worker.

/** Everything that is sent to a device from now on, as text: call the answer to read it. */
export function heardBy(context) {
  const bodies = [];
  context.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (!/json|html|javascript/.test(type)) return;
    const body = response.text().catch(() => '');
    bodies.push(body.then((text) => ({ url: response.url(), body: text })));
  });
  return () => Promise.all(bodies);
}
