import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type ProcessName, type Template, type TemplateInfo } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { ProblemNote } from '@/ui/ProblemNote';
import { freshId } from '../edit';
import { checkQuery } from '../queries';
import { StageColumns } from '../StageColumns';
import css from './Begin.module.css';
import { isLanguage, LANGUAGES, type TemplateLanguage } from './languages';
import { m } from './messages';
import { templateQuery, useBegin } from './queries';

interface Props {
  template: TemplateInfo;
  others: readonly ProcessName[];
  onClose: () => void;
}

/** A template to look at in its languages, and to take. */
export function TemplateDialog({ template, others, onClose }: Props) {
  const [language, setLanguage] = useState<TemplateLanguage>('en');
  const query = useQuery({ ...templateQuery(template.id, language), placeholderData: keepPreviousData });
  return (
    <Modal opened onClose={onClose} size="80rem" title={template.name}>
      <p style={{ marginTop: 0 }}>{template.about}</p>
      <Loaded query={query}>
        {(whole) => (
          <Taking
            id={template.id}
            whole={whole}
            others={others}
            language={language}
            onLanguage={(value) => isLanguage(value) && setLanguage(value)}
          />
        )}
      </Loaded>
    </Modal>
  );
}

interface TakingProps extends Pick<Props, 'others'> {
  id: string;
  whole: Template;
  language: string;
  onLanguage: (language: string) => void;
}

function Taking({ id, whole: { process, toml }, others, language, onLanguage }: TakingProps) {
  const taken = others.map((p) => p.id);
  const [name, setName] = useState<string | null>(null);
  const [ownId, setOwnId] = useState<string | null>(null);
  const begin = useBegin();
  const grounds = useQuery(checkQuery({ process, text: toml })).data?.grounds ?? [];
  const called = name ?? process.name;
  const short = ownId ?? (taken.includes(process.id) ? freshId(called, taken, process.id) : process.id);
  const data = LANGUAGES.map((value) => ({ value, label: m.template.languages[value] }));
  return (
    <>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate({ template: id, language, name: called, id: short });
        }}
      >
        <NativeSelect
          label={m.template.language}
          data={data}
          value={language}
          onChange={(event) => onLanguage(event.currentTarget.value)}
        />
        <TextInput label={m.name} required value={called} onChange={(event) => setName(event.currentTarget.value)} />
        {others.length > 0 && (
          <TextInput
            label={m.id}
            description={m.idHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            value={short}
            onChange={(event) => setOwnId(event.currentTarget.value)}
          />
        )}
        <Button className={css.take ?? ''} type="submit" loading={begin.isPending}>
          {m.template.take}
        </Button>
      </form>
      {begin.isError && <ProblemNote problem={asProblem(begin.error)} />}
      <StageColumns process={process} grounds={grounds} findings={[]} />
    </>
  );
}
