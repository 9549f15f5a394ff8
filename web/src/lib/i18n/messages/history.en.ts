export const en = {
  title: 'History of versions',
  version: (version: string) => `Version ${version}`,
  first: 'first version',
  noReason: 'No reason is on record.',
};
