export const m = {
  signIn: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    go: 'Sign in',
    help: 'No account yet? Ask the owner of this workspace to add you in Settings.',
  },
  link: {
    title: 'Signing you in',
    wait: 'One moment …',
    none: 'This link is not complete',
    noneHelp: 'Copy the whole address that Stagecraft printed, up to its end. Each link works once.',
    toSignIn: 'Sign in with a password',
  },
  setup: {
    title: 'Make this workspace yours',
    says: 'You are the first one here. This account will own the workspace: it can add others and change everything.',
    name: 'Your name',
    nameHelp: 'As your CRM spells it, so that your own deals are known as yours.',
    passwordHelp: 'Ten characters or more; a sentence is easy to remember.',
    go: 'Create the workspace',
    done: 'This workspace has an owner already',
    doneHelp: 'Sign in, or ask the owner to add you.',
  },
} as const;
