import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';

const decoded = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync };

/**
 * Stands between a browser and the program at `to` (a port) and counts what goes to the browser, byte by byte as it is
 * on the wire: lines and headers and compressed bodies, also what a service worker fetches, which no tab tells of.
 */
export async function aCountedWire(to) {
  let answers = [];
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = request({ port: to, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      const chunks = [];
      outgoing.writeHead(answer.statusCode, answer.statusMessage, answer.rawHeaders);
      answer.on('data', (chunk) => chunks.push(chunk)).pipe(outgoing);
      answer.on('end', () => answers.push(weighed(incoming, answer, Buffer.concat(chunks))));
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    /**
     * What went over since the last time: every answer with its `path`, `type`, `bytes`, `plain` (not compressed), and
     * whether a service worker asked for it `behind` the page.
     */
    taken() {
      const taken = answers;
      answers = [];
      return taken;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function weighed({ url: path, headers: asked }, { httpVersion, statusCode, statusMessage, rawHeaders, headers }, body) {
  const lines = [`HTTP/${httpVersion} ${statusCode} ${statusMessage}`];
  for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  const head = Buffer.byteLength(`${lines.join('\r\n')}\r\n\r\n`);
  const plain = decoded[headers['content-encoding']]?.(body) ?? body;
  // A page says whose request it is; the service worker's own fetches say nothing, and are for no element.
  const behind = asked['sec-fetch-dest'] === 'empty' && asked.referer === undefined;
  return { path, behind, type: headers['content-type'] ?? '', bytes: head + body.length, plain: plain.length };
}
