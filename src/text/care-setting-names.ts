import type { CareSetting } from '../domain/ids.ts';

/** What each care setting is called, in the routine's words (L68–78). */
export const careSettingNames: Readonly<Record<CareSetting, string>> = {
  'inpatient-somatic': 'Somatisk slutenvård',
  'inpatient-psychiatric': 'Psykiatrisk slutenvård',
  'primary-care': 'Primärvård',
  'psychiatric-outpatient': 'Psykiatrisk öppenvård',
  municipality: 'Kommunal vård och omsorg',
};

/** A channel's care setting in words; one without gets notices and nothing else. */
export function careSettingText(careSetting: CareSetting | undefined): string {
  return careSetting === undefined ? 'Bara meddelanden' : careSettingNames[careSetting];
}
