import { type TeamMember, teaches } from './team.rules.js';

/*
 * What an experienced planner would remark on a plan. Advice never refuses: the person who plans knows better why. The figures are
 * the programme's defaults (one lead and two co-trainers for twenty seats, a woman in the team, no class at Lao New Year).
 */

export const adviceKinds = ['lao_new_year', 'rainy_season', 'weekend', 'team_small', 'team_without_woman'] as const;
export type AdviceKind = (typeof adviceKinds)[number];

export interface PlanFacts {
  readonly days: readonly string[];
  readonly seats: number;
  readonly team: readonly (TeamMember & { readonly sex: 'female' | 'male' | 'not_stated' })[];
}

export function planAdvice({ days, seats, team }: PlanFacts): AdviceKind[] {
  const trainers = team.filter(({ role }) => teaches(role));
  const seen: Record<AdviceKind, boolean> = {
    lao_new_year: days.some((day) => isBetween(day, '04-13', '04-17')),
    rainy_season: days.some((day) => isBetween(day, '07-01', '09-30')),
    weekend: days.some(isWeekend),
    team_small: team.length > 0 && trainers.length < trainersFor(seats),
    team_without_woman: trainers.length > 0 && trainers.every(({ sex }) => sex === 'male'),
  };
  return adviceKinds.filter((kind) => seen[kind]);
}

/** One trainer for each seven seats, rounded, and never alone. */
export function trainersFor(seats: number): number {
  return Math.max(2, Math.round(seats / 7));
}

function isBetween(day: string, from: string, to: string): boolean {
  const monthAndDay = day.slice(5);
  return monthAndDay >= from && monthAndDay <= to;
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
