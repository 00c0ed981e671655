/** The moment by the machine's clock. It lives with the whole bot, which what has no need of it is not to wait for. */
export async function clockNow(): Promise<Date> {
  const { systemClock } = await import('../service.ts');
  return systemClock();
}
