import { Autocomplete, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dealQuery, ownVersionQuery } from '../queries';
import type { Closing } from '../MoveDialog';
import { given } from '@/ui/given';
import { m } from './messages';
import { findingsQuery } from './queries';

interface Props {
  deal: string;
  won: boolean;
  value: Closing;
  onChange: (next: Closing) => void;
}

/** Why a deal is won or lost: a reason of the process, what moved them, which pain it was about. */
export function ClosingFields({ deal, won, value, onChange }: Props) {
  const view = useQuery(dealQuery(deal)).data;
  const version = useQuery({
    ...ownVersionQuery({ process_id: view?.process_id ?? null, process_version: view?.process_version ?? null }),
    enabled: given(view?.process_id),
  }).data;
  const findings = useQuery(findingsQuery(deal)).data ?? [];
  const process = version?.process;
  const personas = process?.personas ?? [];
  const reasons = (process?.closing_reasons ?? []).filter(
    (r) => (r.outcome ?? (won ? 'won' : 'lost')) === (won ? 'won' : 'lost'),
  );
  const pains = findings.filter((f) => f.kind === 'pain' && !f.struck).map((f) => f.text);
  const distinct = (texts: string[]) => [...new Set(texts)].filter((text) => text !== '');
  return (
    <>
      {reasons.length > 0 && (
        <Select
          label={m.closing.reason}
          description={m.closing.reasonHelp}
          placeholder={m.closing.own}
          data={reasons.map((reason) => ({ value: reason.id, label: reason.says }))}
          clearable
          data-autofocus
          openOnFocus={false}
          value={value.reason_id ?? null}
          onChange={(reason_id) => onChange({ ...value, reason_id })}
        />
      )}
      <Autocomplete
        label={m.closing.motive}
        data={distinct(personas.flatMap((persona) => persona.reasons ?? []))}
        maxLength={500}
        value={value.motive ?? ''}
        onChange={(motive) => onChange({ ...value, motive })}
      />
      <Autocomplete
        label={m.closing.pain}
        data={distinct([...pains, ...personas.flatMap((persona) => persona.pains ?? [])])}
        maxLength={500}
        value={value.pain ?? ''}
        onChange={(pain) => onChange({ ...value, pain })}
      />
    </>
  );
}
