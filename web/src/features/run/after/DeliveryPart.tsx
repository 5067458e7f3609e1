import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { AfterView, Delivery, DeliveryLine } from '@/api';
import { ago } from '@/ui/format';
import { given } from '@/ui/given';
import css from './After.module.css';
import { FormDialog } from '@/ui/FormDialog';
import { LinkDialog } from './LinkDialog';
import { m } from './messages';
import { Mark, Part, type Tone } from './Part';
import { useDeliver } from './queries';
import { ToldForm } from './ToldForm';

const TONES: Record<Delivery['standing'], Tone> = { waiting: 'look', confirmed: 'good', disputed: 'bad' };
const LINE_TONES: Record<DeliveryLine['state'], Tone> = { waiting: 'plain', confirmed: 'good', disputed: 'bad' };

interface Props {
  deal: string;
  after: AfterView;
}

/** What was bought and delivered, and what the customer says of it. */
export function DeliveryPart({ deal, after: { delivery, bought, may_change: may } }: Props) {
  const [sending, send] = useDisclosure(false);
  const [telling, tell] = useDisclosure(false);
  const [link, setLink] = useState<string | null>(null);
  const lines = delivery?.lines ?? bought;
  return (
    <Part
      id="delivery"
      title={m.delivery.title}
      mark={given(delivery) && <Mark tone={TONES[delivery.standing]}>{m.delivery.standing[delivery.standing]}</Mark>}
      actions={
        may &&
        lines.length > 0 && (
          <div className={css.acts}>
            {given(delivery) && delivery.standing !== 'confirmed' && (
              <Button size="sm" variant="default" onClick={tell.open}>
                {m.delivery.told}
              </Button>
            )}
            <Button size="sm" variant="default" onClick={send.open}>
              {given(delivery) ? m.delivery.sendAgain : m.delivery.send}
            </Button>
          </div>
        )
      }
    >
      {!given(delivery) && <p className="soft">{lines.length === 0 ? m.delivery.unknown : m.delivery.bought}</p>}
      <ul className={css.list}>
        {lines.map((line) => (
          <Line key={line.id} line={line} delivered={given(delivery)} />
        ))}
      </ul>
      <SendForm deal={deal} opened={sending} onClose={send.close} onLink={setLink} />
      {given(delivery) && telling && <ToldForm deal={deal} delivery={delivery} onClose={tell.close} />}
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </Part>
  );
}

/** `2 × Pro licence`. */
export const lineWords = ({ product, quantity }: Pick<DeliveryLine, 'product' | 'quantity'>): string =>
  given(quantity) && quantity !== '1' ? m.delivery.times(quantity, product) : product;

function Line({ line, delivered }: { line: DeliveryLine; delivered: boolean }) {
  return (
    <li>
      <div>
        <p>{lineWords(line)}</p>
        {line.note !== '' && <p>“{line.note}”</p>}
        {line.state !== 'waiting' && <p className={css.about}>{saidBy(line)}</p>}
      </div>
      {delivered && <Mark tone={LINE_TONES[line.state]}>{m.delivery.state[line.state]}</Mark>}
    </li>
  );
}

function saidBy({ by, theirs, how, at }: DeliveryLine): string {
  const when = given(at) ? ago(at) : '';
  const { mail, call, visit } = m.delivery.how;
  const words = how === 'mail' ? mail : how === 'call' ? call : visit;
  return theirs ? m.delivery.theirs(by ?? '', when) : m.delivery.ours(by ?? '', words, when);
}

interface SendProps {
  deal: string;
  opened: boolean;
  onClose: () => void;
  onLink: (link: string) => void;
}

function SendForm({ deal, opened, onClose, onLink }: SendProps) {
  const deliver = useDeliver(deal);
  const [note, setNote] = useState('');
  const send = () =>
    deliver.mutate(
      { note },
      {
        onSuccess: ({ link }) => {
          onClose();
          onLink(link);
        },
      },
    );
  return (
    <FormDialog
      title={m.delivery.form.title}
      opened={opened}
      onClose={onClose}
      onSend={send}
      go={m.delivery.form.go}
      busy={deliver.isPending}
    >
      <p style={{ margin: 0 }}>{m.delivery.form.says}</p>
      <Textarea
        label={m.delivery.form.note}
        autosize
        minRows={2}
        maxLength={4000}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
