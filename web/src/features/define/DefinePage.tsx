import { useQuery } from '@tanstack/react-query';
import type { SavedProcess } from '@/api';
import { useMay, useUser } from '@/app/session';
import { Loaded } from '@/ui/Loaded';
import { NoProcess } from './begin/NoProcess';
import { processDraftQuery, unchanged } from './draft';
import { ProcessPage } from './ProcessPage';
import { currentQuery } from './queries';
import { useWhich, type Which } from './which';

/** The process on one screen, edited as forms or as a file, with its versions. */
export function DefinePage() {
  const which = useWhich();
  const current = useQuery(currentQuery(which));
  return (
    <Loaded query={current}>
      {({ saved }) => (saved ? <OneProcess key={saved.process.id} saved={saved} which={which} /> : <NoProcess />)}
    </Loaded>
  );
}

/** Whoever may write sees the draft; the others see what is active, and that there is a draft. */
function OneProcess({ saved, which }: { saved: SavedProcess; which: Which }) {
  const may = useMay('owner', 'manager', 'editor');
  const user = useUser()?.id ?? '';
  const draft = useQuery(processDraftQuery(which));
  return (
    <Loaded query={draft}>
      {(there) => (
        <ProcessPage
          key={`${may}`}
          saved={saved}
          which={which}
          may={may}
          user={user}
          there={may ? there : unchanged(saved)}
          others={there}
        />
      )}
    </Loaded>
  );
}
