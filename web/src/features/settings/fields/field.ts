import type { CustomField, FieldUse } from '@/api';
import { given } from '@/ui/given';

/** Of a field and its use, the field alone. */
export const fieldOf = ({ name, kind, choices, help, needed_from }: FieldUse): CustomField => ({
  name,
  kind,
  ...(choices === undefined ? {} : { choices }),
  ...(help === undefined ? {} : { help }),
  ...(given(needed_from) ? { needed_from } : {}),
});
