/** Parameters of requests, checked as Excel checks them: what is not of the wanted kind is an invalid argument. */

import { invalidArgument } from './failures';

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : invalidArgument();
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : invalidArgument();
}

export function wholeOf(value: unknown): number {
  const number = numberOf(value);
  return Number.isInteger(number) ? number : invalidArgument();
}

export function booleanOf(value: unknown): boolean {
  return typeof value === 'boolean' ? value : invalidArgument();
}

export function flagOf(value: unknown, otherwise: boolean): boolean {
  return value === null || value === undefined ? otherwise : booleanOf(value);
}

/** One of the words of an enumeration of Office.js. */
export function oneOf<const Word extends string>(words: readonly Word[], value: unknown): Word {
  const found = words.find((word) => word === value);
  return found ?? invalidArgument(`«${String(value)}» is not one of ${words.join(', ')}.`);
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : invalidArgument();
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : invalidArgument();
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000FF',
  gray: '#808080',
  green: '#008000',
  orange: '#FFA500',
  red: '#FF0000',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

/** «#RRGGBB» of what Office.js takes for a colour. */
export function colorOf(value: unknown): string {
  const text = textOf(value);
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  return hex === undefined
    ? (NAMED_COLORS[text.toLowerCase()] ?? invalidArgument())
    : `#${hex.toUpperCase()}`;
}
