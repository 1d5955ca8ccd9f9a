import type { KindTexts } from './kind.ts';

export const CLINIC: KindTexts = {
  kind: 'imaging for clinics',
  names: [
    'Reading support for radiology',
    'One image archive for four clinics',
    'Scheduling for the imaging departments',
    'Replacing two scanners and their software',
  ],
  trades: ['Clinics', 'Hospital Group', 'Children’s Hospital', 'Diagnostics', 'Rehabilitation'],
  champion: ['Radiology', 'Medical technology', 'Clinical IT'],
  users: ['Radiographers', 'Emergency ward', 'Ward physicians', 'Appointments desk'],
  problems: [
    'Patients wait eleven days for a report that takes twenty minutes to read.',
    'Images are sent by disc between our own houses, and one examination in twelve is done twice.',
    'We lack readers at night, not scanners by day; more machines would only lengthen the queue.',
  ],
  options: [
    ['Brackwater Imaging: archive and reading list', 'this_supplier'],
    ['Pelargos Imaging: full suite', 'other_supplier'],
    ['Extend the archive of the largest house', 'build'],
    ['Reading at night by a partner clinic', 'smaller_scope'],
    ['Klarholm Röntgen: cloud archive', 'other_supplier'],
    ['More locums, as now', 'do_nothing'],
  ],
  requirements: [
    ['Emergency images readable in every house within 60 seconds', 'must'],
    ['All images of the last ten years', 'must'],
    ['Certified as a medical device', 'must'],
    ['One list of work for readers of four clinics', 'must'],
    ['Works with scanners of three makers', 'should'],
    ['Report in the patient record without a second sign-in', 'should'],
    ['Urgent findings are flagged and someone is called', 'should'],
    ['Two weeks of reading without the data centre', 'should'],
    ['Teaching cases without names', 'could'],
  ],
  late: {
    security: ['No administrator of the supplier sees a patient’s name', 'Emergency access is logged and looked at'],
    legal: ['The ethics committee hears the plan', 'Images of the old archive are kept 30 years, by contract'],
    finance: ['Cost per examination, not per workplace'],
    user: ['Three clicks from the list to the image, not nine'],
  },
  claims: [
    {
      subject: 'Archive',
      attribute: 'time to first image',
      unit: 's',
      values: [
        [2, 'demonstration'],
        [11, 'visit to a clinic'],
      ],
      note: 'First image: two seconds in the demonstration, eleven at the clinic we visited.',
    },
    {
      subject: 'Migration',
      attribute: 'months',
      unit: 'months',
      values: [
        [4, 'proposal'],
        [10, 'reference'],
      ],
      note: 'Migration of old images: four months planned, ten lived.',
    },
    {
      subject: 'Certificate',
      attribute: 'class',
      values: [
        ['IIb', 'brochure'],
        ['IIa', 'declaration of conformity'],
      ],
      note: 'The class in the brochure is not the one in the declaration.',
    },
    {
      subject: 'Licence',
      attribute: 'readers included',
      unit: 'people',
      values: [
        [40, 'price list'],
        [25, 'draft contract'],
      ],
      note: 'Forty readers in the price list, twenty-five in the contract.',
    },
  ],
  assumptions: [
    ['Examinations done twice', 5_400, '1/year'],
    ['Cost of a locum hour', 145, 'EUR/h'],
    ['Reports a day', 310, '1/day'],
  ],
  amount_eur: [220_000, 2_600_000],
};
