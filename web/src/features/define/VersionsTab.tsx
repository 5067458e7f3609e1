import { Badge, Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type SavedProcess } from '@/api';
import { moment } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { ProblemNote } from '@/ui/ProblemNote';
import { TableSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useSave, versionQuery, versionsQuery } from './queries';
import { StageColumns } from './StageColumns';
import css from './Versions.module.css';

interface Props {
  current: SavedProcess;
  may: boolean;
  onBack: (saved: SavedProcess) => void;
}

/** Who changed what, when and why; one version at a time can be seen and taken up again. */
export function VersionsTab({ current, may, onBack }: Props) {
  const versions = useQuery(versionsQuery);
  const [seen, setSeen] = useState<number | null>(null);
  return (
    <Loaded query={versions} skeleton={<TableSkeleton rows={5} />}>
      {(lines) => (
        <>
          <ol className={css.versions}>
            {lines.map((line) => (
              <li key={line.version}>
                <div className={css.head}>
                  <b>{m.version(line.version)}</b>
                  {line.version === current.version && (
                    <Badge size="sm" variant="light">
                      {m.versions.current}
                    </Badge>
                  )}
                  <span className="soft small">
                    {line.by ?? m.somebody} · {moment(line.at)}
                  </span>
                  <Button size="compact-sm" variant="default" ml="auto" onClick={() => setSeen(line.version)}>
                    {m.versions.see}
                  </Button>
                </div>
                <p className={css.note}>{line.note || <span className="soft">{m.versions.noNote}</span>}</p>
                {line.changes.length > 0 ? (
                  <ul className={css.changes}>
                    {line.changes.map((change) => (
                      <li key={change}>{change}</li>
                    ))}
                  </ul>
                ) : (
                  <p className="soft small">{line.version === 1 ? m.versions.first : m.versions.none}</p>
                )}
              </li>
            ))}
          </ol>
          <Modal
            opened={seen !== null}
            onClose={() => setSeen(null)}
            size="80rem"
            title={seen === null ? '' : m.version(seen)}
          >
            {seen !== null && (
              <OneVersion
                number={seen}
                current={current}
                may={may}
                onBack={(saved) => {
                  setSeen(null);
                  tell(m.versions.done(seen, saved.version));
                  onBack(saved);
                }}
              />
            )}
          </Modal>
        </>
      )}
    </Loaded>
  );
}

function OneVersion({ number, current, may, onBack }: Props & { number: number }) {
  const version = useQuery(versionQuery(number));
  const save = useSave(onBack);
  const back = (toml: string, { process }: SavedProcess) =>
    save.mutate({ draft: { process, text: toml }, note: m.versions.backNote(number), seen: current.version });
  return (
    <Loaded query={version}>
      {(saved) => (
        <>
          {may && number !== current.version && (
            <Group justify="space-between" mb="md">
              <span className="soft">{m.versions.backSays(number)}</span>
              <Button loading={save.isPending} onClick={() => back(saved.toml, saved)}>
                {m.versions.back}
              </Button>
            </Group>
          )}
          {save.isError && <ProblemNote problem={asProblem(save.error)} />}
          <StageColumns process={saved.process} grounds={saved.grounds} findings={saved.findings} />
        </>
      )}
    </Loaded>
  );
}
