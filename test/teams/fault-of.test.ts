import { expect, test } from 'vitest';
import { faultOf } from '../../src/teams/fault-of.ts';

test('of a fault the log has the name and where it was, and no line of its message', () => {
  const { at = [], fault } = faultOf(new RangeError('för långt\n    at 19121212-1212 (Karin:1:1)'));
  expect(fault).toBe('RangeError');
  expect(at[0]).toContain('fault-of.test.ts');
  expect(at.join()).not.toMatch(/1212|Karin/);
});

test('nor a line of what the message was before', () => {
  const fault = new Error('x\n    at 19121212-1212');
  fault.message = 'senare';
  const { at = [] } = faultOf(fault);
  expect(at[0]).toContain('fault-of.test.ts');
  expect(at.join()).not.toContain('1212');
});

test('what is thrown and is no error tells nothing', () => {
  expect(faultOf('19121212-1212')).toEqual({ fault: 'unknown' });
});
