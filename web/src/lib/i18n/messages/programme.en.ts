export const en = {
  title: 'Programme',
  donor: 'Donor',
  donors: 'Donors',
  project: 'Project',
  projects: 'Projects',
  agency: 'Agency',
  agencies: 'Agencies',
  phase: 'Phase',
  startsOn: 'Start',
  endsOn: 'End',
};
