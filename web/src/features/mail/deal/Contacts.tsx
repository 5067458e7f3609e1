import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ContactStanding, NewConsent } from '@/api';
import { given } from '@/ui/given';
import { tell } from '@/ui/toast';
import css from '../Mail.module.css';
import { m } from '../messages';
import { useConsent } from '../queries';

interface Props {
  deal: string;
  contacts: ContactStanding[];
  mayChange: boolean;
}

const WORDS: NewConsent['word'][] = ['given', 'withdrawn', 'blocked'];

/** Who of the deal may be written to, and what they said. */
export function Contacts({ deal, contacts, mayChange }: Props) {
  const consent = useConsent(deal);
  if (contacts.length === 0) return null;
  return (
    <ul className={css.list} style={{ marginBottom: 12 }}>
      {contacts.map(({ contact, consent: { word }, forbidden }) => (
        <li key={contact} className={css.head} style={{ padding: '4px 0', flexWrap: 'nowrap' }}>
          <p className={css.about}>
            <span>{contact}</span>
            {given(forbidden) ? <span className={css.bad}>{forbidden}</span> : <span>{m.consent.words[word]}</span>}
          </p>
          {mayChange && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size={24} variant="subtle" c="var(--ink-soft)" aria-label={m.consent.of(contact)}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {WORDS.filter((other) => other !== word).map((other) => (
                  <Menu.Item
                    key={other}
                    onClick={() =>
                      consent.mutate({ contact, word: other, note: '' }, { onSuccess: () => tell(m.consent.done) })
                    }
                  >
                    {m.consent[other]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </li>
      ))}
    </ul>
  );
}
