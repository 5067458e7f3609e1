export const m = {
  title: 'Welcome',
  says: 'In a minute you will read how you really sell. Three ways to begin:',
  drop: 'Bring an export',
  dropSays:
    'Of your CRM or a spreadsheet, one file or several. You see what was recognised before anything is imported.',
  answer: 'Answer about your last deals',
  answerSays:
    'No export at hand? Ten deals that you remember are enough to begin: who it was, how it began, who decided. A few minutes each.',
  answerGo: 'Tell about a deal',
  demo: 'Look around the demo',
  demoSays: 'Real deals of a company that sells hardware, with everything worked out. Start it beside this one:',
  demoCommand: 'stagecraft demo',
} as const;
