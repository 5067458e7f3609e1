import { Table } from '@mantine/core';
import type { Import } from '@/api';
import { Figure, Figures } from '@/ui/Figure';
import { count, date } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { m } from './messages';

type Mail = NonNullable<NonNullable<Import['report']>['mail']>;

const COUNTS: (keyof typeof m.result.mail.counts)[] = [
  'internal',
  'automatic',
  'discarded',
  'repeated',
  'unknown',
  'out_of_time',
  'called_off',
  'to_come',
  'unconfirmed',
];

/** What became of messages and meetings: linked, left out, ambiguous, and who is on no deal. */
export function MailOutcome({ mail }: { mail: Mail }) {
  const words = m.result.mail;
  const left = COUNTS.filter((name) => mail[name] > 0);
  return (
    <>
      <Section title={words.title}>
        <Figures>
          <Figure label={words.linked} value={count(mail.linked)} basis={words.of(mail.messages, mail.meetings)} />
          <Figure label={words.deals} value={count(mail.deals)} />
          <Figure label={words.strangers} value={count(mail.strangers_in_all)} />
          <Figure label={words.ambiguous} value={count(mail.ambiguous)} />
        </Figures>
        <Table mt="md" maw={640}>
          <Table.Tbody>
            {Object.entries(mail.touchpoints).map(([kind, n]) => (
              <Row key={kind} what={`${words.made}: ${kind}`} n={n} />
            ))}
            {left.map((name) => (
              <Row key={name} what={`${words.leftOut}: ${words.counts[name]}`} n={mail[name]} />
            ))}
          </Table.Tbody>
        </Table>
      </Section>
      {mail.strangers.length > 0 && <Strangers mail={mail} />}
      {mail.ambiguities.length > 0 && <Ambiguities mail={mail} />}
    </>
  );
}

function Row({ what, n }: { what: string; n: number }) {
  return (
    <Table.Tr>
      <Table.Td>{what}</Table.Td>
      <Table.Td ta="right" className="tabular">
        {count(n)}
      </Table.Td>
    </Table.Tr>
  );
}

function Strangers({ mail }: { mail: Mail }) {
  const words = m.result.mail;
  return (
    <Section title={words.strangers} says={words.strangersSays}>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.who}</Table.Th>
              <Table.Th ta="right">{words.messages}</Table.Th>
              <Table.Th>{words.first}</Table.Th>
              <Table.Th>{words.last}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mail.strangers.map((who) => (
              <Table.Tr key={who.address}>
                <Table.Td>
                  {who.address} <span className="soft">{who.name}</span>
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {count(who.messages)}
                </Table.Td>
                <Table.Td>{date(who.first)}</Table.Td>
                <Table.Td>{date(who.last)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function Ambiguities({ mail }: { mail: Mail }) {
  const words = m.result.mail;
  return (
    <Section title={words.ambiguous} says={words.ambiguousSays}>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.when}</Table.Th>
              <Table.Th>{words.with}</Table.Th>
              <Table.Th>{words.could}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mail.ambiguities.map((a, i) => (
              <Table.Tr key={`${a.at} ${i}`}>
                <Table.Td>{date(a.at)}</Table.Td>
                <Table.Td>{a.with}</Table.Td>
                <Table.Td>{a.deals.join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
