import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { api, got } from '@/api';
import { type Group, type Item, itemOf, ownItems } from './items';
import { m } from './messages';
import css from './Palette.module.css';
import { recent } from './recent';

const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text],
    queryFn: ({ signal }) => got(api.GET('/search', { params: { query: { q: text } }, signal })),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

/** Milliseconds of quiet before the server is asked. */
const WAIT = 80;

/** Longest text that is searched for. */
const LONGEST = 200;

/** A field and what it finds, chosen by arrows and Enter. */
export function SearchBox({ close }: { close: () => void }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, WAIT);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const query = useQuery(searchQuery(asked));
  const items = useMemo((): Item[] => {
    if (text.trim() === '') return recentItems();
    return [...(query.data?.hits ?? []).map(itemOf), ...ownItems(text)];
  }, [text, query.data]);
  const chosen = Math.min(at, items.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const choose = (item: Item) => {
    close();
    if (item.act) setColorScheme(item.act);
    else if (item.href?.startsWith('/api/')) window.open(item.href, '_blank', 'noopener');
    else if (item.href !== undefined) void navigate({ href: item.href });
  };
  const onKey = (event: KeyboardEvent) => {
    const item = items[chosen];
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(chosen + 1 < items.length ? chosen + 1 : 0);
    else if (event.key === 'ArrowUp') setAt(chosen > 0 ? chosen - 1 : items.length - 1);
    else if (event.key === 'Enter' && item) choose(item);
    else return;
    event.preventDefault();
  };
  const nothing = text.trim() !== '' && items.length === 0 && asked === text && !query.isFetching;
  return (
    <div className={css.palette}>
      <div className={css.field}>
        <IconSearch size={20} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-label={m.title}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(items.length > 0 ? { 'aria-activedescendant': `${id}-${chosen}` } : {})}
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST}
          placeholder={m.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={m.title} className={css.list}>
        {grouped(items).map(({ group, from, members }) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <p id={`${id}-${group}`} className={css.group}>
              {m.groups[group]}
            </p>
            {members.map((item, i) => (
              <div
                key={item.key}
                id={`${id}-${from + i}`}
                role="option"
                aria-selected={from + i === chosen}
                className={css.item}
                onMouseMove={() => setAt(from + i)}
                onClick={() => choose(item)}
              >
                <span className={css.name}>
                  {item.name.map((piece, n) => (piece.hit ? <mark key={n}>{piece.text}</mark> : piece.text))}
                </span>
                <span className={css.beside}>{item.beside}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {query.isError && text !== '' && <p className={css.note}>{m.problem}</p>}
      {nothing && !query.isError && <p className={css.note}>{m.none(text.trim())}</p>}
      {text.trim() === '' && items.length === 0 && <p className={css.note}>{m.start}</p>}
      <p className={css.keys} aria-hidden>
        {m.keys.map((key) => (
          <span key={key}>{key}</span>
        ))}
      </p>
      <p className={css.said} role="status">
        {text.trim() !== '' && items.length > 0 ? m.count(items.length) : ''}
      </p>
    </div>
  );
}

const recentItems = (): Item[] =>
  recent().map(({ href, name }) => ({
    key: href,
    group: 'recent',
    name: [{ text: name, hit: false }],
    beside: '',
    href,
  }));

/** Items by group, in the order in which they came, with the place of the first. */
function grouped(items: readonly Item[]): { group: Group; from: number; members: Item[] }[] {
  const groups: { group: Group; from: number; members: Item[] }[] = [];
  items.forEach((item, at) => {
    const last = groups.at(-1);
    if (last?.group === item.group) last.members.push(item);
    else groups.push({ group: item.group, from: at, members: [item] });
  });
  return groups;
}
