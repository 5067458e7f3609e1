import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SavedProcess } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import type { Which } from '../../which';
import { dealsOfVersionQuery, previewQuery, versionQuery } from '../queries';
import { m } from './messages';
import { MoveForm } from './MoveForm';

interface Props {
  /** The version whose deals are moved. */
  from: number;
  which: Which;
  active: number;
  onClose: () => void;
}

/** Shows what the active version asks of the open deals of another one, and has those that one chooses go by it. */
export function MoveDealsDialog({ active, ...rest }: Props) {
  const { which, from, onClose } = rest;
  const version = useQuery(versionQuery(which, active));
  return (
    <Modal opened onClose={onClose} size="60rem" title={m.title(from, active)}>
      <Loaded query={version} skeleton={<TextSkeleton />}>
        {(saved) => <Listed saved={saved} {...rest} />}
      </Loaded>
    </Modal>
  );
}

function Listed({ saved, from, which, onClose }: Omit<Props, 'active'> & { saved: SavedProcess }) {
  const list = useQuery(dealsOfVersionQuery(which, from));
  const preview = useQuery(previewQuery(which, saved.toml, saved.version));
  return (
    <Loaded query={list} skeleton={<TextSkeleton />}>
      {(deals) =>
        deals.total === 0 ? (
          <None from={from} onClose={onClose} />
        ) : (
          <Loaded query={preview} skeleton={<TextSkeleton />}>
            {(data) => <MoveForm list={deals} preview={data} {...{ saved, from, which, onClose }} />}
          </Loaded>
        )
      }
    </Loaded>
  );
}

const None = ({ from, onClose }: Pick<Props, 'from' | 'onClose'>) => (
  <>
    <p>{m.none(from)}</p>
    <Group justify="flex-end">
      <Button onClick={onClose}>{m.close}</Button>
    </Group>
  </>
);
