import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Notice } from '@/api';
import { ago, moment } from '@/ui/format';
import { given } from '@/ui/given';
import { m } from './messages';
import css from './Notices.module.css';
import { noticesQuery, useRead } from './queries';

/** What one is told of, in the bar of every page. */
export function Bell() {
  const [opened, setOpened] = useState(false);
  const { data } = useQuery(noticesQuery);
  const read = useRead();
  const unread = data?.unread ?? 0;
  const close = () => setOpened(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width="min(400px, 92vw)" trapFocus shadow="md">
      <span className={css.bell}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            c="var(--ink-soft)"
            size={40}
            aria-label={m.bell(unread)}
            onClick={() => setOpened(!opened)}
          >
            <IconBell size={20} stroke={1.6} />
          </ActionIcon>
        </Popover.Target>
        {unread > 0 && (
          <span className={css.count} aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </span>
      <Popover.Dropdown p={8} role="dialog" aria-label={m.title}>
        <header className={css.head}>
          <h2>{m.title}</h2>
          {unread > 0 && (
            <Button size="compact-sm" variant="subtle" onClick={() => read.mutate(null)}>
              {m.readAll}
            </Button>
          )}
        </header>
        {data?.notices.length === 0 && <p className={css.empty}>{m.none}</p>}
        <ul className={css.list}>
          {data?.notices.map((notice) => (
            <li key={notice.id}>
              <Line
                notice={notice}
                onOpen={() => {
                  if (!notice.read) read.mutate([notice.id]);
                  close();
                }}
              />
            </li>
          ))}
        </ul>
        <p className={css.foot} style={{ margin: 0 }}>
          <Link to="/settings/notifications" onClick={close}>
            {m.choose}
          </Link>
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}

function Line({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const words = (
    <span>
      <b>{notice.says}</b>
      <time className={css.at} dateTime={notice.at} title={moment(notice.at)}>
        {ago(notice.at)}
      </time>
    </span>
  );
  const unread = notice.read ? undefined : true;
  if (given(notice.feedback)) {
    return (
      <Link
        to="/measure/feedback"
        search={{ item: notice.feedback }}
        className={css.notice}
        data-unread={unread}
        onClick={onOpen}
      >
        {words}
      </Link>
    );
  }
  if (given(notice.target_change)) {
    return (
      <Link
        to="/measure/targets"
        search={{ change: notice.target_change }}
        className={css.notice}
        data-unread={unread}
        onClick={onOpen}
      >
        {words}
      </Link>
    );
  }
  if (!given(notice.deal)) {
    return (
      <div className={css.notice} data-unread={unread}>
        {words}
      </div>
    );
  }
  return (
    <Link to="/deals/$deal" params={{ deal: notice.deal }} className={css.notice} data-unread={unread} onClick={onOpen}>
      {words}
    </Link>
  );
}
