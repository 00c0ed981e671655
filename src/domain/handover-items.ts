import type { CareSetting, HandoverItem, HandoverParty } from './ids.ts';

const ofDischarge: readonly HandoverItem[] = [
  'admission',
  'expectedDischarge',
  'expectedDischargeChanged',
  'planningBasis',
  'readyForDischarge',
  'readyForDischargeWithdrawn',
  'actualDischarge',
  'dischargeNotice',
];

type ByReceiver = Readonly<Partial<Record<HandoverParty, readonly HandoverItem[]>>>;

const ofOutpatient: ByReceiver = {
  'inpatient-ward': ['namedContact', 'currentServices', 'sipSummons'],
  municipality: ['sipNeed', 'namedContact', 'currentServices', 'sipSummons'],
  'primary-care': ['sipSummons'],
  'psychiatric-outpatient': ['sipSummons'],
};

/**
 * What each says to whom: the routine's lists (L169–179, L331–339, L450–456), the SIP that outpatient care rings all
 * for (L495), what the care manager passes on inside the municipality (L117–121), and what the law adds
 * (2017:612, 2 kap. 4 § and 3 kap. 1 §; reading A23).
 */
const matrix: Readonly<Record<HandoverParty, ByReceiver>> = {
  'inpatient-ward': {
    municipality: ofDischarge,
    'primary-care': ofDischarge,
    'psychiatric-outpatient': ofDischarge,
  },
  municipality: { 'inpatient-ward': ['currentServices', 'canReceive'], municipality: ['forwarded'] },
  'primary-care': ofOutpatient,
  'psychiatric-outpatient': ofOutpatient,
};

/** What `from` hands over to `to`; empty where the routine has nothing that goes that way. */
export function itemsBetween(from: HandoverParty, to: HandoverParty): readonly HandoverItem[] {
  return matrix[from][to] ?? [];
}

const partyBySetting: Readonly<Record<CareSetting, HandoverParty>> = {
  'inpatient-somatic': 'inpatient-ward',
  'inpatient-psychiatric': 'inpatient-ward',
  'primary-care': 'primary-care',
  'psychiatric-outpatient': 'psychiatric-outpatient',
  municipality: 'municipality',
};

/** What the others ring when they ring a unit of this care setting. */
export function partyOf(careSetting: CareSetting): HandoverParty {
  return partyBySetting[careSetting];
}
