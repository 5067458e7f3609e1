import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BASE } from '@/api';
import { sessionQuery, useMay } from '@/app/session';
import { processQuery } from '@/features/define/queries';
import { FileMenu } from '@/ui/FileMenu';
import { count, NONE } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { m } from './messages';
import { dealCountQuery, importsQuery } from './queries';
import css from './Settings.module.css';

/** Where the reader page of the API is. */
const API_PAGE = '/api/docs';

/** What is in the workspace and by which version of the program. */
export function Workspace() {
  const session = useQuery(sessionQuery).data;
  const leads = useMay('owner', 'manager');
  const total = useQuery(dealCountQuery).data;
  const imports = useQuery(importsQuery).data;
  const process = useQuery(processQuery).data;
  const done = imports?.filter((i) => i.status === 'done') ?? [];
  const events = done.reduce((sum, i) => sum + i.events, 0);
  const version = process?.saved?.version;
  return (
    <Section title={m.workspace.title}>
      <dl className={css.facts}>
        <Fact name={m.workspace.version}>{session?.version ?? NONE}</Fact>
        <Fact name={m.workspace.deals}>
          <Link to="/deals">{total === undefined ? NONE : count(total)}</Link>
        </Fact>
        <Fact name={m.workspace.imported}>{imports === undefined ? NONE : count(events)}</Fact>
        <Fact name={m.workspace.imports}>
          <Link to="/import">{m.workspace.importsSay(imports?.length ?? 0)}</Link>
        </Fact>
        <Fact name={m.workspace.process}>
          <Link to="/define">{version === undefined ? m.workspace.noProcess : m.workspace.processSays(version)}</Link>
        </Fact>
        <Fact name={m.workspace.api}>
          <a href={API_PAGE}>{m.workspace.apiSays}</a>
        </Fact>
        {leads && (
          <Fact name={m.workspace.take}>
            <FileMenu label={m.workspace.takeDeals} csv={`${BASE}/export/deals.csv`} />
            <FileMenu label={m.workspace.takeEvents} csv={`${BASE}/export/events.csv`} />
          </Fact>
        )}
      </dl>
    </Section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={css.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
