/** The thread that reads school files, so that the pane never stalls: a file in, what it says out. */
import type { ReadingSource } from '../workflows/read-form';
import { readSchoolFile } from './read-school-file';

export interface ReadingJob {
  readonly file: File;
  readonly source: ReadingSource;
}

onmessage = ({ data }: MessageEvent<ReadingJob>): void => {
  void readSchoolFile(data.file, data.source).then((read) => {
    postMessage(read);
  });
};
