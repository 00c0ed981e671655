import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { swedishZone } from '../domain/swedish-time.ts';

/** A moment as a table has it: "2026-11-24 08:10:00 +01:00", by Swedish clocks; the hour that comes twice is told apart. */
export const recordTime = (instant: number): string =>
  format(new TZDate(instant, swedishZone), 'yyyy-MM-dd HH:mm:ss xxx');
