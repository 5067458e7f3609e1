export const m = {
  edit: (field: string, deal: string) => `Change ${field} of ${deal}`,
  save: 'Save',
  cancel: 'Cancel',
  done: (deal: string, field: string) => `Changed ${field} of ${deal}.`,
  undo: 'Undo',
  undone: (deal: string, field: string) => `${deal}: ${field} is as it was.`,
  add: (field: string) => `Add ${field}`,
  amount: 'With a point: 1200.50',
  yes: 'Yes',
  no: 'No',
} as const;
