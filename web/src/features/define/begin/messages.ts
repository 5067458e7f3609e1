import { plural } from '@/ui/format';

export const m = {
  title: 'Begin another process',
  says: 'For sales that go another way: renewals, partners, another product. It has its own stages, draft and versions.',
  another: 'Begin another process',
  which: 'Process',
  back: 'Back to the process',
  propose: {
    title: 'Propose it from your deals',
    says: 'Stages, tasks and criteria as your deals show them, each line with its evidence. You drop and change what you like before it is saved.',
    go: 'Propose a process',
  },
  template: {
    title: 'Begin with a template',
    says: 'Complete with tasks, criteria, questions and objections, in four languages.',
    look: (name: string) => `Look at the template ${name}`,
    language: 'Language',
    languages: { en: 'English', de: 'Deutsch', es: 'Español', ja: '日本語' },
    stages: (n: number) => plural(n, 'stage'),
    take: 'Begin with it',
    cancel: 'Cancel',
  },
  file: {
    title: 'Bring a file',
    says: 'A process.toml that you exported here or wrote yourself.',
    go: 'Bring a process.toml',
    another: 'Another file',
    tooLong: 'This file is larger than a process can be (1 MiB).',
    retry: 'Try again',
  },
  name: 'Name',
  id: 'Short id',
  idHelp: 'Lower case with hyphens. Deals and links know the process by it, so it stays.',
  asInFile: 'as in the file',
  begun: (name: string) => `${name} is begun; its first version is active.`,
  readOnly: 'An owner or a manager begins a process.',
} as const;
