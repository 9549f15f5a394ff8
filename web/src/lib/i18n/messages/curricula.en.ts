export const en = {
  title: 'Curricula',
  curriculum: 'Curriculum',
  version: 'Version',
  modules: 'Modules',
  draft: 'Draft',
  published: 'Published',
  draftTranslation: 'Draft translation',
  facilitatorGuide: 'Facilitator guide',
  handout: 'Handout',
};
