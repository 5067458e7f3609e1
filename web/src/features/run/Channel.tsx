import {
  type Icon,
  IconCalendarEvent,
  IconMail,
  IconMapPin,
  IconMessage,
  IconPhone,
  IconSend,
} from '@tabler/icons-react';
import css from './Channel.module.css';

const ICONS: Record<string, Icon | undefined> = {
  call: IconPhone,
  phone: IconPhone,
  email: IconMail,
  mail: IconMail,
  meeting: IconCalendarEvent,
  visit: IconMapPin,
  chat: IconMessage,
  message: IconMessage,
};

/** How a task is done: a picture and the word. Nothing where nobody said. */
export function Channel({ channel }: { channel: string }) {
  if (channel === '') return null;
  const Sign = ICONS[channel.toLowerCase()] ?? IconSend;
  return (
    <span className={css.channel}>
      <Sign size={14} stroke={1.8} aria-hidden />
      {channel}
    </span>
  );
}
