import type { CustomField, FieldUse } from '@/api';

/** Of a field and its use, the field alone. */
export const fieldOf = ({ name, kind, choices, help, needed_from }: FieldUse): CustomField => ({
  name,
  kind,
  ...(choices === undefined ? {} : { choices }),
  ...(help === undefined ? {} : { help }),
  ...(needed_from == null ? {} : { needed_from }),
});
