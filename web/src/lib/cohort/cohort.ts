import type { components } from '#lib/api/schema.js';

type Schemas = components['schemas'];
export type Cohort = Schemas['Cohort'];
export type CohortLine = Schemas['CohortLine'];
export type Session = Schemas['Session'];
/** A session of a plan has no id yet. */
export type Slot = Omit<Session, 'id' | 'versionId'> & { id?: string };
export type Enrolment = Schemas['Enrolment'];
export type Candidate = Schemas['Candidate'];
export type Trainer = Schemas['TrainerLine'];
export type Clash = Schemas['Clash'];
export type PlanPreview = Schemas['PlanPreview'];
export type Course = Schemas['Course'];
export type Curriculum = Schemas['Curriculum'];
export type Province = Schemas['Province'];
export type TeamRole = Cohort['team'][number]['role'];

export const TEAM_ROLES: readonly TeamRole[] = ['lead', 'co-trainer', 'resource', 'observer'];
