import type { CareSetting } from './ids.ts';

/** The routine has three parts, one for each of these; its rules differ by part and by nothing finer. */
export const careGroups = ['inpatient', 'municipality', 'outpatient'] as const;
export type CareGroup = (typeof careGroups)[number];

const groupOf: Readonly<Record<CareSetting, CareGroup>> = {
  'inpatient-somatic': 'inpatient',
  'inpatient-psychiatric': 'inpatient',
  'primary-care': 'outpatient',
  'psychiatric-outpatient': 'outpatient',
  municipality: 'municipality',
};

/** The part of the routine that a care setting follows (L145, L311, L430). */
export function careGroupOf(careSetting: CareSetting): CareGroup {
  return groupOf[careSetting];
}
