import { Button, Group, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { AfterView, Contract } from '@/api';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import { tell } from '@/ui/toast';
import { useTeamDay } from '../deal/useTeamDay';
import css from './After.module.css';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';
import { Mark, Part, type Tone } from './Part';
import { fieldErrors, useChurn, useStay, useTerm } from './queries';

const TONES: Record<Contract['standing'], Tone> = {
  running: 'plain',
  due: 'look',
  'notice-passed': 'bad',
  ended: 'bad',
  renewing: 'good',
};

interface Props {
  deal: string;
  after: AfterView;
}

/** How long the contract runs; that the customer left. */
export function ContractPart({ deal, after: { contract, churn, may_change: may } }: Props) {
  const [setting, set] = useDisclosure(false);
  const [leaving, leave] = useDisclosure(false);
  const stay = useStay(deal);
  return (
    <Part
      id="contract"
      title={m.contract.title}
      mark={given(contract) && <Mark tone={TONES[contract.standing]}>{m.contract.standing[contract.standing]}</Mark>}
      actions={
        may &&
        !given(churn) && (
          <div className={css.acts}>
            <Button size="sm" variant="default" onClick={set.open}>
              {given(contract) ? m.contract.change : m.contract.set}
            </Button>
            <Button size="sm" variant="subtle" onClick={leave.open}>
              {m.churn.open}
            </Button>
          </div>
        )
      }
    >
      {given(churn) ? (
        <>
          <p>
            <b>{m.churn.left(date(churn.day))}</b> {churn.reason}
          </p>
          {may && (
            <Button size="sm" variant="default" loading={stay.isPending} onClick={() => stay.mutate(undefined)}>
              {m.churn.back}
            </Button>
          )}
        </>
      ) : given(contract) ? (
        <p>
          {m.contract.runs(given(contract.from) ? date(contract.from) : null, date(contract.until))} ·{' '}
          {m.contract.notice(date(contract.notice_by))}
        </p>
      ) : (
        <p className="soft">{m.contract.none}</p>
      )}
      {setting && <TermForm deal={deal} contract={contract ?? null} onClose={set.close} />}
      {leaving && <ChurnForm deal={deal} onClose={leave.close} />}
    </Part>
  );
}

function TermForm({ deal, contract, onClose }: { deal: string; contract: Contract | null; onClose: () => void }) {
  const keep = useTerm(deal);
  const [from, setFrom] = useState(contract?.from ?? '');
  const [until, setUntil] = useState(contract?.until ?? '');
  const [days, setDays] = useState(contract?.notice_days ?? 30);
  const errors = fieldErrors(keep.error);
  const send = () => keep.mutate({ until, notice_days: days, ...(from !== '' && { from }) }, { onSuccess: onClose });
  return (
    <FormDialog
      title={m.contract.title}
      opened
      onClose={onClose}
      onSend={send}
      go={m.save}
      busy={keep.isPending}
      disabled={until === ''}
    >
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={m.contract.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={m.contract.until}
          required
          value={until}
          error={errors.until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </Group>
      <NumberInput
        label={m.contract.days}
        min={0}
        max={3650}
        allowDecimal={false}
        value={days}
        error={errors.notice_days}
        onChange={(value) => setDays(Number(value))}
      />
    </FormDialog>
  );
}

function ChurnForm({ deal, onClose }: { deal: string; onClose: () => void }) {
  const churn = useChurn(deal);
  const { today } = useTeamDay();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(today);
  const send = () =>
    churn.mutate(
      { reason, ...(day !== '' && { day }) },
      {
        onSuccess: () => {
          tell(m.churn.done);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={m.churn.title}
      opened
      onClose={onClose}
      onSend={send}
      go={m.churn.go}
      busy={churn.isPending}
      disabled={reason.trim() === ''}
    >
      <Textarea
        label={m.churn.reason}
        required
        autosize
        minRows={2}
        maxLength={4000}
        data-autofocus
        value={reason}
        error={fieldErrors(churn.error).reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput type="date" label={m.churn.day} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
    </FormDialog>
  );
}
