import { Button, Modal, Stack } from '@mantine/core';
import type { Deal, Meeting, Process, Stage } from '@/api';
import { useUser } from '@/app/session';
import { filledText, valuesOf } from '@/features/define/playbook/variables';
import { date } from '@/ui/format';
import { ItemText } from '../deal/HandItem';
import { m } from './messages';
import { mailTo, templatesOf } from './follow';

interface Props {
  deal: Deal;
  process: Process | null;
  stage: Stage | undefined;
  /** The meeting that was held; none: closed. */
  meeting: Meeting | null;
  /** Address of whom to write to, if it is known. */
  address: string;
  onClose: () => void;
}

/** After a meeting: the templates of the stage, filled in, to be copied or sent. */
export function FollowUp({ deal, process, stage, meeting, address, onClose }: Props) {
  const rep = useUser()?.name ?? '';
  const templates = process ? templatesOf(process, stage) : [];
  const prospect = meeting?.attended[0]?.name ?? '';
  const values = { ...valuesOf(deal, rep, date(new Date().toISOString())), 'prospect.name': prospect };
  const words = m.meetings.follow;
  return (
    <Modal opened={meeting !== null} onClose={onClose} title={words.title} size="lg">
      <Stack gap="sm">
        {templates.length === 0 ? (
          <p className="soft">{words.none}</p>
        ) : (
          <p style={{ margin: 0 }}>{words.says(meeting?.plan.title ?? '')}</p>
        )}
        {templates.map((template) => (
          <div key={template.id}>
            <b>{template.name}</b>
            <ItemText text={template.text ?? ''} deal={deal} />
            <Button
              size="compact-sm"
              variant="default"
              component="a"
              href={mailTo(address, meeting?.plan.title ?? '', filledText(template.text ?? '', values))}
            >
              {words.mail}
            </Button>
          </div>
        ))}
        <Button variant="default" onClick={onClose} style={{ alignSelf: 'flex-end' }}>
          {words.close}
        </Button>
      </Stack>
    </Modal>
  );
}
