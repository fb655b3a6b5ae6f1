/** The digest by which a signed report can be held against the register that it was built from. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { formatQuarter, type Quarter } from '../calendar/quarter';
import { compareForms, compareText, type Register } from './register';

/**
 * SHA-256 (lower-case hexadecimal) of the register up to and with a quarter: of the UTF-8 text that has a line, ended by
 * «\n», for every accepted row in the register's order (quarter, site, revision, then as the form has its rows). A line
 * is a JSON array: quarter, site, revision, edition, row, fact, total, reason, evidence, day of receipt, file, digest of
 * the file. An entry is its number or text; «х» is {"na":true}, an empty one null.
 */
export function registerDigest(register: Register, upTo: Quarter): string {
  const last = formatQuarter(upTo);
  const lines = register
    .filter(({ submission }) => compareText(formatQuarter(submission.quarter), last) <= 0)
    .sort(compareForms)
    .flatMap(({ submission, receivedOn, file, sha256: digest }) =>
      submission.rows.map(({ row, fact, total, reason, evidence }) => {
        const { quarter, site, revision, edition } = submission;
        const values = [fact, total].map((entry) => {
          if (entry.kind === 'empty') return null;
          if (entry.kind === 'not-applicable') return { na: true };
          return entry.kind === 'number' ? entry.number : entry.text;
        });
        return `${JSON.stringify([
          formatQuarter(quarter),
          site,
          revision,
          edition,
          row,
          ...values,
          reason,
          evidence,
          receivedOn,
          file,
          digest,
        ])}\n`;
      }),
    );
  return bytesToHex(sha256(utf8ToBytes(lines.join(''))));
}
