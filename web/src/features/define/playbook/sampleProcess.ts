import type { Process } from '@/api';

/** A small process with something in each part of its playbook, for tests. */
export const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [
    {
      id: 'connecting',
      name: 'Connecting',
      objections: ['too-expensive'],
      tasks: [{ id: 'write', name: 'Write to them', template: 'first-email' }],
      questions: [{ id: 'why', name: 'Why now?', item: 'story' }],
      exit: [
        { id: 'bant', says: 'Worth the work', answer: { scheme: 'bant' } },
        { id: 'either', says: 'Worth it, or met', any: [{ answer: { scheme: 'bant' } }, { event: { kind: 'call' } }] },
      ],
    },
    {
      id: 'presenting',
      name: 'Presenting',
      content: [{ id: 'story', name: 'A story', item: 'story' }],
      exit: [{ id: 'not', says: 'Not hopeless', not: { answer: { scheme: 'bant' } }, required: false }],
    },
    { id: 'lost', name: 'Lost', kind: 'lost' },
    { id: 'growing', name: 'Growing', kind: 'after-sale' },
  ],
  personas: [
    { id: 'head', name: 'Head of department', objections: ['too-expensive'], decides_with: ['it', 'the board'] },
    { id: 'it', name: 'Head of IT' },
  ],
  journeys: [
    {
      id: 'way',
      name: 'The way',
      personas: ['it'],
      steps: [
        { id: 'notices', name: 'Notices', stages: ['connecting'] },
        { id: 'compares', name: 'Compares', phase: 'during', stages: ['presenting', 'connecting'] },
        { id: 'signs', name: 'Signs', phase: 'during' },
      ],
    },
  ],
  library: [
    {
      id: 'first-email',
      name: 'First e-mail',
      kind: 'email-template',
      stages: ['connecting'],
      personas: ['head', 'it'],
    },
    { id: 'story', name: 'Customer’s story', kind: 'case-study', stages: ['presenting'] },
    { id: 'facts', name: 'Facts', kind: 'sheet', personas: ['it'] },
  ],
  objections: [
    {
      id: 'too-expensive',
      kind: 'cost',
      says: 'Too expensive.',
      answers: [{ id: 'compare', says: 'Compared with what?', proof: 'story' }],
    },
  ],
  schemes: [
    {
      id: 'bant',
      name: 'BANT',
      threshold: 3,
      questions: [
        { id: 'budget', asks: 'Is there money?', scores: { yes: 2, 'not-yet': 1, no: 0 } },
        { id: 'need', asks: 'Why do they need it?' },
      ],
    },
  ],
};
