import { declareFailures } from '../kernel/failure.js';

export const refuseCourse = declareFailures({
  'course.missing': { status: 404, title: 'There is no such course' },
  'course.code_taken': { status: 409, title: 'Another course has this code' },
  'course.in_use': { status: 409, title: 'The course has cohorts, so it stays' },
  'course.project_missing': { status: 422, title: 'The project named does not exist' },
  'course.curriculum_missing': { status: 422, title: 'The curriculum named does not exist' },

  'cohort.missing': { status: 404, title: 'There is no such cohort for you' },
  'cohort.wrong_state': { status: 409, title: 'The state of the cohort does not allow this' },
  'cohort.empty': { status: 409, title: 'Nobody has a seat yet' },
  'cohort.not_over': { status: 409, title: 'The last day of the cohort has not come' },
  'cohort.full': { status: 409, title: 'There are fewer free seats than asked for' },
  'cohort.seats_below_taken': { status: 409, title: 'More seats are taken than that' },
  'cohort.too_long': { status: 422, title: 'The agenda does not fit into the chosen days' },
  'cohort.variant_missing': { status: 422, title: 'The version has no such kind of class' },
  'cohort.version_of_other': { status: 422, title: 'This version belongs to another curriculum' },
  'cohort.province_missing': { status: 422, title: 'The province named does not exist' },
  'cohort.trainer_clash': { status: 409, title: 'A trainer is needed in another class at the same time' },

  'upgrade.not_newer': { status: 409, title: 'The class has this version, or a newer one, already' },
  'upgrade.outdated': { status: 409, title: 'A still newer version was published meanwhile' },

  'team.one_lead': { status: 422, title: 'A team has exactly one lead' },
  'team.twice': { status: 422, title: 'A person is named twice' },
  'team.person_missing': { status: 422, title: 'A person named for the team does not exist' },
  'team.person_learns': { status: 409, title: 'A person with a seat in the class cannot teach it' },

  'session.missing': { status: 404, title: 'There is no such session' },
  'session.overlaps': { status: 409, title: 'Another session stands at that time' },
  'session.outside_days': { status: 422, title: 'The day is not a day of the cohort' },
  'session.outside_hours': { status: 422, title: 'A class is held between 06:00 and 20:00' },

  'enrolment.missing': { status: 404, title: 'There is no such enrolment' },
  'enrolment.person_missing': { status: 422, title: 'A person named does not exist' },
  'enrolment.person_teaches': { status: 409, title: 'A person of the team cannot take a seat in the class' },
  'enrolment.wrong_state': { status: 409, title: 'The state of the enrolment does not allow this' },
});
