import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { VersionLine } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { StageColumns } from '../StageColumns';
import type { Which } from '../which';
import { ActivateDialog } from './ActivateDialog';
import { DeclineDialog } from './DeclineDialog';
import { m } from './messages';
import { MoveDealsDialog } from './move/MoveDealsDialog';
import { versionQuery } from './queries';
import type { Action } from './standing';

interface Props {
  action: Action;
  line: VersionLine;
  which: Which;
  active: number;
  onClose: () => void;
}

/** What was asked for of a version. */
export function VersionDialog({ action, line, which, active, onClose }: Props) {
  const { version, standing } = line;
  switch (action) {
    case 'decline':
      return <DeclineDialog version={version} which={which} onClose={onClose} />;
    case 'move':
      return <MoveDealsDialog from={version} which={which} active={active} onClose={onClose} />;
    case 'look':
    case 'back':
      return <Activation version={version} again={standing === 'replaced'} {...{ which, active, onClose }} />;
    case 'see':
      return <OneVersion version={version} which={which} onClose={onClose} />;
    case 'compare':
      return null;
  }
}

interface ActivationProps extends Pick<Props, 'which' | 'active' | 'onClose'> {
  version: number;
  again: boolean;
}

function Activation({ version, again, which, active, onClose }: ActivationProps) {
  const query = useQuery(versionQuery(which, version));
  return (
    <Loaded query={query} skeleton={null}>
      {({ process, toml }) => (
        <ActivateDialog
          candidate={{ version, process, toml, note: '', again }}
          which={which}
          active={active}
          onClose={onClose}
        />
      )}
    </Loaded>
  );
}

function OneVersion({ version, which, onClose }: { version: number; which: Which; onClose: () => void }) {
  const query = useQuery(versionQuery(which, version));
  return (
    <Modal opened onClose={onClose} size="80rem" title={m.compare.version(version)}>
      <Loaded query={query}>
        {({ process, grounds, findings }) => <StageColumns process={process} grounds={grounds} findings={findings} />}
      </Loaded>
    </Modal>
  );
}
