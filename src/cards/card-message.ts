import type { Card } from './render-card.ts';

/** A card as it is sent: alone, and beside it what a notification shows of it, or what a dialog is called. */
export type CardMessage = { readonly card: Card; readonly summary: string };
