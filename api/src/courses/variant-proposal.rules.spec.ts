import { describe, expect, it } from '@jest/globals';
import { proposedVariant } from './variant-proposal.rules.js';

const traditional = [{ id: 'traditional' }];
const posts = (given: Record<string, number>) =>
  Object.entries(given).map(([name, people]) => ({ class: name, people }));

describe('the kind of class that is proposed', () => {
  it.each([
    ['most serve at traditional posts', { traditional: 5, international: 4 }, null, 'traditional', 'people', 5, 9],
    ['half do', { traditional: 4, international: 4 }, null, null, 'people', 4, 8],
    ['none does', { international: 6, local: 2 }, null, null, 'people', 0, 8],
    ['all do, though they meet at the bridge', { traditional: 3 }, 'international', 'traditional', 'people', 3, 3],
    ['nobody is named, at a traditional post', {}, 'traditional', 'traditional', 'venue', 0, 0],
    ['nobody is named, at another post', {}, 'local', null, 'venue', 0, 0],
    ['nobody is named, at no post', {}, null, null, 'unknown', 0, 0],
  ])('where %s', (_, people, venue, variant, because, at, of) => {
    const facts = { posts: posts(people), venue: venue === null ? null : { class: venue } };
    expect(proposedVariant(traditional, facts)).toEqual({ variant, because, weighed: 'traditional', people: at, of });
  });

  it('of several is the one that most are of', () => {
    const variants = [{ id: 'local' }, { id: 'traditional' }];
    expect(proposedVariant(variants, { posts: posts({ traditional: 3, local: 1 }), venue: null })).toMatchObject({
      variant: 'traditional',
      weighed: 'traditional',
    });
  });

  it('is nothing where the version knows one kind only', () => {
    expect(proposedVariant([], { posts: posts({ traditional: 3 }), venue: null })).toBeNull();
  });
});
