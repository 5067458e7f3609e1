import { NumberInput, Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChosenNotices, KindChoice, NoticeChoices, NoticeMail } from '@/api';
import { useMay } from '@/app/session';
import { SettingsTabs } from '@/features/settings/SettingsTabs';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { m } from './messages';
import css from './Notices.module.css';
import { choicesQuery, useChoose } from './queries';
import { Webhooks } from './Webhooks';

/** What one is told of, and how; for the owner also which other programs are. */
export function NoticeSettingsPage() {
  const query = useQuery(choicesQuery);
  const owner = useMay('owner');
  return (
    <>
      <PageHead title={m.settings.title} says={m.settings.says} />
      <SettingsTabs />
      <Loaded query={query}>{(chosen) => <Choices chosen={chosen} />}</Loaded>
      {owner && <Webhooks />}
    </>
  );
}

const WAYS: NoticeMail[] = ['none', 'at-once', 'digest'];
const wayOf = (word: string | null): NoticeMail | undefined => WAYS.find((w) => w === word);

/** The choices as they are sent. */
const sent = (kinds: KindChoice[], digest_hour: number): NoticeChoices => ({
  kinds: Object.fromEntries(kinds.map(({ kind, shown, mail }) => [kind, { shown, mail }])),
  digest_hour,
});

function Choices({ chosen }: { chosen: ChosenNotices }) {
  const choose = useChoose();
  const [now, setNow] = useState(chosen);
  const put = (next: ChosenNotices) => {
    setNow(next);
    choose.mutate(sent(next.kinds, next.digest_hour));
  };
  const change = (kind: KindChoice['kind'], more: Partial<KindChoice>) =>
    put({ ...now, kinds: now.kinds.map((k) => (k.kind === kind ? { ...k, ...more } : k)) });
  return (
    <>
      {!now.can_mail && <p className="soft">{m.settings.noMail}</p>}
      <ul className={css.kinds}>
        {now.kinds.map(({ kind, shown, mail }) => {
          const what = m.kinds[kind];
          return (
            <li key={kind}>
              <span>{what}</span>
              <Switch
                label={m.settings.shown}
                aria-label={m.settings.shownOf(what)}
                checked={shown}
                onChange={(event) => change(kind, { shown: event.currentTarget.checked })}
              />
              <Select
                aria-label={m.settings.mailOf(what)}
                allowDeselect={false}
                data={WAYS.map((value) => ({
                  value,
                  label: `${m.settings.mail}: ${m.settings.ways[value].toLowerCase()}`,
                }))}
                value={mail}
                onChange={(word) => change(kind, { mail: wayOf(word) ?? mail })}
              />
            </li>
          );
        })}
      </ul>
      <NumberInput
        label={m.settings.hour}
        description={m.settings.hourHelp}
        w={240}
        min={0}
        max={23}
        clampBehavior="strict"
        value={now.digest_hour}
        onChange={(hour) => hour !== '' && put({ ...now, digest_hour: Number(hour) })}
      />
    </>
  );
}
