/** Asking for events: the client calls a method for each, named after the event in the library's own way. */

import { EVENT, listenerKey, WHOLE_WORKBOOK } from './excel';
import { notEmulated } from './failures';
import type { HostObject } from './host-object';
import type { Interpreter } from './interpreter';

const METHOD = /^_(Register|Unregister)(\w+)$/;

/** Whether the method is one of these; if it is, it is done. */
export function registerEvent(host: Interpreter, object: HostObject, method: string): boolean {
  const match = METHOD.exec(method);
  if (match === null) {
    return false;
  }
  const [, verb, registration] = match;
  const events = Object.values(host.model[object.className]?.events ?? {});
  const eventType = events.find((event) => event.registration === registration)?.eventType;
  const raised: readonly number[] = Object.values(EVENT);
  if (eventType === undefined || !raised.includes(eventType)) {
    return notEmulated(`${object.className}.${method}()`);
  }
  const id = object.identity()['Id'];
  const key = listenerKey(eventType, typeof id === 'string' ? id : WHOLE_WORKBOOK);
  if (verb === 'Register') {
    host.excel.listeners.add(key);
  } else {
    host.excel.listeners.delete(key);
  }
  return true;
}
