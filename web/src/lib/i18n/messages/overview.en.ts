export const en = {
  title: 'Overview',
  nothingWaits: 'Nothing waits for a decision',
  nothingWaitsText: 'What needs you will stand here.',
};
