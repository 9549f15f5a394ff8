import { questionTypes } from '#lib/authoring/question-forms.rules.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params, url }) => ({
  draft: params.draft,
  folder: params.folder,
  question: params.question,
  type: questionTypes.find((type) => type === url.searchParams.get('type')) ?? ('single' as const),
});
