export const en = {
  title: 'History of versions',
  version: (version: string) => `Version ${version}`,
  first: 'first version',
  noReason: 'No reason is on record.',
  fromFiles: 'from the files on the server',
  nobodyKnown: 'by somebody who is not on record any more',
  unknownChange: 'what changed is not on record',
  hash: (hash: string) => `Content hash ${hash}`,
  more: 'Earlier versions',
};
