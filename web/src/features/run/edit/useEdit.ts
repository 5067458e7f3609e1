import { useMutation } from '@tanstack/react-query';
import { api, asProblem, got, ifMatch } from '@/api';
import { tellUndo } from '@/app/undo';
import { fieldName } from '@/messages';
import { tell } from '@/ui/toast';
import { useAfter, useRefused } from '../queries';
import { m } from './messages';

/** A deal of which a field is changed in place. */
export interface Edited {
  id: string;
  name: string;
  version: number;
}

interface Wish {
  deal: Edited;
  field: string;
  value: string;
  /** What it was, to take the change back. */
  was: string;
  undo?: boolean;
}

/** Changes a field where it stands; the change can be taken back. What is wrong with the value is left to the field. */
export function useEdit() {
  const after = useAfter();
  const refused = useRefused();
  const mutation = useMutation({
    mutationFn: ({ deal, field, value }: Wish) =>
      got(
        api.PATCH('/deals/{id}', {
          params: { path: { id: deal.id } },
          headers: ifMatch(deal.version),
          body: { fields: { [field]: value } },
        }),
      ),
    meta: { quiet: true },
    onSuccess: (view, { deal, field, value, was, undo }) => {
      after(view);
      const word = fieldName(field).toLowerCase();
      if (undo === true) {
        tell(m.undone(deal.name, word));
        return;
      }
      const now = { ...deal, version: view.deal.version };
      tellUndo(m.done(deal.name, word), m.undo, () =>
        mutation.mutate({ deal: now, field, value: was, was: value, undo: true }),
      );
    },
    onError: (error, { undo }) => {
      if (undo === true || (asProblem(error).errors ?? []).length === 0) refused(error);
    },
  });
  return mutation;
}
