import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { View, ViewLine } from '@/api';
import { listsOf, useSelection, writeParams } from '@/app/selection';
import { useUser } from '@/app/session';
import { tellUndo } from '@/app/undo';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useBegin, useKeepView, useRemoveView, viewsQuery } from './queries';
import { SaveView } from './SaveView';
import { addressOf, isAsKept } from './view';

interface Props {
  page: View['page'];
  sort: string;
  columns: readonly string[];
}

/** Chooses and keeps views of a page. The one that is shown stands in the address. */
export function ViewMenu({ page, sort, columns }: Props) {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const pathname = useLocation({ select: (l) => l.pathname });
  const navigate = useNavigate();
  const [selection] = useSelection();
  const [saving, setSaving] = useState(false);
  const { data } = useQuery(viewsQuery);
  const me = useUser()?.id;
  const all = data?.views.filter((v) => v.page === page) ?? [];
  const current = all.find((v) => v.id === search.view);
  const shown = { selection, sort, columns };
  const changed = current && !isAsKept(current, shown);
  const goTo = (view: ViewLine) =>
    void navigate({ href: pathname + writeParams({ ...addressOf(view) }), replace: true });
  const keep = useKeepView((view) => {
    setSaving(false);
    tell(m.saved(view.name));
    goTo(view);
  });
  const remove = useRemoveView();
  const begin = useBegin();
  const kept = (view: Pick<View, 'name' | 'shared'>): View => ({
    ...view,
    page,
    sort,
    columns: [...columns],
    filters: listsOf(selection),
  });
  const begins = data && (page === 'board' ? data.begin.board : data.begin.list);
  const beginWith = (id: string | null) =>
    data && begin.mutate(page === 'board' ? { ...data.begin, board: id } : { ...data.begin, list: id });
  const takeAway = (view: ViewLine) =>
    remove.mutate(view, {
      onSuccess: () => {
        void navigate({ href: pathname, replace: true });
        const { name, filters, columns: own, sort: order, shared } = view;
        const again: View = {
          name,
          page,
          filters: filters ?? {},
          columns: own ?? [],
          sort: order ?? '',
          shared: shared ?? false,
        };
        tellUndo(m.removed(name), m.undo, () => keep.mutate({ of: null, view: again }));
      },
    });
  const name = current?.name ?? m.none[page];
  const groups = [
    { title: m.own, views: all.filter((v) => v.owner === me) },
    { title: m.shared, views: all.filter((v) => v.owner !== me) },
  ];
  return (
    <>
      <Menu position="bottom-start" width={280} shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconBookmark size={16} />}
            rightSection={<IconChevronDown size={14} />}
            aria-label={m.label(name)}
          >
            {name}
            {changed && <span className="soft">&nbsp;· {m.changed}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={480} style={{ overflowY: 'auto' }}>
          <Menu.Item renderRoot={(props) => <Link {...props} to={pathname} search={{}} />}>{m.none[page]}</Menu.Item>
          {groups
            .filter(({ views }) => views.length > 0)
            .map(({ title, views }) => (
              <div key={title}>
                <Menu.Label>{title}</Menu.Label>
                {views.map((view) => (
                  <Menu.Item
                    key={view.id}
                    onClick={() => goTo(view)}
                    aria-current={view.id === current?.id || undefined}
                  >
                    {view.name}{' '}
                    <span className="soft small">
                      {[view.owner === me ? null : m.of(view.owner_name), view.id === begins ? m.begins : null]
                        .filter((word) => word !== null)
                        .join(', ')}
                    </span>
                  </Menu.Item>
                ))}
              </div>
            ))}
          <Menu.Divider />
          {current && changed && current.may_change && (
            <Menu.Item
              onClick={() =>
                keep.mutate({ of: current, view: kept({ name: current.name, shared: current.shared ?? false }) })
              }
            >
              {m.save}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setSaving(true)}>{m.saveAs}</Menu.Item>
          {current && (
            <>
              <Menu.Item onClick={() => beginWith(begins === current.id ? null : current.id)}>
                {begins === current.id ? m.beginNot : m.begin}
              </Menu.Item>
              {current.may_change && (
                <>
                  <Menu.Item
                    onClick={() =>
                      keep.mutate({
                        of: current,
                        view: { ...kept({ name: current.name }), shared: current.shared !== true },
                      })
                    }
                  >
                    {current.shared === true ? m.unshare : m.share}
                  </Menu.Item>
                  <Menu.Item color="var(--lost)" onClick={() => takeAway(current)}>
                    {m.remove}
                  </Menu.Item>
                </>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <SaveView
        opened={saving}
        keep={keep}
        onSave={(own) => keep.mutate({ of: null, view: kept(own) })}
        onClose={() => setSaving(false)}
      />
    </>
  );
}
