import { Group, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Plan } from '@/api';
import { m } from './messages';

/** What holds where the files say nothing: time zone and currency. */
export function Defaults({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }) {
  const [currency, setCurrency] = useState(plan.currency);
  const zones = useMemo(
    () => [...new Set([plan.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].filter(Boolean),
    [plan.zone],
  );
  const keep = () => {
    const code = currency.trim().toUpperCase();
    if (code !== plan.currency && (code === '' || /^[A-Z]{3}$/.test(code))) onChange({ ...plan, currency: code });
  };
  return (
    <Group align="flex-start" gap="lg">
      <Select
        label={m.plan.zone}
        data={zones}
        searchable
        allowDeselect={false}
        limit={60}
        value={plan.zone}
        onChange={(zone) => zone !== null && onChange({ ...plan, zone })}
      />
      <TextInput
        label={m.plan.currency}
        description={m.plan.currencyHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={3}
        value={currency}
        onChange={(event) => setCurrency(event.currentTarget.value)}
        onBlur={keep}
      />
    </Group>
  );
}
